/** Shares over some steps, measured and expected: one dot each, higher for more. */

import type { Line } from "../frame.ts";
import { span } from "../width.ts";
import { tickLine } from "./tick_line.ts";

export interface CurvePoint {
  readonly label: string;
  /** Both 0…1. */
  readonly measured: number;
  readonly expected: number;
}

const margin = "100% │".length;

/**
 * `height` rows from 100 % down to 50 %, or to 0 % where a share is below; then the axis and the labels. No line wider than `width`:
 * the first points are shown where not all have room.
 */
export function curve(
  points: readonly CurvePoint[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Line[] {
  const cell = Math.max(4, Math.min(8, Math.floor((width - margin) / Math.max(1, points.length))));
  const shown = points.slice(0, Math.max(0, Math.floor((width - margin) / cell)));
  if (shown.length === 0) return [];
  const low = shown.some(({ measured, expected }) => Math.min(measured, expected) < 0.5);
  const step = (low ? 1 : 0.5) / (height - 1);
  const rowOf = (share: number) => Math.round((1 - share) / step);
  const rows = Array.from({ length: height }, (_, row): Line => {
    const label = `${Math.round(100 * (1 - row * step))}%`;
    return [
      span(`${label.padStart(margin - 2)} │`, "dim"),
      ...shown.flatMap(({ measured, expected }) => [
        rowOf(measured) === row ? span(" ●", "accent") : span("  "),
        rowOf(expected) === row ? span("○", "dim") : span(" "),
        span(" ".repeat(cell - 3)),
      ]),
    ];
  });
  const labels = shown.map(({ label }, index) => ({ at: margin + index * cell + 1, text: label }));
  return [
    ...rows,
    [span(`${" ".repeat(margin - 1)}└${"─".repeat(shown.length * cell)}`, "dim")],
    [span(tickLine(labels, width), "dim")],
  ];
}
