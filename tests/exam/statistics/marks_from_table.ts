/** Marks for tests: from a table as a teacher would bring it, and from patterns with their frequencies. */

import assert from "node:assert/strict";
import type { Marks } from "../../../lib/exam/marks/marks.ts";
import { readMarksTable } from "../../../lib/exam/marks/marks_csv.ts";
import { finished } from "../../../lib/exam/statistics/class_statistics.ts";

export function marksFrom(csv: string): Marks {
  const { marks, problems } = finished(readMarksTable(csv));
  assert.deepEqual(problems, []);
  assert.ok(marks);
  return marks;
}

/** Each pattern as often as its last column says. */
export function marksFromPatterns(csv: string): Marks {
  const [head = "", ...patterns] = csv.trim().split("\n");
  const rows = patterns.flatMap((pattern) => {
    const at = pattern.lastIndexOf(",");
    return Array<string>(Number(pattern.slice(at + 1))).fill(pattern.slice(0, at));
  });
  const items = head.slice(0, head.lastIndexOf(","));
  return marksFrom(`student,${items}\n${rows.map((row, index) => `s${index},${row}\n`).join("")}`);
}
