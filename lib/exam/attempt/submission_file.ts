/** The file that a student hands in: a line that says what it is, a digest against accidents, and what only the teacher opens. */

import { hashOf } from "../hash.ts";
import type { Submission } from "./submission.ts";

const format = 1;
/** Bytes of a `.submission` file, 64 MiB: what is larger is not read. */
export const maxSubmissionBytes = 64 * 1024 * 1024;

/** What is encrypted: JSON, UTF-8. */
export function encodeSubmission(submission: Submission): Uint8Array {
  return encoder.encode(JSON.stringify(submission));
}

/** `sealed`: an age file of `encodeSubmission`. */
export function submissionFile(sealed: Uint8Array): Uint8Array {
  const head = encoder.encode(`grumete submission ${format}\n${hashOf(sealed)}\n`);
  const bytes = new Uint8Array(head.length + sealed.length);
  bytes.set(head);
  bytes.set(sealed, head.length);
  return bytes;
}

/** `damaged`: it was one, and is not whole any more. */
export type OpenedSubmission =
  | { readonly kind: "sealed"; readonly sealed: Uint8Array }
  | { readonly kind: "foreign" }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "damaged" };

/** Every byte counts. Never throws. */
export function openSubmissionFile(bytes: Uint8Array): OpenedSubmission {
  const first = bytes.indexOf(10);
  const head = decoder.decode(bytes.subarray(0, Math.max(0, Math.min(first, 64))));
  const said = head.match(/^grumete submission ([1-9]\d{0,3})$/);
  if (!said) return { kind: "foreign" };
  if (Number(said[1]) > format) return { kind: "newer", format: Number(said[1]) };
  const digest = decoder.decode(bytes.subarray(first + 1, first + 66));
  const sealed = bytes.subarray(first + 66);
  return digest === `${hashOf(sealed)}\n` ? { kind: "sealed", sealed } : { kind: "damaged" };
}

/** Undefined where what was encrypted is no submission. Never throws. */
export function decodeSubmission(content: Uint8Array): Submission | undefined {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
  if (typeof read !== "object" || read === null) return undefined;
  const { format: made, pack, journal } = read as Readonly<Record<string, unknown>>;
  if (made !== format || typeof pack !== "string" || typeof journal !== "string") return undefined;
  return Object.keys(read).length === 3 && /^[0-9a-f]{64}$/.test(pack) ? { format, pack, journal } : undefined;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
