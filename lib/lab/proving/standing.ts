/** Whether time alone may still change what a look says of a task. */

import type { Task } from "../../content/schema/lab.ts";
import type { CheckVerdict, TaskVerdict } from "../verdict.ts";

/** `failed`: some check fails and waiting does not mend it. `open`: look again after so many ms. */
export type Standing =
  | { readonly kind: "passed" }
  | { readonly kind: "failed" }
  | { readonly kind: "open"; readonly lookAgainIn: number }
  /** No check fails, but some could not be looked at, or wait for what another task makes. */
  | { readonly kind: "unknown" };

/** ms between looks at what makes no events. */
const poll = 250;

/** `elapsed` is ms since the last command was typed: a check may take its `within` to become true. */
export function standingOf(task: Task, verdict: TaskVerdict, elapsed: number): Standing {
  if (verdict.status === "passed") return { kind: "passed" };
  const failing = verdict.checks.flatMap((check, at) => check.status === "failed" ? [{ check, at }] : []);
  if (failing.length === 0) return { kind: "unknown" };
  const patience = (at: number) => (task.checks[at]?.within ?? 0) * 1000 - elapsed;
  if (failing.some(({ check, at }) => check.lookAgainIn === undefined && patience(at) <= 0)) return { kind: "failed" };
  const waits = failing.map(({ check, at }) => check.lookAgainIn ?? Math.min(poll, patience(at)));
  return { kind: "open", lookAgainIn: Math.max(1, Math.min(...waits)) };
}

/** ms that it may take until the task can pass, once all is typed: what its checks themselves ask for. */
export function longestWait(task: Task): number {
  const seconds = task.checks.map((check) => (check.within ?? 0) + ("steady" in check ? check.steady ?? 0 : 0));
  return Math.max(0, ...seconds) * 1000;
}

/** ms until another look makes sense while a task should pass. */
export function nextTry(checks: readonly CheckVerdict[]): number {
  return Math.min(poll, ...checks.flatMap(({ lookAgainIn }) => lookAgainIn ?? []));
}

/** The same task when only its state counts, not for how long: to get past it once it is proven. */
export function withoutSteady(task: Task): Task {
  const checks = task.checks.map((check) => {
    if (!("steady" in check)) return check;
    const { steady: _, ...rest } = check;
    return rest;
  });
  return { ...task, checks };
}
