/** The keys of the lab screen. */

import { editing } from "./answering/field.ts";
import { type Walk, walking } from "./answering/options.ts";
import { cancelling } from "./cancelling.ts";
import type { Binding } from "./key.ts";
import { chosenTask, isSettled, type LabState } from "./lab.ts";
import { hintOffer, seenHints } from "./lab_hints.ts";
import { promptBindings } from "./prompt_keys.ts";

export type LabAction =
  | Walk
  | "check-next"
  | "check-before"
  | "page-up"
  | "page-down"
  | "hint"
  | "hint-before"
  | "hint-after"
  | "prompt"
  | "questions"
  | "solution"
  | "refresh"
  | "reset"
  | "leave"
  | "cancel";

/** Told where the hints stand, so not in the footer. */
const hintPaging: readonly Binding<LabAction>[] = [
  { keys: ["<", ","], help: { es: "pista anterior", en: "hint before" }, action: "hint-before", quiet: true },
  { keys: [">", "."], help: { es: "pista siguiente", en: "next hint" }, action: "hint-after", quiet: true },
];

export function labBindings(state: LabState): readonly Binding<LabAction>[] {
  const task = chosenTask(state);
  const open = task !== undefined && !isSettled(state, task);
  const offer = hintOffer(state);
  const when = (there: boolean, binding: Binding<LabAction>) => there ? [binding] : [];
  const tasks = walking.map((binding): Binding<LabAction> =>
    binding.action === "up"
      ? { ...binding, help: { es: "tarea", en: "task" }, alone: { es: "tarea anterior", en: "task before" } }
      : binding.action === "down"
      ? { ...binding, help: { es: "tarea siguiente", en: "next task" } }
      : binding
  );
  return [
    ...(state.activity?.cancel === true ? [cancelling] : []),
    ...tasks,
    ...when(offer.kind !== "none", {
      keys: ["h", "f2", "ctrl-t"],
      help: offer.kind === "waiting"
        ? { es: `pista en ${offer.seconds} s`, en: `hint in ${offer.seconds} s` }
        : { es: "pista", en: "hint" },
      action: "hint",
    }),
    {
      keys: [":", "d"],
      help: { es: "docker", en: "docker" },
      alone: { es: "escribir órdenes de docker aquí", en: "type docker commands here" },
      action: "prompt",
    },
    ...(seenHints(state).length > 1 ? hintPaging : []),
    ...when((task?.questions.length ?? 0) > 0, {
      keys: ["p"],
      help: { es: "preguntas", en: "questions" },
      action: "questions",
    }),
    {
      keys: ["right", "tab"],
      label: "←→",
      help: { es: "comprobación", en: "check" },
      alone: { es: "comprobación siguiente", en: "next check" },
      action: "check-next",
    },
    {
      keys: ["left", "shift-tab"],
      help: { es: "comprobación anterior", en: "check before" },
      action: "check-before",
      quiet: true,
    },
    { keys: ["q", "ctrl-q"], help: { es: "dejarlo", en: "leave" }, action: "leave" },
    { keys: ["r", "f5"], help: { es: "mirar otra vez", en: "look again" }, action: "refresh" },
    ...when(open, { keys: ["s"], help: { es: "ver la solución", en: "show the solution" }, action: "solution" }),
    ...when(state.verdict !== undefined, {
      keys: ["z"],
      help: { es: "empezar de nuevo esta tarea", en: "begin this task anew" },
      action: "reset",
      quiet: true,
    }),
    {
      keys: ["pagedown", "space"],
      help: { es: "texto hacia abajo", en: "text down" },
      action: "page-down",
      quiet: true,
    },
    { keys: ["pageup", "b"], help: { es: "texto hacia arriba", en: "text up" }, action: "page-up", quiet: true },
  ];
}

/** While something is asked above the keys. Every other key means no. */
export const confirming: readonly Binding<"yes" | "no">[] = [
  { keys: ["enter", "y", "s"], help: { es: "sí", en: "yes" }, action: "yes" },
  { keys: ["escape", "n", "q"], help: { es: "no", en: "no" }, action: "no" },
];

/** Digits go to tasks. */
const numbering: Binding<string> = {
  keys: ["1-9"],
  help: { es: "ir a la tarea", en: "go to the task" },
  action: "task",
  quiet: true,
};

export function labHelp(state: LabState): readonly Binding<string>[] {
  if (state.prompt.open) return [...promptBindings, ...editing];
  return state.confirm ? confirming : [...labBindings(state), numbering];
}
