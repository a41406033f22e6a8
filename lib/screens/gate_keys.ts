/** The keys at the gate of a lab. */

import { type ChoiceKind, choiceText } from "../lab/obstacle.ts";
import { cancelling } from "./cancelling.ts";
import { chosenObstacle, type GateState } from "./gate.ts";
import type { Binding } from "./key.ts";
import { confirming } from "./lab_keys.ts";

export type GateAction =
  | ChoiceKind
  | "trust"
  | "yes"
  | "no"
  | "up"
  | "down"
  | "page-up"
  | "page-down"
  | "refresh"
  | "leave"
  | "cancel";

/** The same letters in both languages, as far from one another as their meanings. */
export const choiceKeys: Readonly<Record<ChoiceKind, string>> = {
  use: "u",
  remove: "x",
  rename: "n",
  stop: "t",
  pull: "p",
  clean: "c",
};

export function gateBindings(state: GateState): readonly Binding<GateAction>[] {
  if (state.confirm) return confirming;
  const givesUp = state.activity?.cancel === true;
  const leave: Binding<GateAction> = {
    keys: givesUp ? ["q", "ctrl-q"] : ["q", "escape", "ctrl-q"],
    help: { es: "dejarlo", en: "leave" },
    action: "leave",
  };
  const pages: readonly Binding<GateAction>[] = [
    { keys: ["pagedown", "space"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
    { keys: ["pageup", "b"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
  ];
  if (state.gate.kind === "trust") {
    return [
      {
        keys: ["enter", "y", "s"],
        help: { es: "empezar", en: "begin" },
        alone: { es: "de acuerdo: empezar", en: "agreed: begin" },
        action: "trust",
      },
      leave,
      { keys: ["up", "k"], label: "↑↓", help: { es: "moverse", en: "move" }, action: "up" },
      { keys: ["down", "j"], help: { es: "bajar", en: "down" }, action: "down", quiet: true },
      ...pages,
    ];
  }
  const choices = state.busy || state.activity ? [] : chosenObstacle(state)?.choices ?? [];
  return [
    ...(givesUp ? [cancelling] : []),
    // Where there is little room: the letters of the choices stand beside them.
    leave,
    ...choices.map(({ kind }): Binding<GateAction> => ({
      keys: [choiceKeys[kind]],
      help: choiceText[kind],
      action: kind,
    })),
    { keys: ["up", "k"], label: "↑↓", help: { es: "moverse", en: "move" }, action: "up" },
    { keys: ["down", "j"], help: { es: "bajar", en: "down" }, action: "down", quiet: true },
    { keys: ["r", "f5"], help: { es: "mirar otra vez", en: "look again" }, action: "refresh" },
    ...pages,
  ];
}
