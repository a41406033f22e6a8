/** The lines of a file or of standard input, one after the other, however much there is. */

import { UserError } from "../content/user_error.ts";
import { readFault } from "./read_text.ts";

/** Bytes. The longest that is ever written is what was on an engine with thousands of objects, less than one million. */
const longest = 8 * 1024 * 1024;

/** `number` counts from 1. `bytes`: up to and with this line. */
export interface NumberedLine {
  readonly text: string;
  readonly number: number;
  readonly bytes: number;
}

/**
 * `path` may be `-`. Lines end with LF or CR LF; the last one need not. Throws a `UserError` (4): no such file, a folder, no
 * permission, not UTF-8, a line that is too long.
 */
export async function* readLines(path: string): AsyncIterable<NumberedLine> {
  let [number, bytes] = [0, 0];
  let parts: Uint8Array[] = [];
  let held = 0;
  const take = (end: Uint8Array, more: number): NumberedLine => {
    number++;
    bytes += held + end.length + more;
    const text = textOf([...parts, end], path, number);
    [parts, held] = [[], 0];
    return { text, number, bytes };
  };
  for await (const chunk of chunksOf(path)) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      const end = chunk.subarray(from, to);
      if (held + end.length > longest) throw tooLong(path, number + 1);
      yield take(end, 1);
      from = to + 1;
    }
    const rest = chunk.slice(from);
    held += rest.length;
    if (held > longest) throw tooLong(path, number + 1);
    if (rest.length > 0) parts.push(rest);
  }
  if (held > 0) yield take(new Uint8Array(), 0);
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    if (path !== "-" && Deno.statSync(path).isDirectory) throw new Deno.errors.IsADirectory();
    yield* path === "-" ? Deno.stdin.readable : (await Deno.open(path)).readable;
  } catch (error) {
    throw readFault(error, path);
  }
}

const strict = new TextDecoder("utf-8", { fatal: true });

function textOf(parts: readonly Uint8Array[], path: string, number: number): string {
  const whole = parts.length === 1 && parts[0] ? parts[0] : joined(parts);
  try {
    return strict.decode(whole).replace(/\r$/, "");
  } catch {
    throw new UserError(
      { es: `${path}:${number}:1\n  No es texto UTF-8`, en: `${path}:${number}:1\n  It is not UTF-8 text` },
      undefined,
      4,
    );
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLong(path: string, number: number): UserError {
  const megabytes = longest / 1024 / 1024;
  return new UserError(
    {
      es: `${path}:${number}:1\n  La línea pasa de ${megabytes} MB: no la escribió grumete`,
      en: `${path}:${number}:1\n  The line has more than ${megabytes} MB: grumete did not write it`,
    },
    undefined,
    4,
  );
}
