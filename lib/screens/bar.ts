/** A bar for a fraction. */

import type { Line, Style } from "./frame.ts";
import { span } from "./width.ts";

/** `cells` wide. What is begun shows one cell, what is not finished leaves one free. */
export function bar(fraction: number, cells: number, style: Style = "accent"): Line {
  const part = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
  const exact = Math.round(part * cells);
  const full = part > 0 && part < 1 ? Math.min(Math.max(exact, 1), cells - 1) : exact;
  return [span("█".repeat(full), style), span("░".repeat(cells - full), "dim")].filter(({ text }) => text !== "");
}

/** 0.666 → "67%"; only all is 100%, only nothing 0%. */
export function percent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  const shown = fraction > 0 && fraction < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return `${shown}%`;
}
