/** A mapping with these keys and no others. */

import * as v from "valibot";

/** Stands before the known keys in the message of a closed mapping: see `allowedKeys`. */
const mark = "keys ";

/** As `v.strictObject`, but an issue also says which keys are known, so that every unknown one can be explained. */
export function closed<const Entries extends v.ObjectEntries>(entries: Entries): v.StrictObjectSchema<Entries, string> {
  return v.strictObject(entries, mark + Object.keys(entries).join(" "));
}

/** The known keys, from the message of an issue of a closed mapping; undefined for any other message. */
export function allowedKeys(message: string): readonly string[] | undefined {
  return message.startsWith(mark) ? message.slice(mark.length).split(" ") : undefined;
}
