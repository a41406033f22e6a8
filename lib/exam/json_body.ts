/** JSON that somebody hands in: too large, too deep, not UTF-8 or of another shape, it is a value and never a crash. */

import * as v from "valibot";
import { isRecord } from "../content/is_record.ts";

/** SHA-256 or a key of as many bits: 64 hex digits. */
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** `newer`: made by a later grumete. `broken`: `at` is the place of the first fault, empty for the whole. */
export type ReadBody<Value> =
  | { readonly kind: "read"; readonly value: Value }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "broken"; readonly at: string };

/** Lists and mappings inside one another; what grumete writes has some twenty. */
const deepest = 64;
const knownFormat = 1;

/** `limit` in bytes. Never throws. */
export function readBody<Value>(
  body: Uint8Array,
  limit: number,
  schema: v.GenericSchema<unknown, Value>,
): ReadBody<Value> {
  const parsed = body.length > limit ? undefined : parse(body);
  if (parsed === undefined) return { kind: "broken", at: "" };
  const format = isRecord(parsed) ? parsed["format"] : undefined;
  if (typeof format === "number" && Number.isInteger(format) && format > knownFormat) return { kind: "newer", format };
  const decoded = v.safeParse(schema, parsed, { abortEarly: true });
  return decoded.success
    ? { kind: "read", value: decoded.output }
    : { kind: "broken", at: v.getDotPath(decoded.issues[0]) ?? "" };
}

function parse(body: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    return depthOf(text) > deepest ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of brackets outside texts. One sign after the other: a pattern would need as much stack as the longest text has letters. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === quote) quoted = !quoted;
    else if (quoted && sign === backslash) at++;
    else if (!quoted && opening.has(sign)) most = Math.max(most, ++depth);
    else if (!quoted && closing.has(sign)) depth--;
  }
  return most;
}

const [quote, backslash] = [34, 92];
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);
