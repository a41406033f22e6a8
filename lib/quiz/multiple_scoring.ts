/** How much a set of ticks is worth: the named rules for questions with several right choices. */

import type { QuestionOf } from "../content/schema/question.ts";

export type MultipleScoring = QuestionOf<"multiple">["scoring"];

/** Right and wrong ticks, right and wrong choices. */
export interface Ticks {
  readonly rightTicks: number;
  readonly wrongTicks: number;
  readonly correct: number;
  readonly wrong: number;
}

/**
 * 0…1. With t right ticks, f wrong ticks, c right choices, w wrong choices, n = c + w:
 * - exact: 1 if t = c and f = 0. Canvas "Exact match", RELATE `exact`.
 * - net: (t − f) / c. Canvas "Partial credit with penalty", H5P, PrairieLearn `net-correct`. Ticking everything may score.
 * - balanced: t / c − f / w. Moodle with +100/c and −100/w weights, R/exams `false`. Ticking everything scores 0.
 * - each: (t + (w − f)) / n. PrairieLearn `each-answer`, RELATE `proportional`. Ticking nothing scores w / n.
 * - coverage: t² / (c · (t + f)). PrairieLearn `coverage`.
 * - subset: t / c if f = 0. RELATE `proportional_correct`.
 * Below 0 counts as 0. Where nothing is right (c = 0) only ticking nothing is right; where nothing is wrong (w = 0) the
 * penalty of `balanced` is gone.
 */
export function scoreTicks(rule: Exclude<MultipleScoring, "weights">, ticks: Ticks): number {
  const { rightTicks: t, wrongTicks: f, correct: c, wrong: w } = ticks;
  if (c === 0 && rule !== "each") return f === 0 ? 1 : 0;
  switch (rule) {
    case "exact":
      return t === c && f === 0 ? 1 : 0;
    case "net":
      return Math.max(0, (t - f) / c);
    case "balanced":
      return Math.max(0, w === 0 ? t / c : (t * w - f * c) / (c * w));
    case "each":
      return (t + (w - f)) / (c + w);
    case "coverage":
      return t === 0 ? 0 : t ** 2 / (c * (t + f));
    case "subset":
      return f === 0 ? t / c : 0;
  }
}

/** The sum of the ticked weights, kept in 0…1: what Moodle does with the fractions of its choices. */
export function scoreWeights(weights: readonly number[]): number {
  return Math.min(1, Math.max(0, weights.reduce((sum, weight) => sum + weight, 0)));
}

/** A right choice without a weight is worth its part of the right ones, a wrong one nothing. */
export function weightsOf(question: QuestionOf<"multiple">): ReadonlyMap<string, number> {
  const correct = question.choices.filter((choice) => choice.correct).length;
  return new Map(
    question.choices.map((choice) => [choice.id, choice.weight ?? (choice.correct ? 1 / correct : 0)]),
  );
}
