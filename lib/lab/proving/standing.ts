/** Whether time alone may still change what a look says of a task. */

import { checkName } from "../../content/rules/task.ts";
import type { Lab, Task } from "../../content/schema/lab.ts";
import type { CheckVerdict, TaskVerdict } from "../verdict.ts";

/** `failed`: some check fails and waiting does not mend it. `open`: look again after so many ms. */
export type Standing =
  | { readonly kind: "passed" }
  | { readonly kind: "failed" }
  | { readonly kind: "open"; readonly lookAgainIn: number }
  /** No check fails, but some could not be looked at, or wait for what another task makes. */
  | { readonly kind: "unknown" };

/** ms between looks while a solution is awaited, in which a program inside may come to its answer. */
const poll = 250;

/** `elapsed` is ms since the last command was typed: a check may take its `within` to become true. */
export function standingOf(verdict: TaskVerdict, elapsed: number): Standing {
  if (verdict.status === "passed") return { kind: "passed" };
  const failing = verdict.checks.filter(({ status }) => status === "failed");
  if (failing.length === 0) return { kind: "unknown" };
  const waits = failing.map((check) => wait(check, elapsed));
  if (waits.includes(undefined)) return { kind: "failed" };
  return { kind: "open", lookAgainIn: Math.max(1, Math.min(...waits.map((ms) => ms ?? 0))) };
}

/** ms after which it may have become true by itself; undefined when it will not. */
function wait({ patience, lookAgainIn }: CheckVerdict, elapsed: number): number | undefined {
  if (patience === undefined) return lookAgainIn;
  return elapsed < patience ? Math.min(patience - elapsed, lookAgainIn ?? poll) : undefined;
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

/**
 * The lab in which of this task only the checks of one name are looked at: when one of them fails, the task does, and the
 * others may take long. Their objects stay known to the lab, because a near miss of one name may be another object.
 */
export function narrowed(lab: Lab, task: Task, name: string): { readonly lab: Lab; readonly task: Task } {
  const narrow = { ...task, checks: task.checks.filter((check) => checkName(check) === name) };
  // It waits for itself, so it is never looked at.
  const rest = { ...task, id: `${task.id} `, needs: [`${task.id} `] };
  const tasks = [...lab.tasks.map((other) => other.id === task.id ? narrow : other), rest];
  return { lab: { ...lab, tasks }, task: narrow };
}
