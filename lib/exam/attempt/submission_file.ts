/** The file that a student hands in: a line that says what it is, a digest against accidents, and what only the teacher opens. */

import * as v from "valibot";
import { hashOf } from "../hash.ts";
import { digest, readBody } from "../json_body.ts";
import { openSessionFile, sessionFile } from "../session_file.ts";
import type { Submission } from "./submission.ts";

/** Bytes of a `.submission` file, 64 MiB: what is larger is not read. */
export const maxSubmissionBytes = 64 * 1024 * 1024;

const schema: v.GenericSchema<unknown, Submission> = v.strictObject({
  format: v.literal(1),
  pack: digest,
  journal: v.string(),
});

/** What is encrypted: JSON, UTF-8. */
export function encodeSubmission(submission: Submission): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(submission));
}

/** `sealed`: an age file of `encodeSubmission`. */
export function submissionFile(sealed: Uint8Array): Uint8Array {
  return sessionFile("submission", hashOf(sealed), sealed);
}

/** `damaged`: it was one, and is not whole any more. */
export type OpenedSubmission =
  | { readonly kind: "sealed"; readonly sealed: Uint8Array }
  | { readonly kind: "foreign" }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "damaged" };

/** Every byte counts. Never throws. */
export function openSubmissionFile(bytes: Uint8Array): OpenedSubmission {
  const file = openSessionFile("submission", bytes);
  if (file.kind !== "open") return file;
  return file.line === hashOf(file.body) ? { kind: "sealed", sealed: file.body } : { kind: "damaged" };
}

/** Undefined where what was encrypted is no submission. Never throws. */
export function decodeSubmission(content: Uint8Array): Submission | undefined {
  const read = readBody(content, maxSubmissionBytes, schema);
  return read.kind === "read" ? read.value : undefined;
}
