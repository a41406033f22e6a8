/** True or false. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { Text } from "../../content/text.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { judged } from "./lead.ts";
import { drawOptions, type Option, type Walk, walked, walking } from "./options.ts";

export interface TrueFalseDraft {
  readonly kind: "truefalse";
  readonly question: QuestionOf<"truefalse">;
  /** Nothing is chosen at first, so that no stray key answers. */
  readonly value: boolean | undefined;
}

const words: Readonly<Record<"true" | "false", Text>> = {
  true: { es: "Verdadero", en: "True" },
  false: { es: "Falso", en: "False" },
};

/** Both languages' letters always work: v and t, f. */
export const trueFalseBindings: readonly Binding<Walk | "true" | "false">[] = [
  {
    keys: ["v", "t", "1"],
    label: { es: "v/f", en: "t/f" },
    help: { es: "elegir", en: "choose" },
    alone: { es: "verdadero", en: "true" },
    action: "true",
  },
  { keys: ["f", "2"], help: { es: "falso", en: "false" }, action: "false", quiet: true },
  ...walking,
];

export function startTrueFalse(question: QuestionOf<"truefalse">, answer?: AnswerOf<"truefalse">): TrueFalseDraft {
  return { kind: "truefalse", question, value: answer?.value };
}

export function pressTrueFalse(draft: TrueFalseDraft, key: Key): TrueFalseDraft | undefined {
  const action = actionOf(trueFalseBindings, key);
  if (action === undefined) return undefined;
  if (action === "true" || action === "false") return { ...draft, value: action === "true" };
  return { ...draft, value: walked(place(draft.value), 2, action) === 0 };
}

export function answerTrueFalse({ value }: TrueFalseDraft): AnswerOf<"truefalse"> | undefined {
  return value === undefined ? undefined : { kind: "truefalse", value };
}

function place(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : value ? 0 : 1;
}

export function drawTrueFalse({ question, value }: TrueFalseDraft, { lang, width, answered }: Look): Drawing {
  const options = [true, false].map((side): Option => {
    const taken = side === value;
    const word = words[side ? "true" : "false"][lang];
    const seen = answered ? judged(question.answer === side, taken) : undefined;
    const mark = span(taken ? "●" : "○", seen?.style ?? (taken ? "selected" : "plain"));
    return { mark, label: `${word.charAt(0).toLowerCase()})`, text: word, ...seen };
  });
  return drawOptions(options, answered ? undefined : place(value), width);
}
