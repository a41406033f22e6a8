/** Frames → what must be written so that the screen shows the last one: only the lines that changed. */

import { cleanLine } from "../screens/clean.ts";
import type { Frame, Line, Size } from "../screens/frame.ts";
import { graphemes, widthOf } from "../screens/width.ts";
import { type Depth, styled } from "./palette.ts";

/** What the terminal shows now, as it was written. */
export interface Picture {
  readonly size: Size;
  readonly rows: readonly string[];
  readonly cursor: string;
}

export interface Painted {
  /** Nothing to write when empty. */
  readonly output: string;
  readonly picture: Picture;
}

/** Characters whose width every terminal agrees on: after any other the column is set anew. */
const sure = /^[\x20-\x7e\xa1-\xac\xae-\u02af\u0391-\u03ce\u0410-\u044f‐-‧…•←-↙↳─-◡✓✔✗✘❯぀-ゖァ-ヺ一-鿿가-힣]*$/u;

const hide = "\x1b[?25l";

/** Without `before`, or with another size, everything is drawn again. Expects automatic wrap to be off. */
export function paint(before: Picture | undefined, frame: Frame, size: Size, depth: Depth): Painted {
  const known = before?.size.columns === size.columns && before.size.rows === size.rows ? before : undefined;
  const rows = Array.from({ length: size.rows }, (_, row) => encodeRow(frame.lines[row] ?? [], size.columns, depth));
  const cursor = placeCursor(frame, size);
  const changed = rows.map((row, index) => row === (known?.rows[index] ?? clear) ? "" : `\x1b[${index + 1};1H${row}`)
    .join("");
  const picture: Picture = { size, rows, cursor };
  if (known && changed === "" && cursor === known.cursor) return { output: "", picture };
  // Synchronized update: terminals that know it show the whole change at once.
  return { output: `\x1b[?2026h${hide}${known ? "" : "\x1b[0m\x1b[2J"}${changed}${cursor}\x1b[?2026l`, picture };
}

const clear = "\x1b[K";

/** One line from its first column on, nothing of what stood there left. */
function encodeRow(line: Line, columns: number, depth: Depth): string {
  const spans = line.map(({ text, style }) => ({ text: cleanLine(text), style }));
  const trusted = spans.every(({ text }) => sure.test(text));
  let row = trusted ? "" : "\x1b[2K";
  let used = 0;
  let full = false;
  for (const { text, style } of spans) {
    const fits = trusted && used + widthOf(text) <= columns;
    let piece = "";
    for (const part of fits ? [text] : graphemes(text)) {
      const width = widthOf(part);
      full ||= used + width > columns;
      if (full) break;
      used += width;
      piece += trusted || sure.test(part) ? part : `${part}\x1b[${Math.min(used + 1, columns)}G`;
    }
    row += styled(piece, style, depth);
  }
  // In the last column clearing to the end would take the character just written.
  return trusted && used < columns ? row + clear : row;
}

function placeCursor({ cursor }: Frame, size: Size): string {
  if (!cursor) return "";
  const row = Math.min(Math.max(0, cursor.row), size.rows - 1) + 1;
  const column = Math.min(Math.max(0, cursor.column), size.columns - 1) + 1;
  return `\x1b[${row};${column}H\x1b[?25h`;
}
