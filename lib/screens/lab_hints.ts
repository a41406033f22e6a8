/** The hints of the task on screen: the one that can be asked for now, and those that were seen. */

import type { Hint, Task } from "../content/schema/lab.ts";
import { type HintOffer, offeredHint } from "../lab/hints.ts";
import { chosenTask, isSettled, type LabState, verdictOf } from "./lab.ts";

/** A task that is passed needs none any more, nor one whose solution was seen. */
export function hintOffer(state: LabState): HintOffer {
  const task = chosenTask(state);
  if (!task || isSettled(state, task)) return { kind: "none", more: false };
  const now = state.clock?.now ?? 0;
  const seen = state.hints[task.id];
  return offeredHint(task.hints, {
    seen: seen?.tiers ?? new Set(),
    fitting: verdictOf(state, task)?.fitting ?? [],
    since: seen?.at ?? reachedAt(state, task, now),
    now,
  });
}

/** When the last of the tasks that it needs was passed; now, while one is not: its time has not begun. */
function reachedAt(state: LabState, task: Task, now: number): number {
  const times = task.needs.map((id) => {
    const need = state.verdict?.tasks.find((other) => other.id === id);
    return need?.status === "passed" ? need.passedAt ?? state.passedAt[id] ?? now : now;
  });
  return Math.max(state.clock?.begun ?? now, ...times);
}

/** In the order in which they were asked for. */
export function seenHints(state: LabState): readonly Hint[] {
  const task = chosenTask(state);
  const tiers = task ? [...state.hints[task.id]?.tiers ?? []] : [];
  return tiers.flatMap((tier) => task?.hints[tier - 1] ?? []);
}

/** `number` counts from 1. */
export interface ShownHint {
  readonly hint: Hint;
  readonly number: number;
  readonly count: number;
}

export function shownHint(state: LabState): ShownHint | undefined {
  const seen = seenHints(state);
  const at = Math.min(state.hintAt ?? seen.length - 1, seen.length - 1);
  const hint = seen[at];
  return hint && { hint, number: at + 1, count: seen.length };
}

/** Stays at the first and at the last. */
export function hintPaged(state: LabState, by: 1 | -1): LabState {
  const shown = shownHint(state);
  if (!shown) return state;
  const at = Math.max(0, Math.min(shown.count - 1, shown.number - 1 + by));
  return { ...state, hintAt: at, sight: "hint" };
}
