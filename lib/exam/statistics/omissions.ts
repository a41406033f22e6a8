/** What was left empty: passed over, or never reached. */

import { stateCode } from "../marks/marks.ts";
import { markedCell, type Table } from "./table.ts";

export interface Omissions {
  /** Seen, and left empty. */
  readonly omitted: number;
  /** Left empty like everything after it; where times are known, never on the screen. */
  readonly notReached: number;
}

const unanswered = stateCode("unanswered");

/** One for each item. Without times the order of the items is taken for that in which they were asked. */
export function omissionsOf(table: Table): readonly Omissions[] {
  const { marks, students, columns } = table;
  const timed = (marks.seconds?.size ?? 0) > 0;
  const counts = Array.from({ length: columns }, () => ({ omitted: 0, notReached: 0 }));
  for (let row = 0; row < students.length; row++) {
    let onlyEmpty = true;
    for (let column = columns - 1; column >= 0; column--) {
      const cell = markedCell(table, row, column);
      const count = counts[column];
      if (marks.states[cell] !== unanswered || !count) {
        if (table.asked[row * columns + column] === 1) onlyEmpty = false;
        continue;
      }
      const reached = timed ? (marks.seconds?.get(cell) ?? 0) > 0 : !onlyEmpty;
      count[reached ? "omitted" : "notReached"]++;
    }
  }
  return counts;
}
