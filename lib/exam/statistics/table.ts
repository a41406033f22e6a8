/** Who counts, and with which score: the marks of a class made ready for statistics. */

import { type Marks, stateCode } from "../marks/marks.ts";

/** Rows are the students who count, columns all items; cell = row · columns + column. */
export interface Table {
  readonly marks: Marks;
  /** Index in `marks.students` of each row. */
  readonly students: readonly number[];
  readonly columns: number;
  /** Points; 0 where nothing was answered, as in Moodle. */
  readonly points: Float64Array;
  /** Who was asked: 1, else 0. */
  readonly asked: Uint8Array;
  /** Columns that count at all: with an answer that could be judged. */
  readonly inUse: readonly boolean[];
  /** Everybody was asked the same. */
  readonly complete: boolean;
  /** Points each student could get. */
  readonly available: Float64Array;
  /** Points, or where students were asked different things, percent of what each could get. */
  readonly scores: Float64Array;
  /** The best possible score. */
  readonly outOf: number;
  /** Students who answered nothing at all: they were not there. */
  readonly leftOut: readonly number[];
  /** Students who wait for an answer to be judged: what they are worth is not known. */
  readonly pending: readonly number[];
  /** Columns that nearly nobody's answer could be judged in: nobody waits for them, and they do not count. */
  readonly unjudged: readonly number[];
}

const [marked, owedCode] = [stateCode("marked"), stateCode("owed")];
const notAsked = stateCode("not-asked");

export function tableOf(marks: Marks): Table {
  const columns = marks.items.length;
  const unjudged = unjudgedColumns(marks);
  const counts = marks.items.map((_, column) => !unjudged.includes(column));
  const groups = Map.groupBy(marks.students.keys(), (student) => standingOf(marks, student, counts));
  const students = groups.get("counts") ?? [];
  const points = new Float64Array(students.length * columns);
  const asked = new Uint8Array(students.length * columns);
  const available = new Float64Array(students.length);
  const totals = new Float64Array(students.length);
  for (const [row, student] of students.entries()) {
    for (let column = 0; column < columns; column++) {
      const from = student * columns + column;
      if (marks.states[from] === notAsked || !counts[column]) continue;
      const cell = row * columns + column;
      const given = marks.points[from] ?? 0;
      asked[cell] = 1;
      points[cell] = given;
      totals[row] = (totals[row] ?? 0) + given;
      available[row] = (available[row] ?? 0) + (marks.items[column]?.max ?? 0);
    }
  }
  const askedOf = marks.items.map((_, column) =>
    students.reduce((sum, _student, row) => sum + (asked[row * columns + column] ?? 0), 0)
  );
  const complete = askedOf.every((count) => count === 0 || count === students.length);
  const inUse = askedOf.map((count) => count > 0);
  const whole = marks.items.reduce((sum, { max }, column) => sum + (inUse[column] ? max : 0), 0);
  return {
    marks,
    students,
    columns,
    points,
    asked,
    inUse,
    complete,
    available,
    scores: complete ? totals : totals.map((total, row) => share(total, available[row] ?? 0) * 100),
    outOf: complete ? whole : 100,
    leftOut: groups.get("absent") ?? [],
    pending: groups.get("pending") ?? [],
    unjudged,
  };
}

/** Most answers to it are owed. */
function unjudgedColumns({ items, students, states }: Marks): readonly number[] {
  return [...items.keys()].filter((column) => {
    let [owed, all] = [0, 0];
    for (let student = 0; student < students.length; student++) {
      const state = states[student * items.length + column];
      if (state === owedCode) owed++;
      if (state !== notAsked) all++;
    }
    return owed > 0 && owed * 2 > all;
  });
}

function standingOf({ states }: Marks, student: number, counts: readonly boolean[]): "counts" | "pending" | "absent" {
  const own = states.subarray(student * counts.length, (student + 1) * counts.length);
  if (own.some((state, column) => counts[column] && state === owedCode)) return "pending";
  return own.some((state, column) => counts[column] && state === marked) ? "counts" : "absent";
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** What one item has to do with everything else, for those who were asked it. */
export interface Column {
  /** Rows. */
  readonly rows: Uint32Array;
  readonly points: Float64Array;
  /** The score without this item: points, or percent of the rest where students were asked different things. */
  readonly rest: Float64Array;
  readonly scores: Float64Array;
}

export function columnOf(table: Table, column: number): Column {
  const { columns, asked, points, scores, students } = table;
  const rows = Uint32Array.from(students.keys()).filter((row) => asked[row * columns + column] === 1);
  const own = Float64Array.from(rows, (row) => points[row * columns + column] ?? 0);
  return {
    rows,
    points: own,
    rest: Float64Array.from(rows, (row) => restOf(table, row, column)),
    scores: Float64Array.from(rows, (row) => scores[row] ?? 0),
  };
}

/** The score of a row without one item. */
export function restOf(
  { marks, columns, points, scores, available, complete }: Table,
  row: number,
  column: number,
): number {
  const own = points[row * columns + column] ?? 0;
  const score = scores[row] ?? 0;
  if (complete) return score - own;
  const all = available[row] ?? 0;
  return share(score * all / 100 - own, all - (marks.items[column]?.max ?? 0)) * 100;
}

/** Where a cell of the table stands in the marks. */
export function markedCell({ students, columns }: Table, row: number, column: number): number {
  return (students[row] ?? 0) * columns + column;
}
