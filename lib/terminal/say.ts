/** Lines on standard output, one below the other: clean, broken where they are too wide, and as colourful as that can be. */

import { lineInAscii } from "../screens/ascii.ts";
import { cleanLine } from "../screens/clean.ts";
import type { Line, Span } from "../screens/frame.ts";
import { lineWidth } from "../screens/width.ts";
import { wrap } from "../screens/wrap.ts";
import { speaksUnicode } from "./character_set.ts";
import { type Depth, styled } from "./palette.ts";
import { outputDepth, outputWidth, writeAll } from "./stream.ts";

/** To whom only reads. */
export function sayLines(lines: readonly Line[]): void {
  writeAll(saidLines(speaksUnicode() ? lines : lines.map(lineInAscii), outputWidth(), outputDepth()));
}

/** With a line end behind each; `width` is 20 at least. */
export function saidLines(lines: readonly Line[], width: number, depth: Depth): string {
  return lines.flatMap((line) => fitted(cleanedLine(line), Math.max(20, width)))
    .map((line) => `${encoded(line, depth)}\n`).join("");
}

/** With escapes for its styles. */
export function encoded(line: Line, depth: Depth): string {
  return line.map(({ text, style }) => styled(text, style, depth)).join("");
}

export function cleanedLine(line: Line): Line {
  return line.map(({ text, style }): Span => ({ text: cleanLine(text), style }));
}

/** Lines that fit stay as they are; others are broken by words and keep their indentation. */
function fitted(line: Line, width: number): readonly Line[] {
  if (lineWidth(line) <= width) return [line];
  const indent = line[0]?.text.match(/^ {1,16}/)?.[0] ?? "";
  return wrap(line, width, indent === "" ? {} : { first: [{ text: indent, style: "plain" }] });
}
