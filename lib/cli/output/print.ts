/** Plain output of the verbs: everything is cleaned here before it reaches a terminal. */

import type { Lang } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { clean } from "../../screens/clean.ts";

const encoder = new TextEncoder();

/** Standard output or standard error. */
interface Stream {
  writeSync(bytes: Uint8Array): number;
}

function write(stream: Stream, text: string): void {
  let bytes = encoder.encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
  } catch (error) {
    // The reader of a pipe went away (`grumete list | head`), or of what goes wrong: nobody is left to tell.
    if (error instanceof Deno.errors.BrokenPipe || stream === Deno.stderr) return;
    throw unwritten(error);
  }
}

/** Half a document is worse than a word: exit code 3. */
function unwritten(error: unknown): UserError {
  const full = error instanceof Error && "code" in error && error.code === "ENOSPC";
  const why = error instanceof Error ? error.message : String(error);
  return new UserError(
    {
      es: `No se puede escribir en la salida estándar: ${full ? "no queda espacio en el disco" : why}`,
      en: `Cannot write to standard output: ${full ? "no space is left on the disk" : why}`,
    },
    { es: "Lo escrito está a medias: repite la orden", en: "What was written is not complete: run it again" },
    3,
  );
}

function writeClean(stream: Stream, text: string): void {
  write(stream, text.split("\n").map(clean).join("\n"));
}

/** Lines for people, without what could steer the terminal. */
export function print(text: string): void {
  writeClean(Deno.stdout, `${text}\n`);
}

/** Lines for people on standard error. */
export function printError(text: string): void {
  writeClean(Deno.stderr, `${text}\n`);
}

/** For the command library, which writes by itself: what it says may quote what the user typed. */
export function cleanWriter(stream: Stream): { readonly write: (text: string) => void } {
  return { write: (text) => writeClean(stream, text) };
}

/** A document for programs, byte for byte; on a terminal it is read by a person, and cleaned as any other text. */
export function printDocument(text: string): void {
  if (Deno.stdout.isTerminal()) print(text.replace(/\n$/, ""));
  else write(Deno.stdout, text.endsWith("\n") ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  printDocument(JSON.stringify(value, null, 2));
}

export function printUserError(error: UserError, lang: Lang): void {
  printError(error.what[lang]);
  if (error.next) printError(`  ${error.next[lang]}`);
}
