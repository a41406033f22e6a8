/** Plain output of the verbs: everything is cleaned here before it reaches a terminal. */

import type { Lang } from "../content/text.ts";
import type { UserError } from "../content/user_error.ts";
import { clean } from "../screens/clean.ts";

const encoder = new TextEncoder();

function write(stream: { writeSync(bytes: Uint8Array): number }, text: string): void {
  let bytes = encoder.encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
  } catch (error) {
    // The reader of a pipe went away (`grumete list | head`): nobody is left to tell.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/** Lines for people, without what could steer the terminal. */
export function print(text: string): void {
  write(Deno.stdout, `${text.split("\n").map(clean).join("\n")}\n`);
}

/** Lines for people on standard error. */
export function printError(text: string): void {
  write(Deno.stderr, `${text.split("\n").map(clean).join("\n")}\n`);
}

/** A document for programs, byte for byte. */
export function printDocument(text: string): void {
  write(Deno.stdout, text.endsWith("\n") ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  printDocument(JSON.stringify(value, null, 2));
}

export function printUserError(error: UserError, lang: Lang): void {
  printError(error.what[lang]);
  if (error.next) printError(`  ${error.next[lang]}`);
}
