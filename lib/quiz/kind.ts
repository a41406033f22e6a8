/** What each kind of question must be able to do; `kinds.ts` maps a kind to its implementation. */

import type { Question, QuestionKind, QuestionOf } from "../content/schema/question.ts";
import type { Text } from "../content/text.ts";
import type { Answer, AnswerOf, Mark } from "./answer.ts";
import type { Rng } from "./rng.ts";

/** Why what was written cannot be an answer to this question, and what it could have been. */
export interface Refused {
  readonly problem: Text;
}

export type Kind<Name extends QuestionKind> = KindFor<QuestionOf<Name>, AnswerOf<Name>>;

/** Methods, not properties: their parameters may be narrower than the union, which `kindOf` in `kinds.ts` relies on. */
export interface KindFor<Asked extends Question, Given extends Answer> {
  grade(question: Asked, answer: Given): Mark;
  /** Reads the shape that an answers file has for this kind. */
  parse(question: Asked, raw: unknown): Given | Refused;
  /** The opposite of `parse`: what stands in `quiz --json` and can be given back in an answers file. */
  raw(answer: Given): RawAnswer;
  /** Ids in the order in which they are shown; empty where nothing is shuffled. */
  shown(question: Asked, rng: Rng): readonly string[];
  /** The right answer; Markdown. */
  solution(question: Asked): Text;
  /** What was answered, as plain text on one line or a few. */
  describe(question: Asked, answer: Given): Text;
}

export type RawAnswer = string | boolean | readonly string[] | Readonly<Record<string, string>>;
