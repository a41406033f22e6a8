/** How long the class took, item by item and in all. */

import { quantile } from "./moments.ts";
import { markedCell, type Table } from "./table.ts";

/** Seconds. */
export interface Span {
  readonly students: number;
  readonly median: number;
  /** The quicker and the slower quarter begin here. */
  readonly quarter: number;
  readonly threeQuarters: number;
}

export interface TimeSpent {
  readonly items: readonly (Span | undefined)[];
  readonly whole: Span | undefined;
}

/** Undefined where no time was recorded. */
export function timeSpent(table: Table): TimeSpent | undefined {
  const { marks, students, columns } = table;
  const { seconds } = marks;
  if (!seconds || seconds.size === 0) return undefined;
  const wholes: number[] = [];
  const each = Array.from({ length: columns }, (): number[] => []);
  for (let row = 0; row < students.length; row++) {
    let whole: number | undefined;
    for (const [column, times] of each.entries()) {
      const took = seconds.get(markedCell(table, row, column));
      if (took === undefined) continue;
      times.push(took);
      whole = (whole ?? 0) + took;
    }
    if (whole !== undefined) wholes.push(whole);
  }
  return { items: each.map(spanOf), whole: spanOf(wholes) };
}

function spanOf(times: readonly number[]): Span | undefined {
  const sorted = Float64Array.from(times).sort();
  const [quarter, median, threeQuarters] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part));
  if (quarter === undefined || median === undefined || threeQuarters === undefined) return undefined;
  return { students: sorted.length, median, quarter, threeQuarters };
}
