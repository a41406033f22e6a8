/** Stores the tasks that a look found passed, once each. */

import type { LabVerdict } from "../lab/verdict.ts";
import type { EventStore } from "../store/event_store.ts";
import type { LabProgress } from "../study/progress.ts";

/** Throws a `UserError` when a pass cannot be kept: then it must not be shown either. */
export function rememberPasses(store: EventStore, attempt: LabProgress, verdict: LabVerdict): void {
  for (const { id, status, passedAt } of verdict.tasks) {
    if (status !== "passed" || passedAt !== undefined || attempt.passed.has(id)) continue;
    store.append({ kind: "lab-task-passed", lab: verdict.lab, attempt: attempt.attempt, task: id }, Date.now());
  }
}
