/** Several of several: each option is ticked or not. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { judged } from "./lead.ts";
import { drawOptions, letter, type Option, optionNamed, type Walk, walked, walking } from "./options.ts";

export interface MultipleDraft {
  readonly kind: "multiple";
  readonly question: QuestionOf<"multiple">;
  readonly shown: readonly string[];
  readonly at: number;
  readonly ticked: readonly string[];
}

export const multipleBindings: readonly Binding<Walk | "tick">[] = [
  { keys: ["space"], help: { es: "marcar", en: "tick" }, action: "tick" },
  ...walking,
];

export function startMultiple(
  question: QuestionOf<"multiple">,
  shown: readonly string[],
  answer?: AnswerOf<"multiple">,
): MultipleDraft {
  const ids = shown.length > 0 ? shown : question.choices.map(({ id }) => id);
  return { kind: "multiple", question, shown: ids, at: 0, ticked: answer?.choices ?? [] };
}

export function pressMultiple(draft: MultipleDraft, key: Key): MultipleDraft | undefined {
  const named = optionNamed(key, draft.shown.length);
  if (named !== undefined) return toggled({ ...draft, at: named });
  const action = actionOf(multipleBindings, key);
  if (action === undefined) return undefined;
  return action === "tick" ? toggled(draft) : { ...draft, at: walked(draft.at, draft.shown.length, action) };
}

/** In the order of the file, so that the same ticks are the same answer. Nothing ticked is not an answer yet. */
export function answerMultiple({ question, ticked }: MultipleDraft): AnswerOf<"multiple"> | undefined {
  const choices = question.choices.map(({ id }) => id).filter((id) => ticked.includes(id));
  return choices.length === 0 ? undefined : { kind: "multiple", choices };
}

export function drawMultiple(draft: MultipleDraft, { lang, width, answered }: Look): Drawing {
  const { question, shown, at, ticked } = draft;
  const options = shown.map((id, index): Option => {
    const choice = question.choices.find((choice) => choice.id === id);
    const taken = ticked.includes(id);
    const right = choice?.correct === true || (choice?.weight ?? 0) > 0;
    const seen = answered ? judged(right, taken) : undefined;
    const mark = span(taken ? "[x]" : "[ ]", seen?.style ?? (taken ? "selected" : "plain"));
    return { mark, label: letter(index), text: choice?.text[lang] ?? id, ...seen };
  });
  return drawOptions(options, answered ? undefined : at, width);
}

function toggled(draft: MultipleDraft): MultipleDraft {
  const id = draft.shown[draft.at];
  if (id === undefined) return draft;
  const ticked = draft.ticked.includes(id) ? draft.ticked.filter((other) => other !== id) : [...draft.ticked, id];
  return { ...draft, ticked };
}
