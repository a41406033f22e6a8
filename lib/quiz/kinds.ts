/** The table of question kinds: the compiler names whatever a new kind lacks. */

import type { Question, QuestionKind } from "../content/schema/question.ts";
import type { Kind } from "./kind.ts";
import { choice } from "./kinds/choice.ts";
import { cloze } from "./kinds/cloze.ts";
import { command } from "./kinds/command.ts";
import { match } from "./kinds/match.ts";
import { multiple } from "./kinds/multiple.ts";
import { number } from "./kinds/number.ts";
import { order } from "./kinds/order.ts";
import { text } from "./kinds/text.ts";
import { truefalse } from "./kinds/truefalse.ts";

const kinds = { choice, multiple, truefalse, text, number, order, match, cloze, command } as const satisfies {
  readonly [Name in QuestionKind]: Kind<Name>;
};

/** What can be done with this question. Give it only this question and answers of its kind. */
export function kindOf(question: Question): Kind<QuestionKind> {
  return kinds[question.kind];
}
