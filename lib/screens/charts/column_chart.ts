/** Columns that stand side by side, each as high as its number, over an axis. */

import type { Line } from "../frame.ts";
import { span } from "../width.ts";
import { tickLine } from "./tick_line.ts";

export interface ColumnChart {
  /** 0 or more. */
  readonly values: readonly number[];
  /** What fills the height, more than 0; a column of more ends in an arrow. */
  readonly scale: number;
  /** What that is called at the top of the axis. */
  readonly top: string;
  /** Under the axis, each below the column of its place; one that has no room is left out. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** From an eighth of a cell to a whole one. */
const eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** At most three cells a column, a gap among them. */
const widest = 3;

/**
 * `height` rows of columns, then the axis and the ticks; no line wider than `width`. The first values are shown where not all have
 * room. What is more than nothing shows at least an eighth of a cell.
 */
export function columnChart(
  { values, scale, top, ticks }: ColumnChart,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Line[] {
  const margin = Math.max(top.length, 1) + 1;
  const room = width - margin - 1;
  const shown = values.slice(0, Math.max(0, room));
  if (shown.length === 0) return [];
  const cell = Math.max(1, Math.min(widest, Math.floor(room / shown.length)));
  const levels = shown.map((value) =>
    value > 0 ? Math.max(1, Math.round(Math.min(1, value / scale) * height * eighths.length)) : 0
  );
  const rows = Array.from({ length: height }, (_, row): Line => {
    const below = (height - 1 - row) * eighths.length;
    const columns = levels.map((level, index) => {
      const over = row === 0 && (shown[index] ?? 0) > scale;
      const glyph = over ? "↑" : level <= below ? " " : eighths[Math.min(eighths.length, level - below) - 1] ?? " ";
      return cell === 1 ? glyph : glyph.repeat(cell - 1) + " ";
    });
    const label = row === 0 ? top : "";
    return [span(`${label.padStart(margin - 1)} │`, "dim"), span(columns.join("").trimEnd(), "accent")];
  });
  const axis: Line = [span(`${"0".padStart(margin - 1)} └${"─".repeat(shown.length * cell)}`.slice(0, width), "dim")];
  const under = tickLine(ticks.map(({ at, text }) => ({ at: margin + 1 + at * cell, text })), width);
  return [...rows, axis, ...(under === "" ? [] : [[span(under, "dim")]])];
}
