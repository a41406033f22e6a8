/** What is remembered of a lab that is going on: its attempt, and the tasks that a look found passed. */

import type { Lab } from "../../content/schema/lab.ts";
import type { Claim } from "../../lab/claim.ts";
import { type EngineAddress, isSameEngine } from "../../lab/engine_address.ts";
import type { Renamed } from "../../lab/obstacle.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import type { EventStore } from "../../store/event_store.ts";
import { type LabProgress, progressOf } from "../../study/progress.ts";

/** The attempt that was begun and not cleaned up yet. */
export function openAttempt(store: EventStore, lab: string): LabProgress | undefined {
  const progress = progressOf(store.read(lab)).labs.get(lab);
  return progress?.cleaned === false ? progress : undefined;
}

/** What other labs that are going on have taken on the same engine; an engine that is not known may be the same. */
export function claimsBeside(store: EventStore, lab: string, engine: EngineAddress | undefined): readonly Claim[] {
  const others = store.subjects("lab-prepared").filter((id) => id !== lab);
  return others.flatMap((id) => {
    const attempt = openAttempt(store, id);
    if (!attempt?.claim) return [];
    const here = engine === undefined || attempt.engine === undefined || isSameEngine(attempt.engine, engine);
    return here ? [attempt.claim] : [];
  });
}

/** What of the learner's gave way to this run of the lab, or to one that never began. */
export function renamedFor(store: EventStore, lab: string): readonly Renamed[] {
  // What gave way on another machine is of no use here.
  const events = store.read(lab).filter(({ imported }) => !imported);
  const last = events.findLastIndex(({ kind }) => kind === "lab-cleaned");
  return events.slice(last + 1).flatMap((event) => event.kind === "lab-renamed" ? [event.renamed] : []);
}

/** All that the lab prepares for the learner is there; before that nothing counts. */
export function isReady(lab: Lab, attempt: LabProgress): boolean {
  return attempt.setUp || lab.setup.length === 0;
}

/**
 * False when another grumete has ended the attempt, or begun a task anew, since `attempt` was read: then nothing is kept of what
 * was seen. Throws a `UserError` when a pass cannot be kept: then it must not be shown either.
 */
export function rememberPasses(store: EventStore, attempt: LabProgress, { lab, tasks }: LabVerdict): boolean {
  const fresh = tasks.filter(({ id, status, passedAt }) =>
    status === "passed" && passedAt === undefined && !attempt.passed.has(id)
  );
  if (fresh.length === 0) return true;
  const now = openAttempt(store, lab);
  if (now?.attempt !== attempt.attempt || fresh.some(({ id }) => now.resets.get(id) !== attempt.resets.get(id))) {
    return false;
  }
  for (const { id } of fresh) {
    store.append({ kind: "lab-task-passed", lab, attempt: attempt.attempt, task: id }, Date.now());
  }
  return true;
}
