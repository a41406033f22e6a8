/** What stands between the learner and a lab: things that are in its way, or the question whether to trust it. */

import type { Text } from "../content/text.ts";
import type { Activity } from "./activity.ts";
import { type ChoiceKind, type Obstacle, obstacleKey } from "../lab/obstacle.ts";
import type { LabRuns } from "../lab/runs.ts";

export type Gate =
  | { readonly kind: "obstacles"; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: "trust"; readonly runs: LabRuns };

/** What the learner answered; an obstacle by its key. */
export type GateAnswer =
  | { readonly kind: "trust" }
  | { readonly kind: "choice"; readonly obstacle: string; readonly choice: ChoiceKind };

/** `at` is an obstacle; `offset` the first line in sight of what is only read. */
export interface GateState {
  readonly lab: string;
  readonly title: Text;
  readonly gate: Gate;
  readonly at: number;
  readonly offset: number;
  /** A choice that is asked a second time. */
  readonly confirm?: ChoiceKind;
  /** What is being done about it; until it is over no other choice is taken. */
  readonly busy?: Text;
  /** The same, once it has lasted. */
  readonly activity?: Activity;
}

/** Another look at the same lab: the pointer stays with its obstacle, and what was asked about it is still asked. */
export function atGate(before: GateState | undefined, lab: string, title: Text, gate: Gate): GateState {
  const chosen = before && chosenObstacle(before);
  const same = gate.kind !== "obstacles" || !chosen
    ? -1
    : gate.obstacles.findIndex((it) => obstacleKey(it) === obstacleKey(chosen));
  const last = gate.kind === "obstacles" ? gate.obstacles.length - 1 : 0;
  const at = same >= 0 ? same : Math.max(0, Math.min(before?.at ?? 0, last));
  const state = { lab, title, gate, at, offset: before?.offset ?? 0 };
  const asked = before?.confirm;
  // Looked at every second: an answer must find the question that was read.
  const stands = asked !== undefined && same >= 0 &&
    chosenObstacle(state)?.choices.some(({ kind }) => kind === asked) === true;
  return stands ? { ...state, confirm: asked } : state;
}

export function chosenObstacle({ gate, at }: GateState): Obstacle | undefined {
  return gate.kind === "obstacles" ? gate.obstacles[at] : undefined;
}
