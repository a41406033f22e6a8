/** Reads a table that a spreadsheet wrote, in whatever encoding it chose. */

import { readBytes } from "./read_text.ts";

/** UTF-8 or UTF-16 by their marks, else UTF-8, and what is none is Windows-1252: what Excel writes in Spanish. Throws a `UserError` (4). */
export function readTable(path: string, most: number): string {
  const bytes = readBytes(path, most);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
