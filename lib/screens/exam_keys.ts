/** The keys of a graded session, page by page. */

import { both } from "../content/text.ts";
import { kindKeys } from "./answering/table.ts";
import { stepping } from "./answering/options.ts";
import { keysOf } from "./app_keys.ts";
import type { ExamState } from "./exam_state.ts";
import { itemAt } from "./exam_question.ts";
import type { Binding } from "./key.ts";

type Scroll = "up" | "down" | "page-up" | "page-down";

const paging: readonly Binding<"page-up" | "page-down">[] = [
  { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
  { keys: ["pagedown"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
];

const leaving = { es: "dejarlo abierto y salir", en: "leave it open and go" };

export const rulesBindings: readonly Binding<Scroll | "begin" | "leave">[] = [
  { keys: ["enter"], help: { es: "empezar", en: "begin" }, action: "begin" },
  ...stepping,
  { keys: ["pagedown", "space"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
  { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
  { keys: ["q", "ctrl-q", "escape"], help: { es: "ahora no", en: "not now" }, action: "leave" },
];

export type ExamAction =
  | "keep"
  | "next"
  | "back"
  | "flag"
  | "hint"
  | "overview"
  | "labs"
  | "leave"
  | "page-up"
  | "page-down";

const toLabs = { es: "laboratorio", en: "lab" };

/** Letters are text in some kinds of question. */
export function examTypes({ page, quiz }: ExamState): boolean {
  return page.kind === "question" && kindKeys[quiz.draft.kind].types;
}

export function examBindings(state: ExamState): readonly Binding<ExamAction>[] {
  const types = examTypes(state);
  const { question: { id, hints }, hintsShown } = itemAt(state);
  const flagged = state.progress.flags.has(id);
  const hint: readonly Binding<ExamAction>[] = hintsShown >= hints.length ? [] : [{
    keys: keysOf(types, "h", "ctrl-t", "f2"),
    help: both((lang) =>
      lang === "es" ? `pista ${hintsShown + 1} de ${hints.length}` : `hint ${hintsShown + 1} of ${hints.length}`
    ),
    action: "hint",
  }];
  return [
    {
      keys: ["enter"],
      help: { es: "guardar", en: "store" },
      alone: { es: "guardar la respuesta y seguir", en: "store the answer and go on" },
      action: "keep",
    },
    {
      keys: keysOf(types, "o", "ctrl-o", "f5"),
      help: { es: "resumen", en: "overview" },
      alone: { es: "ver todas las preguntas, y entregar", en: "see all questions, and hand in" },
      action: "overview",
    },
    { keys: keysOf(types, "n", "ctrl-n", "f3"), help: { es: "siguiente", en: "next" }, action: "next" },
    { keys: keysOf(types, "p", "ctrl-p", "f4"), help: { es: "anterior", en: "previous" }, action: "back" },
    {
      keys: keysOf(types, "m", "f7"),
      help: flagged ? { es: "quitar marca", en: "unflag" } : { es: "marcar", en: "flag" },
      alone: {
        es: "marcar la pregunta para volver a ella, o quitarle la marca",
        en: "flag the question, or unflag it",
      },
      action: "flag",
    },
    ...hint,
    ...(state.opening.labs.length === 0
      ? []
      : [{ keys: keysOf(types, "l", "f6"), help: toLabs, action: "labs" } as const]),
    {
      keys: keysOf(types, "q", "ctrl-q"),
      help: { es: "salir", en: "leave" },
      alone: leaving,
      action: "leave",
    },
    ...paging,
  ];
}

/** Of the labs: the questions, where there are any, are one key away. */
export function labsBindings(
  { opening: { items } }: ExamState,
): readonly Binding<Scroll | "back" | "overview" | "hand-in" | "leave">[] {
  const questions = items.length === 0 ? [] : [
    { keys: ["l", "escape", "left"], help: { es: "preguntas", en: "questions" }, action: "back" },
    { keys: ["o", "ctrl-o", "f5"], help: { es: "resumen", en: "overview" }, action: "overview" },
  ] as const;
  return [
    ...questions,
    ...stepping,
    { keys: ["e"], help: { es: "entregar", en: "hand in" }, action: "hand-in" },
    { keys: ["q", "ctrl-q"], help: { es: "salir", en: "leave" }, alone: leaving, action: "leave" },
    { keys: ["pagedown", "space"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
    { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
  ];
}

type OverviewAction = Scroll | "first" | "last" | "go" | "back" | "hand-in" | "labs" | "leave";

export function overviewBindings({ opening: { labs } }: ExamState): readonly Binding<OverviewAction>[] {
  return labs.length === 0 ? overviewKeys : [...overviewKeys, { keys: ["l", "f6"], help: toLabs, action: "labs" }];
}

const overviewKeys: readonly Binding<OverviewAction>[] = [
  { keys: ["enter", "right"], help: { es: "ir a ella", en: "go to it" }, action: "go" },
  { keys: ["e"], help: { es: "entregar", en: "hand in" }, action: "hand-in" },
  ...stepping,
  { keys: ["o", "escape", "ctrl-o", "f5", "left"], help: { es: "volver", en: "back" }, action: "back" },
  { keys: ["q", "ctrl-q"], help: { es: "salir", en: "leave" }, alone: leaving, action: "leave" },
  { keys: ["home"], help: { es: "al principio", en: "to the first" }, action: "first", quiet: true },
  { keys: ["end"], help: { es: "al final", en: "to the last" }, action: "last", quiet: true },
  ...paging,
];

/** Enter, which is pressed so often, hands nothing in. */
export const handInBindings: readonly Binding<"yes" | "no">[] = [
  { keys: ["s", "y"], label: { es: "s", en: "y" }, help: { es: "entregar", en: "hand in" }, action: "yes" },
  { keys: ["enter", "n", "escape", "q", "ctrl-q"], help: { es: "volver", en: "back" }, action: "no" },
];

export function overBindings({ page }: ExamState): readonly Binding<"leave" | "write">[] {
  const written = page.kind === "over" && page.written !== undefined;
  return [
    ...(written
      ? []
      : [{ keys: ["w"], help: { es: "escribir otra vez", en: "write again" }, action: "write" } as const]),
    { keys: ["q", "enter", "ctrl-q", "escape"], help: { es: "salir", en: "quit" }, action: "leave" },
  ];
}

/** Of the page on the screen, for its footer and the help. */
export function examHelp(state: ExamState): readonly Binding<string>[] {
  switch (state.page.kind) {
    case "rules":
      return rulesBindings;
    case "question": {
      const [keep, ...others] = examBindings(state);
      return [...(keep ? [keep] : []), ...kindKeys[state.quiz.draft.kind].bindings, ...others];
    }
    case "overview":
      return overviewBindings(state);
    case "labs":
      return labsBindings(state);
    case "hand-in":
      return handInBindings;
    case "over":
      return overBindings(state);
  }
}
