/** Marks an answer, whatever the kind of question. */

import type { Question } from "../content/schema/question.ts";
import type { Answer, Mark } from "./answer.ts";
import { kindOf } from "./kinds.ts";

/** An answer of another kind than the question is a bug of the caller, and throws. */
export function grade(question: Question, answer: Answer): Mark {
  if (question.kind !== answer.kind) throw new TypeError(`"${question.id}" is ${question.kind}, not ${answer.kind}`);
  return kindOf(question).grade(question, answer);
}
