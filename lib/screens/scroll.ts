/** Where a window of `rows` lines stands over `total` lines: arithmetic only. */

/** Nearest offset that shows no emptiness after the end. */
export function clamped(offset: number, rows: number, total: number): number {
  return Math.max(0, Math.min(offset, total - rows));
}

/** Lines first to last, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The offset nearest to `offset` that shows the range; of a range higher than the window, its beginning. */
export function showing({ from, to }: Range, offset: number, rows: number, total: number): number {
  const afterEnd = Math.max(offset, to - rows + 1);
  return clamped(Math.min(afterEnd, from), rows, total);
}

/** One line of what was seen stays in sight. */
export function pageStep(rows: number): number {
  return Math.max(1, rows - 1);
}

/** "12-22/40", with arrows to where there is more; nothing when everything is in sight. */
export function position(offset: number, rows: number, total: number): string {
  if (total <= rows) return "";
  const last = Math.min(total, offset + rows);
  return `${offset > 0 ? "↑" : " "}${last < total ? "↓" : " "} ${offset + 1}-${last}/${total}`;
}
