/** One choice among several. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { same, type Text } from "../../content/text.ts";
import type { AnswerOf, Mark } from "../answer.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { named } from "../raw.ts";
import { shownChoices } from "../shown_choices.ts";

type Question = QuestionOf<"choice">;

export const choice: Kind<"choice"> = {
  grade(question, answer): Mark {
    const chosen = question.choices.find(({ id }) => id === answer.choice);
    const remarks = chosen?.feedback ? [chosen.feedback] : [];
    return markOf(chosen?.correct ? 1 : 0, remarks, choice.solution(question));
  },

  parse(question, raw) {
    const id = named(question.choices, raw);
    return typeof id === "string" ? { kind: "choice", choice: id } : id;
  },

  raw: (answer) => answer.choice,

  shown: (question, rng) => shownChoices(question, rng),

  solution: (question): Text => joined(question.choices.filter(({ correct }) => correct).map(({ text }) => text)),

  describe: (question: Question, answer: AnswerOf<"choice">): Text =>
    question.choices.find(({ id }) => id === answer.choice)?.text ?? same(answer.choice),
};

/** More than one may be right although only one can be chosen. */
function joined(texts: readonly Text[]): Text {
  return { es: texts.map(({ es }) => es).join(" / "), en: texts.map(({ en }) => en).join(" / ") };
}
