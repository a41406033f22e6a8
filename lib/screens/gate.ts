/** What stands between the learner and a lab: things that are in its way, or the question whether to trust it. */

import type { Text } from "../content/text.ts";
import type { ChoiceKind, Obstacle } from "../lab/obstacle.ts";
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
}

/** Another look at the same lab: the pointer stays where it is. */
export function atGate(before: GateState | undefined, lab: string, title: Text, gate: Gate): GateState {
  const last = gate.kind === "obstacles" ? gate.obstacles.length - 1 : 0;
  return { lab, title, gate, at: Math.max(0, Math.min(before?.at ?? 0, last)), offset: before?.offset ?? 0 };
}

export function chosenObstacle({ gate, at }: GateState): Obstacle | undefined {
  return gate.kind === "obstacles" ? gate.obstacles[at] : undefined;
}
