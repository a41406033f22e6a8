/** What is remembered of a lab that is going on: its attempt, and the tasks that a look found passed. */

import type { Lab } from "../content/schema/lab.ts";
import type { LabVerdict } from "../lab/verdict.ts";
import type { EventStore } from "../store/event_store.ts";
import { type LabProgress, progressOf } from "../study/progress.ts";

/** The attempt that was begun and not cleaned up yet. */
export function openAttempt(store: EventStore, lab: string): LabProgress | undefined {
  const progress = progressOf(store.read(lab)).labs.get(lab);
  return progress?.cleaned === false ? progress : undefined;
}

/** All that the lab prepares for the learner is there; before that nothing counts. */
export function isReady(lab: Lab, attempt: LabProgress): boolean {
  return attempt.setUp || lab.setup.length === 0;
}

/** Throws a `UserError` when a pass cannot be kept: then it must not be shown either. */
export function rememberPasses(store: EventStore, attempt: LabProgress, verdict: LabVerdict): void {
  for (const { id, status, passedAt } of verdict.tasks) {
    if (status !== "passed" || passedAt !== undefined || attempt.passed.has(id)) continue;
    store.append({ kind: "lab-task-passed", lab: verdict.lab, attempt: attempt.attempt, task: id }, Date.now());
  }
}
