/** The keys of the quiz screen, which depend on what is being done and whether letters are text. */

import { both, type Text } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import { openPlaces } from "../quiz/session_open.ts";
import { draftHoldsText, kindKeys } from "./answering/table.ts";
import { keysOf } from "./app_keys.ts";
import { copyable } from "./copyable.ts";
import { hasMoreFeedback } from "./every_feedback.ts";
import type { Binding } from "./key.ts";
import type { QuizState } from "./quiz.ts";

export type QuizAction =
  | "submit"
  | "next"
  | "hint"
  | "skip"
  | "back"
  | "confidence"
  | "flag"
  | "concept"
  | "every"
  | "copy"
  | "end"
  | "page-up"
  | "page-down"
  | "leave";

type Keys = readonly Binding<QuizAction>[];

const leaving: Readonly<Record<QuizState["place"]["kind"], Text>> = {
  quiz: { es: "dejarlo", en: "leave" },
  task: { es: "volver al laboratorio", en: "back to the lab" },
  review: { es: "dejarlo", en: "leave" },
  past: { es: "volver", en: "back" },
  exam: { es: "dejarlo", en: "leave" },
};

const skip: Text = { es: "saltar", en: "skip" };
const unknown: Text = { es: "no lo sé", en: "I don't know" };

const paging: Keys = [
  { keys: ["pageup"], help: { es: "texto hacia arriba", en: "text up" }, action: "page-up", quiet: true },
  { keys: ["pagedown"], help: { es: "texto hacia abajo", en: "text down" }, action: "page-down", quiet: true },
];

/** Nothing can be changed any more, and what is right is shown. */
export function isSettled({ session, place }: Pick<QuizState, "session" | "place">): boolean {
  const item = session.items[session.at];
  if (!item) return false;
  return item.answer !== undefined || place.kind === "past" || (place.kind === "review" && item.skipped);
}

/** Of a placement quiz or an exam nothing is told before its end. */
export function isBlind({ session, place }: Pick<QuizState, "session" | "place">): boolean {
  return place.kind === "quiz" && session.sitting !== undefined;
}

/** The question that is to be answered now. */
export function openQuestion(state: Pick<QuizState, "session" | "place">): object | undefined {
  return isSettled(state) ? undefined : state.session.items[state.session.at]?.question;
}

/** Letters are free once the question is answered, but while a note is written. */
export function quizTypes(state: QuizState): boolean {
  if (state.flagging) return true;
  const item = state.session.items[state.session.at];
  return item !== undefined && !isSettled(state) && kindKeys[state.draft.kind].types;
}

/** Whether something stands in the field that is typed into. */
export function quizHoldsText(state: QuizState): boolean {
  if (state.flagging) return state.flagging.text !== "";
  return quizTypes(state) && draftHoldsText(state.draft);
}

export function quizBindings(state: QuizState): Keys {
  const { session, place } = state;
  const types = quizTypes(state);
  const leave: Binding<QuizAction> = { keys: keysOf(types, "q", "ctrl-q"), help: leaving[place.kind], action: "leave" };
  const back: Keys = session.at === 0
    ? []
    : [{ keys: keysOf(types, "p", "ctrl-p", "f4"), help: { es: "anterior", en: "previous" }, action: "back" }];
  const always = [...ending(state, types), ...flagging(types), ...copying(state, types), ...paging];
  if (isSettled(state)) return [...settledKeys(state, leave), ...back, ...always];
  return [
    { keys: ["enter"], help: { es: "responder", en: "answer" }, action: "submit" },
    ...hinting(state, types),
    { keys: keysOf(types, "n", "ctrl-n", "f3"), help: place.kind === "review" ? unknown : skip, action: "skip" },
    leave,
    {
      keys: confidenceKeys(types),
      help: {
        es: "decir antes de responder si lo haces con seguridad, con dudas o a ciegas",
        en: "tell before you answer whether you are sure, not sure or guessing",
      },
      action: "confidence",
      // A line of its own tells it.
      quiet: true,
    },
    ...back,
    ...always,
  ];
}

export function confidenceKeys(types: boolean): readonly string[] {
  return keysOf(types, "s", "alt-s", "f6");
}

function settledKeys(state: QuizState, leave: Binding<QuizAction>): Keys {
  const { session, place } = state;
  const last = place.kind !== "review" && session.at >= session.items.length - 1;
  const more = openPlaces(session).length > 0;
  const help: Text = !last || (place.kind === "quiz" && more)
    ? { es: "siguiente", en: "next" }
    : place.kind === "quiz"
    ? { es: "resumen", en: "summary" }
    : leaving[place.kind];
  const next: Binding<QuizAction> = { keys: ["enter", "n", "space", "right"], help, action: "next" };
  const item = session.items[session.at];
  if (isBlind(state)) return [next, leave];
  const every: Keys = item && hasMoreFeedback(item)
    ? [{
      keys: ["o"],
      help: state.every ? { es: "solo la mía", en: "only mine" } : { es: "las otras", en: "the others" },
      alone: { es: "qué se dice de las otras respuestas", en: "what is said of the other answers" },
      action: "every",
    }]
    : [];
  return [
    next,
    // Where both end at the same place, the footer says it once.
    help === leave.help ? { ...leave, quiet: true } : leave,
    ...every,
    {
      keys: ["c"],
      help: { es: "concepto", en: "concept" },
      alone: { es: "leer el concepto", en: "read the concept" },
      action: "concept",
    },
  ];
}

/** Who knows nothing of the rest need not skip it question by question. */
function ending(state: QuizState, types: boolean): Keys {
  if (!isBlind(state)) return [];
  return [{
    keys: keysOf(types, "z", "alt-z", "f10"),
    help: { es: "acabar ya", en: "finish now" },
    alone: { es: "ver lo que falta y terminar", en: "see what is missing, and finish" },
    action: "end",
  }];
}

/** How many there are is said before the first is asked for. */
function hinting({ session }: QuizState, types: boolean): Keys {
  const item = session.items[session.at];
  const count = item?.question.hints.length ?? 0;
  const seen = item?.hintsShown ?? 0;
  if (seen >= count) return [];
  const help = count === 1
    ? { es: "pista", en: "hint" }
    : both((lang) => lang === "es" ? `pista ${seen + 1} de ${count}` : `hint ${seen + 1} of ${count}`);
  return [{ keys: keysOf(types, "h", "ctrl-t", "f2"), help, action: "hint" }];
}

function flagging(types: boolean): Keys {
  return [{
    keys: types ? ["f7", "alt-!"] : ["!", "f7"],
    help: { es: "no se entiende", en: "unclear" },
    alone: {
      es: "marcar la pregunta como poco clara, con una nota",
      en: "flag the question as unclear, with a note",
    },
    action: "flag",
  }];
}

function copying(state: QuizState, types: boolean): Keys {
  const item = state.session.items[state.session.at];
  if (!item || copyable(item, isSettled(state) && !isBlind(state), "es").length === 0) return [];
  return [{
    keys: keysOf(types, "y", "alt-y", "f9"),
    help: { es: "copiar", en: "copy" },
    alone: {
      es: "copiar la orden o el código; otra vez, el siguiente",
      en: "copy the command or code; again, the next",
    },
    action: "copy",
    // Where the keys are long, those that answer and leave come first.
    quiet: types,
  }];
}

/** While the note on an unclear question is written; every other key is typed. */
export const flagBindings: readonly Binding<"keep" | "cancel">[] = [
  { keys: ["enter"], help: { es: "guardar", en: "keep" }, action: "keep" },
  { keys: ["escape", "ctrl-q"], help: { es: "cancelar", en: "cancel" }, action: "cancel" },
];

export type StopAction =
  | { readonly kind: "finish" | "leave" }
  /** A place in the session. */
  | { readonly kind: "go"; readonly to: number };

/** Questions beyond these are reached from the one before: the letters behind are commands. */
export const lettersAtStop = 15;

/** After the last question while some are open. */
export function stopBindings(session: Session): readonly Binding<StopAction>[] {
  const places = openPlaces(session);
  const named = places.slice(0, lettersAtStop).map((to, index): Binding<StopAction> => {
    const letter = String.fromCharCode(97 + index);
    return {
      keys: index < 9 ? [letter, `${index + 1}`] : [letter],
      help: { es: "ir a la pregunta", en: "go to the question" },
      alone: { es: `ir a la pregunta ${to + 1}`, en: `go to question ${to + 1}` },
      ...(index === 0 ? { label: stopLetters(places.length) } : { quiet: true }),
      action: { kind: "go", to },
    };
  });
  const last = places.at(-1) ?? 0;
  return [
    { keys: ["enter"], help: { es: "terminar", en: "finish" }, action: { kind: "finish" } },
    ...named,
    {
      keys: ["p", "ctrl-p", "left"],
      help: { es: "a la última sin responder", en: "to the last open one" },
      action: { kind: "go", to: last },
      quiet: true,
    },
    { keys: ["q", "ctrl-q"], help: leaving.quiz, action: { kind: "leave" } },
  ];
}

function stopLetters(count: number): string {
  const last = Math.min(count, lettersAtStop) - 1;
  return last === 0 ? "a" : `a-${String.fromCharCode(97 + last)}`;
}

/** With those of the kind, as the footer and the help show them; they are matched before the screen's own. */
export function quizHelp(state: QuizState): readonly Binding<string>[] {
  if (state.flagging) return flagBindings;
  if (!state.session.items[state.session.at]) {
    return stopBindings(state.session).map((binding) => ({ ...binding, action: binding.action.kind }));
  }
  const own = quizBindings(state);
  if (isSettled(state)) return own;
  const [submit, ...others] = own;
  return [...(submit ? [submit] : []), ...kindKeys[state.draft.kind].bindings, ...others];
}
