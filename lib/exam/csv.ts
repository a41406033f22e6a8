/** Tables as CSV (RFC 4180): read row by row with their places, written so that no spreadsheet takes a text for a formula. */

import type { Text } from "../content/text.ts";
// @ts-types="./papaparse.d.ts"
import papa from "papaparse";

/** `line` counts from 1, in the text and not in rows: a cell may hold line ends. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** As it stands in the text, without its line end: see `columnOf`. */
  readonly raw: string;
}

/** A quote that is opened and never closed, or closed in the middle of a cell. */
export interface CsvFault {
  readonly kind: "quotes";
  readonly line: number;
  readonly column: number;
}

/** `line` and `column` count from 1. */
export interface TableProblem {
  readonly line: number;
  readonly column: number;
  readonly what: Text;
  readonly next?: Text;
}

export type Delimiter = "," | ";" | "\t";

/** The sign that stands most often in the first line, outside quotes: spreadsheets in Spanish write semicolons. */
export function delimiterOf(text: string): Delimiter {
  const end = text.search(/[\r\n]/);
  const bare = text.slice(0, end < 0 ? undefined : end).replace(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string) => bare.split(sign).length - 1;
  return ([";", "\t"] as const).find((sign) => count(sign) > count(",")) ?? ",";
}

/** UTF-16 units that are parsed at once: enough to be fast, little enough to tell between two pieces how far it is. */
const piece = 1 << 20;

/**
 * Rows in order, empty lines left out; between pieces of a long text the part (0…1) that has been read. The first fault ends it:
 * what follows an open quote cannot be told from text.
 */
export function* csvRows(
  source: string,
  delimiter: Delimiter,
): Generator<CsvRow | CsvFault | { readonly part: number }> {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  let length = piece;
  while (at < text.length) {
    const last = at + length >= text.length;
    const window = text.slice(at, at + length);
    const { rows, faults, read } = parsed(window, delimiter, last);
    let from = 0;
    for (const { cells, end } of rows) {
      const raw = window.slice(from, end);
      const fault = faults.find((index) => index >= from && index < end);
      if (fault !== undefined) return yield { kind: "quotes", ...placeIn(window.slice(from, fault), line) };
      if (raw.trim() !== "") yield { cells, line, raw: raw.replace(/\n$/, "") };
      line += lineEnds(raw);
      from = end;
    }
    const [fault] = faults;
    if (fault !== undefined && last) return yield { kind: "quotes", ...placeIn(window.slice(from, fault), line) };
    if (last) return;
    if (read === 0) length *= 2;
    else length = piece;
    at += read;
    yield { part: at / text.length };
  }
}

interface Parsed {
  /** `end`: where the next row begins. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly end: number }[];
  /** Where quotes are wrong. */
  readonly faults: readonly number[];
  readonly read: number;
}

function parsed(window: string, delimiter: Delimiter, last: boolean): Parsed {
  const rows: { cells: readonly string[]; end: number }[] = [];
  const faults: number[] = [];
  const parser = new papa.Parser({
    delimiter,
    newline: "\n",
    // The fast way neither knows quotes nor where a row ends.
    fastMode: false,
    step: ({ data, errors, meta }) => {
      for (const { index } of errors) if (index !== undefined) faults.push(Math.max(0, index - 1));
      const [first] = data;
      rows.push({ cells: Array.isArray(first) ? first : data as readonly string[], end: meta.cursor });
    },
  });
  parser.parse(window, 0, !last);
  return { rows, faults, read: rows.at(-1)?.end ?? 0 };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) count++;
  return count;
}

function placeIn(before: string, line: number): { readonly line: number; readonly column: number } {
  return { line: line + lineEnds(before), column: before.length - before.lastIndexOf("\n") };
}

/** Line and column, from 1, of the cell with this index; of the row's end where it has no such cell. */
export function placeOfCell(
  { raw, line }: CsvRow,
  index: number,
  delimiter: Delimiter,
): { readonly line: number; readonly column: number } {
  let quoted = false;
  let left = index;
  let at = 0;
  for (; at < raw.length && left > 0; at++) {
    if (raw[at] === '"') quoted = !quoted;
    else if (raw[at] === delimiter && !quoted) left--;
  }
  return placeIn(raw.slice(0, at), line);
}

/** What a spreadsheet would take for a formula (OWASP, "CSV injection"), also in signs of full width and behind blanks. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** With a line end behind each row. Texts that look like formulas get an apostrophe before them; numbers stay numbers. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const table = rows.map((row) => row.map((cell) => cell === undefined ? "" : cell));
  return `${papa.unparse(table, { escapeFormulae: formula, newline: "\n" })}\n`;
}
