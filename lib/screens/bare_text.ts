/** What lines and Markdown say, without any style or mark. */

import type { Line } from "./frame.ts";
import { inlineMarkdown } from "./markdown.ts";

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}

/** Markdown without blocks, on one line. */
export function unmarked(markdown: string): string {
  return textOf(inlineMarkdown(markdown.replaceAll("\n", " ")));
}
