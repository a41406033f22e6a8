/** What the teacher keeps of a pack, as JSON and back. */

import * as v from "valibot";
import { digest, type ReadBody, readBody } from "../json_body.ts";
import type { PackRecord } from "./pack.ts";

const document = v.strictObject({ path: v.string(), text: v.string() });

const schema: v.GenericSchema<unknown, PackRecord> = v.strictObject({
  format: v.literal(1),
  pack: digest,
  exam: v.string(),
  packedAt: v.number(),
  salt: v.pipe(v.string(), v.base64()),
  spec: document,
  sources: v.array(v.strictObject({ kind: v.picklist(["quiz", "lab"]), ...document.entries })),
  closes: v.exactOptional(v.number()),
  tickets: v.record(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), v.string()),
});

/** Bytes: the content of a whole course several times over. */
const largest = 256 * 1024 * 1024;

export function encodePackRecord(record: PackRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Never throws. */
export function decodePackRecord(bytes: Uint8Array): ReadBody<PackRecord> {
  return readBody(bytes, largest, schema);
}
