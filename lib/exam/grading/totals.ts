/** What a student's answers add up to. */

import type { GradedAnswer, GradedStudent } from "./grades.ts";

/** Parts of a point that sums are told in: 3 · ⅓ is 1. */
const coarse = 1e6;

/** `pass`: the part of the points that passes. Nobody passes while points are owed, nor with nothing to be graded. */
export function totalsOf(
  answers: readonly GradedAnswer[],
  pass: number,
): Pick<GradedStudent, "score" | "max" | "owed" | "passed"> {
  const owed = total(answers.map(({ score, max }) => score === undefined ? max : 0));
  const score = total(answers.map(({ score }) => score ?? 0));
  const max = total(answers.map(({ score, max }) => score === undefined ? 0 : max));
  return { score, max, owed, passed: owed === 0 && max > 0 && score >= pass * max - 1 / coarse };
}

function total(points: readonly number[]): number {
  return Math.round(points.reduce((sum, each) => sum + each, 0) * coarse) / coarse;
}
