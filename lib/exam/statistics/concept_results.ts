/** What the class knows of each concept. */

import type { Table } from "./table.ts";

export interface ConceptResult {
  readonly id: string;
  readonly items: number;
  /** Part of the points that the class got, of those that its members could get here. */
  readonly facility: number;
  /** Students who were asked, and those of them with less than half of the points. */
  readonly students: number;
  readonly weak: number;
}

/** The weakest first. An item counts for each of its concepts. */
export function conceptResults({ marks, students, columns, points, asked }: Table): readonly ConceptResult[] {
  const places = new Map<string, number[]>();
  for (const [column, { concepts, max }] of marks.items.entries()) {
    if (max > 0) { for (const concept of new Set(concepts)) places.getOrInsert(concept, []).push(column); }
  }
  const results = [...places].map(([id, members]): ConceptResult => {
    let [got, could, count, weak] = [0, 0, 0, 0];
    for (let row = 0; row < students.length; row++) {
      let [own, most] = [0, 0];
      for (const column of members) {
        if (asked[row * columns + column] !== 1) continue;
        own += points[row * columns + column] ?? 0;
        most += marks.items[column]?.max ?? 0;
      }
      if (most === 0) continue;
      got += own;
      could += most;
      count++;
      if (own < most / 2 - 1e-9) weak++;
    }
    return { id, items: members.length, facility: could > 0 ? got / could : 0, students: count, weak };
  });
  return results.filter(({ students }) => students > 0)
    .sort((one, other) => one.facility - other.facility || (one.id < other.id ? -1 : 1));
}
