/** What a line of a journal must say: whoever reads one relies on it, and nothing that is not known passes. */

import * as v from "valibot";
import { digest } from "../json_body.ts";
import type { Entry } from "./journal.ts";
import { isStudentId, maxTicketBytes } from "../tickets/ticket_document.ts";

/** ms since 1970, to the end of the calendar of JavaScript. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const counted = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
/** Of a question, a lab, a task, a student. */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const typed = v.pipe(v.string(), v.maxLength(100_000));

/** `v.record` leaves out names such as `constructor`. */
const byName = v.custom<Readonly<Record<string, string>>>((value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) &&
  Object.values(value).every((text) => v.is(typed, text))
);
const raw = v.union([typed, v.boolean(), v.array(typed), byName]);

const place = { n: whole, at: moment, up: v.pipe(v.number(), v.finite(), v.minValue(0)), before: digest };

const entry: v.GenericSchema<unknown, Entry> = v.variant("kind", [
  v.strictObject({
    kind: v.literal("begun"),
    pack: digest,
    student: v.pipe(v.string(), v.check(isStudentId)),
    // First the length: the pattern of base64 needs as much stack as the text is long.
    ticket: v.exactOptional(v.pipe(v.string(), v.maxLength(3 * maxTicketBytes), v.base64())),
    attempt: counted,
    key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
    grumete: v.pipe(v.string(), v.regex(/^[\w.+-]{1,50}$/)),
    lang: v.picklist(["es", "en"]),
    ...place,
  }),
  v.strictObject({ kind: v.literal("shown"), question: name, ...place }),
  v.strictObject({ kind: v.literal("answered"), question: name, raw, ...place }),
  v.strictObject({ kind: v.literal("cleared"), question: name, ...place }),
  v.strictObject({ kind: v.literal("flagged"), question: name, on: v.boolean(), ...place }),
  v.strictObject({ kind: v.literal("hinted"), question: name, tier: counted, ...place }),
  v.strictObject({ kind: v.literal("lab-begun"), lab: name, ...place }),
  v.strictObject({ kind: v.literal("lab-looked"), lab: name, recording: v.string(), ...place }),
  v.strictObject({ kind: v.literal("lab-answered"), lab: name, task: name, question: name, raw, ...place }),
  v.strictObject({ kind: v.literal("engine-lost"), fault: name, ...place }),
  v.strictObject({ kind: v.literal("engine-back"), ...place }),
  v.strictObject({ kind: v.literal("alive"), ...place }),
  v.strictObject({ kind: v.literal("reopened"), ...place }),
  v.strictObject({ kind: v.literal("finished"), by: v.picklist(["student", "time"]), ...place }),
]);

/** The entry that this JSON is; nothing where it is none. */
export function readEntry(json: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const read = v.safeParse(entry, value, { abortEarly: true });
  return read.success ? read.output : undefined;
}
