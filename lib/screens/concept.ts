/** One concept: what it is, where it is taught, and the learner's history with it. */

import type { Text } from "../content/text.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { type Turn, turn } from "./turn.ts";

/** What is known of a concept. */
export interface ConceptOpening {
  readonly id: string;
  readonly name: Text;
  /** One paragraph. */
  readonly fact: Text;
  readonly area: Text;
}

export interface ConceptState {
  readonly opening: ConceptOpening;
}

export function startConcept(opening: ConceptOpening): ConceptState {
  return { opening };
}

type ConceptAction = "leave";

export function conceptBindings(_state: ConceptState): readonly Binding<ConceptAction>[] {
  return [{ keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" }];
}

export function updateConcept(state: ConceptState, key: Key, _view: View): Turn<ConceptState> {
  return actionOf(conceptBindings(state), key) === "leave" ? turn(state, { kind: "leave" }) : turn(state);
}
