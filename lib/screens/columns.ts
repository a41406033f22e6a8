/** Two blocks of lines side by side, with a thin rule between them. */

import type { Line } from "./frame.ts";
import { cutLine, fitLine, span } from "./width.ts";

const rule = " │ ";

/** Cells that the rule takes. */
export const gap = rule.length;

/** `rows` lines of at most `width` cells; `left` takes `leftWidth` of them. */
export function beside(
  left: readonly Line[],
  right: readonly Line[],
  { leftWidth, width, rows }: { readonly leftWidth: number; readonly width: number; readonly rows: number },
): readonly Line[] {
  return Array.from({ length: rows }, (_, row) => [
    ...fitLine(left[row] ?? [], leftWidth),
    span(rule, "dim"),
    ...cutLine(right[row] ?? [], width - leftWidth - gap),
  ]);
}
