/** From one snapshot to the verdict on a lab: tasks in the order of their needs, checks, points. */

import type { Lab, Task } from "../content/schema/lab.ts";
import { judgeCheck } from "./checks.ts";
import type { Advise, Look } from "./checks/look.ts";
import { taskOrder, withNeeds } from "./graph.ts";
import { historySince } from "./history.ts";
import { partOf, pointsFor } from "./partial.ts";
import type { Snapshot } from "./snapshot.ts";
import { subjectsOf } from "./subjects.ts";
import type { LabVerdict, Status, TaskVerdict } from "./verdict.ts";

export interface JudgeOptions {
  /** Tasks passed before, with the time (ms since 1970): they stay passed and are not judged again. */
  readonly passed: ReadonlyMap<string, number>;
  /** Absolute path of the learner's workspace. */
  readonly workspace: string;
  /** Judge this task only, and those that it needs; the verdict lists no others. */
  readonly only?: string;
  /** Points that the hints asked for take away, by task. */
  readonly hintCosts?: ReadonlyMap<string, number>;
  /** Tasks of which the solution was asked for. */
  readonly givenUp?: ReadonlySet<string>;
  /** Tasks that were begun anew, with the time (ms since 1970): what happened before does not count for them. */
  readonly since?: ReadonlyMap<string, number>;
}

/** Asked for reasons, it has none: what a verdict says without them is what should be, and what is. */
const silent: Advise = () => ({});

/**
 * A task is judged when all that it needs is passed, before or in this very judgement; otherwise it is blocked
 * and its checks are not judged. A task passed before has no checks in the verdict: this snapshot may not know them.
 * `advise` is asked why something is not passed; see `diagnosis/advisers.ts`.
 */
export function judgeLab(
  lab: Lab,
  snapshot: Snapshot,
  options: JudgeOptions,
  advise: Advise = silent,
): LabVerdict {
  const { only, passed, workspace } = options;
  const tasks = only === undefined ? lab.tasks : withNeeds(lab.tasks, only);
  const look: Look = { snapshot, workspace, subjects: subjectsOf(lab), advise };
  const verdicts = new Map<string, TaskVerdict>();
  for (const task of taskOrder(tasks)) {
    const waitsFor = task.needs.filter((id) => !passed.has(id) && verdicts.get(id)?.status !== "passed");
    const since = options.since?.get(task.id);
    const own = since === undefined ? look : { ...look, snapshot: happenedSince(snapshot, since) };
    verdicts.set(task.id, judgeTask(task, waitsFor, own, options));
  }
  const listed = tasks.flatMap((task) => verdicts.get(task.id) ?? []);
  return {
    lab: lab.id,
    status: labStatus(listed.map(({ status }) => status)),
    score: total(listed.map(({ score }) => score)),
    max: total(listed.map(({ max }) => max)),
    tasks: listed,
  };
}

function happenedSince(snapshot: Snapshot, from: number): Snapshot {
  const { history } = snapshot;
  if (history?.kind !== "found") return snapshot;
  return { ...snapshot, history: { kind: "found", facts: historySince(history.facts, from) } };
}

function judgeTask(task: Task, waitsFor: readonly string[], look: Look, options: JudgeOptions): TaskVerdict {
  const { id, title, points } = task;
  const givenUp = options.givenUp?.has(id) ? { givenUp: true } as const : {};
  const about = { id, title, max: points, checks: [], waitsFor: [], ...givenUp };
  const afterHints = (earned: number) =>
    options.givenUp?.has(id) ? 0 : Math.max(0, total([earned, -(options.hintCosts?.get(id) ?? 0)]));
  const passedAt = options.passed.get(id);
  if (passedAt !== undefined) return { ...about, status: "passed", score: afterHints(points), passedAt };
  if (waitsFor.length > 0) return { ...about, status: "blocked", score: 0, waitsFor };
  const checks = task.checks.map((check) => judgeCheck(check, look));
  const status = taskStatus(checks.map((check) => check.status), task.partial);
  if (status === "passed") return { ...about, status, score: afterHints(points), checks };
  const fitting = fittingHints(task, look);
  const hints = fitting.length > 0 ? { fitting } : {};
  if (!task.partial || status === "unchecked") return { ...about, status, score: 0, checks, ...hints };
  const part = partOf(task, checks);
  return { ...about, status, score: afterHints(pointsFor(part, points)), checks, part, ...hints };
}

/** Tiers of the hints that are meant for what is there now. */
function fittingHints({ hints }: Task, look: Look): readonly number[] {
  return hints.flatMap(({ when }, index) => when && judgeCheck(when, look).status === "passed" ? [index + 1] : []);
}

/**
 * One failed check decides, whatever could not be looked at: no other answer would make the task pass. A check that is
 * blocked by a container that another check already calls failed adds nothing. Where a part gives points, what could not be
 * looked at might give some: then nothing is decided before it is seen.
 */
export function taskStatus(checks: readonly Status[], partial = false): Status {
  return first(checks, partial ? ["unchecked", "failed", "blocked"] : ["failed", "unchecked", "blocked"]);
}

/**
 * One unchecked task makes the lab unchecked, although another may have failed: the score is not final, and "could not
 * check" goes before "not passed" in the exit codes too. A lab whose open tasks are all blocked has not been passed.
 */
export function labStatus(tasks: readonly Status[]): Status {
  return first(tasks, ["unchecked", "failed", "blocked"]);
}

function first(found: readonly Status[], order: readonly Status[]): Status {
  return order.find((status) => found.includes(status)) ?? "passed";
}

/** Sums of points such as 0.1 + 0.2, without the dust of binary fractions. */
function total(points: readonly number[]): number {
  return Math.round(points.reduce((sum, each) => sum + each, 0) * 1e6) / 1e6;
}

/** ms until another look is due although nothing happens on the engine; undefined when none is. */
export function nextLook(verdict: LabVerdict): number | undefined {
  const waits = verdict.tasks.flatMap(({ checks }) => checks.flatMap(({ lookAgainIn }) => lookAgainIn ?? []));
  return waits.length === 0 ? undefined : Math.min(...waits);
}

/** ms that the checks which are not passed may still take in their authors' opinion (`within`), counted from the first look. */
export function patienceOf({ tasks }: LabVerdict): number {
  return Math.max(0, ...tasks.flatMap(({ checks }) => checks.map(({ patience = 0 }) => patience)));
}

/** The same look at a lab that has not begun: what is there already is no work of the learner and can be kept nowhere. */
export function withoutPasses(verdict: LabVerdict): LabVerdict {
  const tasks = verdict.tasks.map(({ part: _, ...task }): TaskVerdict => ({
    ...task,
    score: 0,
    status: task.status === "passed" ? "unchecked" : task.status,
  }));
  return { ...verdict, status: labStatus(tasks.map(({ status }) => status)), score: 0, tasks };
}
