/** What ticking blindly is worth in a question with several right choices, whatever its scoring rule. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { grade } from "../../quiz/grade.ts";
import { weightsOf } from "../../quiz/multiple_scoring.ts";
import type { Rng } from "../../quiz/rng.ts";
import type { GuessScore } from "../marks/marks.ts";

type Question = QuestionOf<"multiple">;

/** Sets of ticks that are graded one by one; more choices with a weight of their own than this has room for are simulated. */
const mostGraded = 1 << 14;
const simulated = 1 << 14;

/**
 * The mean over all 2ⁿ sets of ticks. Choices that count the same (all right ones, all wrong ones; with weights, those of one
 * weight) are interchangeable: of each class only how many are ticked matters, and j of k can be ticked in C(k, j) ways. So one
 * set of each make-up is graded and counts as often as there are such sets.
 */
export function tickScore(question: Question, rng: Rng): GuessScore {
  const classes = classesOf(question);
  const makeUps = classes.reduce((product, { length }) => product * (length + 1), 1);
  if (makeUps > mostGraded) return simulatedScore(question, rng);
  let sum = 0;
  for (const { ticked, share } of tickings(classes)) sum += share * fractionOf(question, ticked);
  return { score: sum, exact: true };
}

function fractionOf(question: Question, choices: readonly string[]): number {
  return grade(question, { kind: "multiple", choices }).fraction;
}

function classesOf(question: Question): readonly (readonly string[])[] {
  const weights = weightsOf(question);
  const same = Map.groupBy(
    question.choices,
    ({ id, correct }) => question.scoring === "weights" ? weights.get(id) : correct,
  );
  return [...same.values()].map((choices) => choices.map(({ id }) => id));
}

interface Ticking {
  readonly ticked: readonly string[];
  /** The part of all sets that are made up like this one. */
  readonly share: number;
}

function* tickings(classes: readonly (readonly string[])[]): Generator<Ticking> {
  const [first, ...others] = classes;
  if (!first) return yield { ticked: [], share: 1 };
  let share = 0.5 ** first.length;
  for (let ticks = 0; ticks <= first.length; ticks++) {
    for (const rest of tickings(others)) {
      yield { ticked: [...first.slice(0, ticks), ...rest.ticked], share: share * rest.share };
    }
    share *= (first.length - ticks) / (ticks + 1);
  }
}

function simulatedScore(question: Question, rng: Rng): GuessScore {
  let sum = 0;
  for (let round = 0; round < simulated; round++) {
    sum += fractionOf(question, question.choices.filter(() => rng() < 0.5).map(({ id }) => id));
  }
  return { score: sum / simulated, exact: false };
}
