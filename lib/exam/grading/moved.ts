/** What a regrade changed: whose grade moved, and what it did to the statistics. */

import type { GradedStudent, Grades } from "./grades.ts";
import { marksOf } from "./marks_of_grades.ts";
import { itemStatistics } from "../statistics/item_statistics.ts";
import { reliabilityOf } from "../statistics/reliability.ts";
import { scoreDistribution } from "../statistics/score_distribution.ts";
import { tableOf } from "../statistics/table.ts";

export interface Move {
  readonly student: string;
  readonly attempt: number;
  readonly file: string;
  /** Points; absent where there was no grade before, or is none now. */
  readonly before?: number;
  readonly after?: number;
  /** Of the items that differ. */
  readonly items: readonly string[];
  readonly passedBefore?: boolean;
  readonly passedAfter?: boolean;
}

/** Before and after; absent where it cannot be computed. */
export interface Shift {
  readonly before?: number;
  readonly after?: number;
}

/** What happened to one item: facility 0…1, discrimination index −1…1. */
export interface ItemShift {
  readonly item: string;
  readonly facility: Shift;
  readonly discrimination: Shift;
}

export interface Regrade {
  readonly moves: readonly Move[];
  /** Points, or percent where students were asked different things. */
  readonly mean: Shift;
  readonly deviation: Shift;
  /** Cronbach's α. */
  readonly alpha: Shift;
  /** Those whose figures differ. */
  readonly items: readonly ItemShift[];
}

/** Attempts are told apart by their file. Nothing moved where both came from the same key and the same submissions. */
export function regradeOf(before: Grades, after: Grades): Regrade {
  const old = new Map(before.students.map((student) => [student.file, student]));
  const now = new Map(after.students.map((student) => [student.file, student]));
  const moves = [...new Set([...now.keys(), ...old.keys()])].flatMap((file) => {
    const move = moveOf(old.get(file), now.get(file));
    return move ? [move] : [];
  });
  const [was, is] = [figuresOf(before), figuresOf(after)];
  const ids = [...new Set([...is.items.keys(), ...was.items.keys()])];
  return {
    moves,
    mean: shift(was.mean, is.mean),
    deviation: shift(was.deviation, is.deviation),
    alpha: shift(was.alpha, is.alpha),
    items: ids.flatMap((item): ItemShift[] => {
      const facility = shift(was.items.get(item)?.facility, is.items.get(item)?.facility);
      const discrimination = shift(
        was.items.get(item)?.discriminationIndex,
        is.items.get(item)?.discriminationIndex,
      );
      const differs = [facility, discrimination].some(({ before, after }) => before !== after);
      return differs ? [{ item, facility, discrimination }] : [];
    }),
  };
}

function figuresOf(grades: Grades) {
  const table = tableOf(marksOf(grades));
  const { mean, standardDeviation } = scoreDistribution(table);
  const statistics = itemStatistics(table);
  return {
    mean,
    deviation: standardDeviation,
    alpha: reliabilityOf(table).alpha,
    items: new Map(grades.items.flatMap(({ id }, index) => {
      const item = statistics[index];
      return item ? [[id, item] as const] : [];
    })),
  };
}

function shift(before: number | undefined, after: number | undefined): Shift {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function moveOf(before: GradedStudent | undefined, after: GradedStudent | undefined): Move | undefined {
  const one = after ?? before;
  if (!one) return undefined;
  const items = itemsThatDiffer(before, after);
  if (before && after && items.length === 0 && before.score === after.score && before.passed === after.passed) {
    return undefined;
  }
  return {
    student: one.student,
    attempt: one.attempt,
    file: one.file,
    items,
    ...(before ? { before: before.score, passedBefore: before.passed } : {}),
    ...(after ? { after: after.score, passedAfter: after.passed } : {}),
  };
}

function itemsThatDiffer(before: GradedStudent | undefined, after: GradedStudent | undefined): readonly string[] {
  if (!before || !after) return [];
  const old = new Map(before.answers.map((answer) => [answer.item, answer]));
  const differs = after.answers.filter(({ item, score, max, status }) => {
    const was = old.get(item);
    return was?.score !== score || was?.max !== max || was?.status !== status;
  });
  const gone = [...old.keys()].filter((item) => !after.answers.some((answer) => answer.item === item));
  return [...differs.map(({ item }) => item), ...gone];
}
