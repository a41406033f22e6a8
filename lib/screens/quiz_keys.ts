/** The keys of the quiz screen, which depend on what is being done and whether letters are text. */

import type { Text } from "../content/text.ts";
import { kindKeys } from "./answering/table.ts";
import { keysOf } from "./app_keys.ts";
import type { Binding } from "./key.ts";
import type { QuizState } from "./quiz.ts";

export type QuizAction = "submit" | "next" | "hint" | "skip" | "back" | "page-up" | "page-down" | "leave";

const leaving: Readonly<Record<QuizState["place"]["kind"], Text>> = {
  quiz: { es: "dejarlo", en: "leave" },
  task: { es: "volver al laboratorio", en: "back to the lab" },
  review: { es: "dejarlo", en: "leave" },
  past: { es: "volver", en: "back" },
};

const skip: Text = { es: "saltar", en: "skip" };
const unknown: Text = { es: "no lo sé", en: "I don't know" };

const paging: readonly Binding<QuizAction>[] = [
  { keys: ["pageup"], help: { es: "texto hacia arriba", en: "text up" }, action: "page-up", quiet: true },
  { keys: ["pagedown"], help: { es: "texto hacia abajo", en: "text down" }, action: "page-down", quiet: true },
];

/** Nothing can be changed any more, and what is right is shown. */
export function isSettled({ session, place }: QuizState): boolean {
  const item = session.items[session.at];
  return item?.answer !== undefined || place.kind === "past" || (place.kind === "review" && item?.skipped === true);
}

/** Letters are free once the question is answered. */
export function quizTypes(state: QuizState): boolean {
  const item = state.session.items[state.session.at];
  return item !== undefined && !isSettled(state) && kindKeys[state.draft.kind].types;
}

export function quizBindings(state: QuizState): readonly Binding<QuizAction>[] {
  const { session, place } = state;
  const item = session.items[session.at];
  const types = quizTypes(state);
  const leave: Binding<QuizAction> = { keys: keysOf(types, "q", "ctrl-q"), help: leaving[place.kind], action: "leave" };
  const back: readonly Binding<QuizAction>[] = session.at === 0
    ? []
    : [{ keys: keysOf(types, "p", "ctrl-p", "f4"), help: { es: "anterior", en: "previous" }, action: "back" }];
  if (isSettled(state)) {
    const last = place.kind !== "review" && session.at >= session.items.length - 1;
    const help: Text = !last
      ? { es: "siguiente", en: "next" }
      : place.kind === "quiz"
      ? { es: "resumen", en: "summary" }
      : leaving[place.kind];
    const next: Binding<QuizAction> = { keys: ["enter", "n", "space", "right"], help, action: "next" };
    // Where both end at the same place, the footer says it once.
    const out = help === leave.help ? { ...leave, quiet: true } : leave;
    return [next, out, ...back, ...paging];
  }
  const hints = item === undefined || item.hintsShown >= item.question.hints.length ? [] : [
    { keys: keysOf(types, "h", "ctrl-t", "f2"), help: { es: "pista", en: "hint" }, action: "hint" } as const,
  ];
  return [
    { keys: ["enter"], help: { es: "responder", en: "answer" }, action: "submit" },
    ...hints,
    { keys: keysOf(types, "n", "ctrl-n", "f3"), help: place.kind === "review" ? unknown : skip, action: "skip" },
    leave,
    ...back,
    ...paging,
  ];
}

/** With those of the kind, as the footer and the help show them; they are matched before the screen's own. */
export function quizHelp(state: QuizState): readonly Binding<string>[] {
  const own = quizBindings(state);
  if (isSettled(state)) return own;
  const [submit, ...others] = own;
  return [...(submit ? [submit] : []), ...kindKeys[state.draft.kind].bindings, ...others];
}
