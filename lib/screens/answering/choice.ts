/** One of several: the option under the pointer is the answer; at first there is none, so that no stray key answers. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { actionOf, type Key } from "../key.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { judged } from "./lead.ts";
import { drawOptions, letter, type Option, optionNamed, walked, walking } from "./options.ts";

/** `at` is a place in `shown`. */
export interface ChoiceDraft {
  readonly kind: "choice";
  readonly question: QuestionOf<"choice">;
  readonly shown: readonly string[];
  readonly at: number | undefined;
}

export function startChoice(
  question: QuestionOf<"choice">,
  shown: readonly string[],
  answer?: AnswerOf<"choice">,
): ChoiceDraft {
  const ids = shown.length > 0 ? shown : question.choices.map(({ id }) => id);
  return { kind: "choice", question, shown: ids, at: answer && ids.indexOf(answer.choice) };
}

export function pressChoice(draft: ChoiceDraft, key: Key): ChoiceDraft | undefined {
  const named = optionNamed(key, draft.shown.length);
  if (named !== undefined) return { ...draft, at: named };
  const walk = actionOf(walking, key);
  return walk && { ...draft, at: walked(draft.at, draft.shown.length, walk) };
}

export function answerChoice({ shown, at }: ChoiceDraft): AnswerOf<"choice"> | undefined {
  const choice = at === undefined ? undefined : shown[at];
  return choice === undefined ? undefined : { kind: "choice", choice };
}

export function drawChoice({ question, shown, at }: ChoiceDraft, { lang, width, answered }: Look): Drawing {
  const options = shown.map((id, index): Option => {
    const choice = question.choices.find((choice) => choice.id === id);
    const taken = index === at;
    const seen = answered ? judged(choice?.correct === true, taken) : undefined;
    const mark = span(taken ? "●" : "○", seen?.style ?? (taken ? "selected" : "plain"));
    return { mark, label: letter(index), text: choice?.text[lang] ?? id, ...seen };
  });
  return drawOptions(options, answered ? undefined : at, width);
}
