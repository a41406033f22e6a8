/** What the marks say of a question beyond its points: what could be chosen, and what guessing is worth. */

import type { Question } from "../content/schema/question.ts";
import { both, type Text } from "../content/text.ts";
import type { Answer } from "../quiz/answer.ts";
import { kindOf } from "../quiz/kinds.ts";
import { weightsOf } from "../quiz/multiple_scoring.ts";
import { guessScore } from "./guessing/guess_score.ts";
import type { MarkedItem, MarkedOption } from "./marks.ts";

export type ItemFacts = Pick<MarkedItem, "options" | "guess">;

export function itemFacts(question: Question): ItemFacts {
  const options = optionsOf(question);
  return { guess: guessScore(question), ...(options ? { options } : {}) };
}

function optionsOf(question: Question): readonly MarkedOption[] | undefined {
  switch (question.kind) {
    case "choice":
      return question.choices.map(({ id, text, correct }) => ({ id, text, right: correct }));
    case "multiple": {
      const weights = weightsOf(question);
      return question.choices.map(({ id, text, correct }) => ({
        id,
        text,
        right: question.scoring === "weights" ? (weights.get(id) ?? 0) > 0 : correct,
      }));
    }
    case "truefalse":
      return [true, false].map((value) => ({
        id: String(value),
        text: kindOf(question).describe(question, { kind: "truefalse", value }),
        right: value === question.answer,
      }));
    default:
      return undefined;
  }
}

/** What stands in `Marks.chosen`: ids of options, or the answer in words. */
export function chosenIn(question: Question, answer: Answer): readonly string[] {
  switch (answer.kind) {
    case "choice":
      return [answer.choice];
    case "multiple":
      return answer.choices;
    case "truefalse":
      return [String(answer.value)];
    default:
      return [kindOf(question).describe(question, answer).es];
  }
}

/** A line of Markdown: the first line of what is asked that holds words. */
export function titleOf({ prompt }: Question): Text {
  return both((lang) => prompt[lang].split("\n").map((line) => line.trim()).find((line) => /\p{L}/u.test(line)) ?? "");
}
