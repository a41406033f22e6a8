/** A quiz being taken: which questions in which order, what was answered, where the learner is. Pure: actions in, state out. */

import type { Question } from "../content/schema/question.ts";
import type { Quiz } from "../content/schema/quiz.ts";
import type { Answer, Mark } from "./answer.ts";
import type { Sitting } from "./sitting.ts";

/** What to take of a quiz. `seed` fixes every order; `count`, `kind` and `concept` choose questions. */
export interface SessionOptions {
  readonly seed: number;
  readonly count?: number;
  readonly kind?: Question["kind"];
  readonly concept?: string;
  /** Only these, by id: the missed ones of an earlier attempt. */
  readonly questions?: readonly string[];
  /** Asked in the order of `questions`. */
  readonly inOrder?: boolean;
}

/** One question of the session with the order in which its parts are shown. */
export interface Item {
  readonly question: Question;
  /** Ids of choices, items or right sides in the order shown; empty where nothing is shuffled. */
  readonly shown: readonly string[];
  readonly answer?: Answer;
  readonly mark?: Mark;
  readonly skipped: boolean;
  readonly hintsShown: number;
}

export interface Session {
  readonly quiz: Pick<Quiz, "id" | "title">;
  readonly seed: number;
  readonly items: readonly Item[];
  /** Index into `items`; equal to its length when all have been seen. */
  readonly at: number;
  /** It is put together from several quizzes. */
  readonly sitting?: Sitting;
}

export type SessionAction =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "skip" }
  | { readonly kind: "hint" }
  | { readonly kind: "next" }
  | { readonly kind: "back" };

export interface ConceptResult {
  readonly concept: string;
  readonly score: number;
  readonly max: number;
}

/** Points. An unanswered question counts 0 of its points. */
export interface SessionSummary {
  readonly score: number;
  readonly max: number;
  readonly correct: number;
  readonly partial: number;
  readonly incorrect: number;
  readonly skipped: number;
  readonly concepts: readonly ConceptResult[];
}
