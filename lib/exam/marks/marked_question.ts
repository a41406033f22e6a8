/** What the marks say of a question beyond its points: what could be chosen, and what guessing is worth. */

import type { Question } from "../../content/schema/question.ts";
import { both, type Text } from "../../content/text.ts";
import type { Answer } from "../../quiz/answer.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { weightsOf } from "../../quiz/multiple_scoring.ts";
import type { RawAnswer } from "../../quiz/kind.ts";
import { isRefused } from "../../quiz/raw.ts";
import { guessScore } from "../guessing/guess_score.ts";
import type { MarkedItem, MarkedOption } from "./marks.ts";

export interface ItemFacts extends Pick<MarkedItem, "options" | "guess"> {
  /** What stands in `Marks.chosen` for an answer as it is stored. */
  readonly chosen: (raw: RawAnswer) => readonly string[];
}

export function itemFacts(question: Question): ItemFacts {
  const options = optionsOf(question);
  return {
    guess: guessScore(question),
    ...(options ? { options } : {}),
    chosen: (raw) => {
      const answer = kindOf(question).parse(question, raw);
      return isRefused(answer) ? inWords(raw) : chosenIn(question, answer);
    },
  };
}

/** Of an answer whose question nobody has any more. Ids of options as they are; anything else in words on one line. */
export function inWords(raw: RawAnswer): readonly string[] {
  if (typeof raw === "string" || typeof raw === "boolean") return [String(raw)];
  if (isList(raw)) return raw;
  return [Object.entries(raw).map(([left, right]) => `${left}: ${right}`).join("; ")];
}

const isList = (raw: Exclude<RawAnswer, string | boolean>): raw is readonly string[] => Array.isArray(raw);

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

/** A line of Markdown: the first line of what is asked that holds words, outside code; inside it where there is none. */
export function titleOf(question: Question): Text {
  const firstLine = (text: string) => text.split("\n").map((line) => line.trim()).find((line) => /\p{L}/u.test(line));
  return both((lang) => {
    const outside = question.prompt[lang].replace(/^(`{3,}|~{3,}).*\n(?:.*\n)*?\1.*$/gm, "");
    return firstLine(outside) ?? firstLine(question.prompt[lang].replace(/^(?:`{3,}|~{3,}).*$/gm, "")) ?? "";
  });
}
