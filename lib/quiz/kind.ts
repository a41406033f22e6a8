/** What each kind of question must be able to do; `kinds.ts` maps a kind to its implementation. */

import type { QuestionKind, QuestionOf } from "../content/schema/question.ts";
import type { Text } from "../content/text.ts";
import type { AnswerOf, Mark } from "./answer.ts";
import type { Rng } from "./rng.ts";

/** Why what was written cannot be an answer to this question, and what it could have been. */
export interface Refused {
  readonly problem: Text;
}

/** Methods, not properties: their parameters may be narrower than the union, which `kindOf` in `kinds.ts` relies on. */
export interface Kind<Name extends QuestionKind> {
  grade(question: QuestionOf<Name>, answer: AnswerOf<Name>): Mark;
  /** Reads the shape that an answers file has for this kind. */
  parse(question: QuestionOf<Name>, raw: unknown): AnswerOf<Name> | Refused;
  /** The opposite of `parse`: what stands in `quiz --json` and can be given back in an answers file. */
  raw(answer: AnswerOf<Name>): RawAnswer;
  /** Ids in the order in which they are shown; empty where nothing is shuffled. */
  shown(question: QuestionOf<Name>, rng: Rng): readonly string[];
  /** The right answer; Markdown. */
  solution(question: QuestionOf<Name>): Text;
  /** What was answered, as plain text on one line or a few. */
  describe(question: QuestionOf<Name>, answer: AnswerOf<Name>): Text;
}

export type RawAnswer = string | boolean | readonly string[] | Readonly<Record<string, string>>;
