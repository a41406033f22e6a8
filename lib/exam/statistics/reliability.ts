/** How far the scores of another test like this one would agree with these. */

import { covariance } from "./moments.ts";
import { columnOf, type Table } from "./table.ts";

/** Undefined where it cannot be computed: less than three students, one item, all scores the same, different questions. */
export interface Reliability {
  /** Cronbach's α, 1 at most; below 0 where items pull against each other. Moodle: "coefficient of internal consistency", in percent. */
  readonly alpha: number | undefined;
  /** √(1 − α): the part of the spread that is chance. Moodle: "error ratio". */
  readonly errorRatio: number | undefined;
  /** In points: how far a score is from what the student is worth, give or take. */
  readonly standardError: number | undefined;
  /** α of the test without each item. */
  readonly alphaWithout: readonly (number | undefined)[];
}

/**
 * Cronbach (1951): α = P / (P − 1) · (1 − Σ V(x_p) / V(T)), as Moodle's calculator
 * (mod/quiz/report/statistics/classes/calculator.php), which gives it from three attempts on. Without item p the scores are T − x_p.
 */
export function reliabilityOf(table: Table): Reliability {
  const { complete, columns, inUse, students, scores } = table;
  const none = { alpha: undefined, errorRatio: undefined, standardError: undefined };
  if (!complete || students.length < 3) return { ...none, alphaWithout: Array(columns).fill(undefined) };
  const own: number[] = [];
  const rest: number[] = [];
  for (let index = 0; index < columns; index++) {
    const column = columnOf(table, index);
    own.push(covariance(column.points, column.points) ?? 0);
    rest.push(covariance(column.rest, column.rest) ?? 0);
  }
  const sum = own.reduce((total, value) => total + value, 0);
  const whole = covariance(scores, scores) ?? 0;
  const items = inUse.filter((used) => used).length;
  const alpha = alphaOf(items, sum, whole);
  const alphaWithout = own.map((value, index) =>
    inUse[index] ? alphaOf(items - 1, sum - value, rest[index] ?? 0) : undefined
  );
  if (alpha === undefined) return { ...none, alphaWithout };
  const errorRatio = Math.sqrt(1 - alpha);
  return { alpha, errorRatio, standardError: errorRatio * Math.sqrt(whole), alphaWithout };
}

/** From the sum of the variances of the items and the variance of the scores. */
export function alphaOf(items: number, sum: number, whole: number): number | undefined {
  return items > 1 && whole > 1e-18 ? items / (items - 1) * (1 - sum / whole) : undefined;
}
