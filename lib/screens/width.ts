/** How many cells a text takes, and texts cut or padded to a number of cells. */

import measure from "fast-string-width";
import type { Line, Span, Style } from "./frame.ts";

/** Latin letters, and the dashes, quotes, arrows, frames and ticks of screens: what nearly every text here is made of. */
const simple = /^[\x20-\x7e\xa1-\xac\xae-\u02ff‐-‧←-⇿─-◼✓✔✗✘❯]*$/;

/** One cell per UTF-16 unit, surely. To measure anything else the first time takes as long as to draw many screens. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

let segmenter: Intl.Segmenter | undefined;

/** Cells; texts are expected without control characters. */
export function widthOf(text: string): number {
  return isSimple(text) ? text.length : measure(text);
}

/** What a person takes for one character, combining marks and emoji sequences whole. */
export function graphemes(text: string): readonly string[] {
  if (isSimple(text)) return [...text];
  segmenter ??= new Intl.Segmenter("es", { granularity: "grapheme" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The longest beginning that fits, without any mark that something is missing. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let taken = "";
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += widthOf(grapheme);
    if (used > width) break;
    taken += grapheme;
  }
  return taken;
}

/** At most `width` cells; where something is missing it ends in "…". */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return width < 1 ? "" : `${clip(text, width - 1)}…`;
}

/** At least `width` cells. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

export function cutLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  const result: Span[] = [];
  let left = Math.max(0, width);
  for (const span of line) {
    const needed = widthOf(span.text);
    if (needed > left || (needed === left && span !== line.at(-1))) {
      if (left > 0) result.push({ ...span, text: cut(`${span.text}…`, left) });
      break;
    }
    result.push(span);
    left -= needed;
  }
  return result;
}

/** Exactly `width` cells. */
export function fitLine(line: Line, width: number, style: Style = "plain"): Line {
  const fitted = cutLine(line, width);
  const missing = width - lineWidth(fitted);
  return missing > 0 ? [...fitted, { text: " ".repeat(missing), style }] : fitted;
}

/** `left` and `right` at both ends of a line; where there is no room for both, `left` is cut. */
export function ends(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right);
  if (right.length === 0 || room < 8) return cutLine(left, width);
  return [...fitLine(left, room - 1), { text: " ", style: "plain" }, ...right];
}

export function span(text: string, style: Style = "plain"): Span {
  return { text, style };
}
