/** Breaks styled text into lines by words; what is longer than a line is broken where the line ends. */

import type { Line, Span } from "./frame.ts";
import { cutLine, graphemes, isSimple, lineWidth, widthOf } from "./width.ts";

/** What must stay together on a line; `space` is the blank before it, dropped at a line's start. */
interface Word {
  readonly pieces: readonly Span[];
  readonly width: number;
  readonly space?: Span;
}

/** Prefixes of the first line and of the others: bullets, hanging indents. */
export interface Prefixes {
  readonly first?: Line;
  readonly rest?: Line;
}

/** Never gives an empty list: an empty text is one empty line. `width` counts the prefix. */
export function wrap(line: Line, width: number, { first = [], rest = first }: Prefixes = {}): readonly Line[] {
  const lines: Span[][] = [[...first]];
  let room = Math.max(1, width - lineWidth(first));
  let used = 0;
  const breakLine = () => {
    lines.push([...rest]);
    room = Math.max(1, width - lineWidth(rest));
    used = 0;
  };
  const put = (piece: Span, cells: number) => {
    lines.at(-1)?.push(piece);
    used += cells;
  };
  for (const word of words(line)) {
    const gap = used > 0 && word.space ? 1 : 0;
    if (used + gap + word.width <= room) {
      if (gap > 0 && word.space) put(word.space, 1);
      for (const piece of word.pieces) put(piece, 0);
      used += word.width;
      continue;
    }
    if (used > 0) breakLine();
    for (const piece of word.pieces) {
      for (const grapheme of word.width <= room ? [piece.text] : graphemes(piece.text)) {
        const cells = widthOf(grapheme);
        if (used > 0 && used + cells > room) breakLine();
        put({ ...piece, text: grapheme }, cells);
      }
    }
  }
  return lines.map(merged);
}

/** At most `most` lines; where one is missing the last ends in "…". */
export function atMost(most: number, lines: readonly Line[], width: number): readonly Line[] {
  const last = lines[most - 1];
  if (lines.length <= most || !last) return lines;
  const whole = lineWidth(last) <= width - 2;
  const end = whole ? [...last, { text: " …", style: "dim" } as const] : cutLine(last, width - 2);
  return [...lines.slice(0, most - 1), end];
}

/** Breaks at the width only and keeps every blank: for code. `width` counts the prefix. */
export function wrapCode(line: Line, width: number, { first = [], rest = first }: Prefixes = {}): readonly Line[] {
  const lines: Span[][] = [[...first]];
  let room = width - lineWidth(first);
  let used = 0;
  for (const piece of line) {
    for (const grapheme of used + widthOf(piece.text) <= room ? [piece.text] : graphemes(piece.text)) {
      const cells = widthOf(grapheme);
      if (used > 0 && used + cells > room) {
        lines.push([...rest]);
        room = width - lineWidth(rest);
        used = 0;
      }
      lines.at(-1)?.push({ ...piece, text: grapheme });
      used += cells;
    }
  }
  return lines.map(merged);
}

function* words(line: Line): Generator<Word> {
  let pieces: Span[] = [];
  let space: Span | undefined;
  const word = (): Word => {
    const whole = { pieces, width: lineWidth(pieces), ...(space ? { space } : {}) };
    pieces = [];
    space = undefined;
    return whole;
  };
  for (const { text, style } of line) {
    for (const part of text.split(/([ \t\r\n]+)/)) {
      if (part === "") continue;
      if (part.trim() === "" && /^[ \t\r\n]+$/.test(part)) {
        if (pieces.length > 0) yield word();
        space ??= { text: " ", style };
        continue;
      }
      for (const run of runs(part)) {
        if (run.wide && pieces.length > 0) yield word();
        pieces.push({ text: run.text, style });
        if (run.wide) yield word();
      }
    }
  }
  if (pieces.length > 0) yield word();
}

/** Between wide characters (Chinese, Japanese, emoji) a line may end anywhere. */
function runs(text: string): readonly { readonly text: string; readonly wide: boolean }[] {
  if (isSimple(text) || (widthOf(text) === text.length && !/[^\x20-\u10ff]/.test(text))) return [{ text, wide: false }];
  const result: { text: string; wide: boolean }[] = [];
  for (const grapheme of graphemes(text)) {
    const wide = widthOf(grapheme) > 1;
    const last = result.at(-1);
    if (last && !wide && !last.wide) last.text += grapheme;
    else result.push({ text: grapheme, wide });
  }
  return result;
}

/** Neighbours of one style become one span. */
function merged(line: readonly Span[]): Line {
  const result: { text: string; style: Span["style"] }[] = [];
  for (const { text, style } of line) {
    const last = result.at(-1);
    if (last?.style === style) last.text += text;
    else if (text !== "") result.push({ text, style });
  }
  return result;
}
