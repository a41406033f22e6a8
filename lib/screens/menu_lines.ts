/** The candidates for what is being typed, side by side. */

import type { Menu } from "./command_line.ts";
import type { Line } from "./frame.ts";
import { position, showing } from "./scroll.ts";
import { cutLine, ends, lineWidth, span, widthOf } from "./width.ts";

/** Between candidates. */
const gap = 2;

/** As many rows as there is room for, among them the one with the chosen candidate. */
export function menuLines({ candidates, chosen }: Menu, columns: number, most: number): readonly Line[] {
  const rows: { readonly from: number; readonly line: Line }[] = [];
  const room = columns - (candidates.length > 8 ? " ↓ 10-12/100".length : 0);
  let line: Line = [];
  let from = 0;
  candidates.forEach(({ shown }, index) => {
    if (line.length > 0 && lineWidth(line) + gap + widthOf(shown) > room) {
      rows.push({ from, line });
      [line, from] = [[], index];
    }
    line = [
      ...line,
      ...(line.length > 0 ? [span(" ".repeat(gap))] : []),
      span(shown, index === chosen ? "selected" : "plain"),
    ];
  });
  rows.push({ from, line });
  const at = Math.max(0, rows.findLastIndex(({ from }) => from <= (chosen ?? 0)));
  const first = showing({ from: at, to: at }, 0, most, rows.length);
  const shown = rows.slice(first, first + most).map(({ line }) => cutLine(line, columns));
  const place = position(first, most, rows.length);
  return shown.map((line, index) =>
    index === shown.length - 1 && place !== "" ? ends(line, [span(place, "dim")], columns) : line
  );
}
