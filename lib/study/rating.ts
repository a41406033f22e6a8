/** How well a review went, in FSRS's words, from what is known of the answer. */

import type { QuestionKind } from "../content/schema/question.ts";
import type { Confidence, Rating } from "./events.ts";

export const ratings: readonly Rating[] = ["again", "hard", "good", "easy"];

export interface Rated {
  /** Of the points, 0…1. */
  readonly fraction: number;
  readonly confidence?: Confidence | undefined;
  /** ms. */
  readonly took?: number | undefined;
  readonly hints?: number | undefined;
  /** What kind of question it was; undefined for tasks, of which the time says nothing. */
  readonly kind?: QuestionKind | undefined;
}

/** From this fraction on an answer is right: what a missing accent costs does not make it half known. */
const right = 0.9;
/** From this fraction on it is half known. */
const half = 0.5;

/** ms in which a person who need not think has read the question and given the answer. */
const quick: Readonly<Record<QuestionKind, number>> = {
  truefalse: 10_000,
  choice: 15_000,
  multiple: 20_000,
  text: 20_000,
  number: 20_000,
  command: 25_000,
  order: 30_000,
  cloze: 30_000,
  match: 35_000,
};

/**
 * Wrong, or less than half right: again. Half right, right after a hint, or a guess that was right: hard. Right, sure and quick
 * for its kind: easy. Any other right answer: good. Time only ever lifts good to easy: a slow answer may be a careful one, and a
 * coffee break says nothing.
 */
export function ratingOf({ fraction, confidence, took, hints = 0, kind }: Rated): Rating {
  if (!(fraction >= half)) return "again";
  if (fraction < right || hints > 0 || confidence === "guess") return "hard";
  const fast = kind !== undefined && took !== undefined && took > 0 && took <= (quick[kind] ?? 0);
  return fast && confidence === "sure" ? "easy" : "good";
}
