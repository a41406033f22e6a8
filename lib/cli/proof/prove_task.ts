/** What is proven of one task, from a state of the engine in which all before it is solved. */

import type { Lab, SolutionStep, Task } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import {
  doesNotPass,
  failsNowhere,
  mistakeProblem,
  notLookedAt,
  passesEarly,
  passesUnsolved,
} from "../../lab/proving/problems.ts";
import type { ProofStatus, Trial } from "../../lab/proving/proof.ts";
import { longestWait, narrowed, nextTry, standingOf } from "../../lab/proving/standing.ts";
import type { LabVerdict, TaskVerdict } from "../../lab/verdict.ts";
import type { ProvingWorld } from "./prove_world.ts";

export interface Outcome {
  readonly status: ProofStatus;
  readonly problem?: Text;
}

export const passed: Outcome = { status: "passed" };

export function failed(problem: Text): Outcome {
  return { status: "failed", problem };
}

export function fromProblem(problem: Text | undefined): Outcome {
  return problem === undefined ? passed : failed(problem);
}

/** ms in which a solution must have passed, or a mistake failed, beyond what their checks themselves ask for. */
const patience = 5000;
/** ms beyond which a failure that says what it must is taken for one that lasts. */
const lastLook = 1000;

/** `before`, here and below: the ids of the tasks that are solved. */
export async function unsolved(world: ProvingWorld, task: Task, before: readonly string[]): Promise<Outcome> {
  const verdict = verdictOf(await settled(world, [task], before, task.id), task);
  if (verdict.status === "passed") return failed(passesUnsolved());
  if (verdict.checks.some(({ status }) => status === "failed")) return passed;
  return verdict.status === "unchecked" ? notSeen(verdict) : failed(failsNowhere(verdict));
}

/** Types it and waits for the task to pass; `lab` is judged instead of the world's, where less is demanded. */
export async function solves(
  world: ProvingWorld,
  task: Task,
  before: readonly string[],
  steps: readonly SolutionStep[],
  lab: Lab = world.lab,
): Promise<Outcome> {
  const refusal = await world.type(steps, true);
  if (refusal) return failed(refusal);
  const limit = patience + longestWait(task);
  const began = performance.now();
  for (;;) {
    const verdict = verdictOf(await world.look(before, { lab, only: task.id }), task);
    if (verdict.status === "passed") return passed;
    const waited = performance.now() - began;
    if (waited > limit) return verdict.status === "unchecked" ? notSeen(verdict) : failed(doesNotPass(verdict, waited));
    await world.wait(nextTry(verdict.checks));
  }
}

/** None of the later tasks passes by what was done before them. */
export async function early(
  world: ProvingWorld,
  later: readonly Task[],
  before: readonly string[],
): Promise<Text | undefined> {
  if (later.length === 0) return undefined;
  const ids = passedIn(await settled(world, later, before)).filter((id) => later.some((task) => task.id === id));
  return ids.length === 0 ? undefined : passesEarly(ids);
}

/** Types a mistake and waits until it fails as its author says, and until time alone cannot make it pass any more. */
export async function failsAsSaid(
  world: ProvingWorld,
  task: Task,
  before: readonly string[],
  steps: readonly SolutionStep[],
  expects: NonNullable<Trial["expects"]>,
): Promise<Outcome> {
  await world.type(steps, false);
  const near = narrowed(world.lab, task, expects.fails);
  const began = performance.now();
  for (;;) {
    const verdict = verdictOf(await world.look(before, { lab: near.lab, only: task.id }), task);
    const elapsed = performance.now() - began;
    const standing = standingOf(verdict, elapsed);
    const asSaid = mistakeProblem(near.task, expects, verdict) === undefined;
    // A container that falls again and again stays open for ever: it had its time.
    if (asSaid && (standing.kind !== "open" || elapsed > longestWait(task) + lastLook)) return passed;
    if (!asSaid && elapsed > longestWait(task) + patience) break;
    await world.wait(standing.kind === "open" ? Math.min(standing.lookAgainIn, lastLook) : nextTry(verdict.checks));
  }
  // What to tell of it is found with all checks.
  const verdict = verdictOf(await world.look(before, { only: task.id }), task);
  return verdict.status === "unchecked" ? notSeen(verdict) : fromProblem(mistakeProblem(task, expects, verdict));
}

/** A look in which none of these tasks is still to pass by itself. */
export async function settled(
  world: ProvingWorld,
  tasks: readonly Task[],
  before: readonly string[],
  only?: string,
): Promise<LabVerdict> {
  const began = performance.now();
  const limit = patience + Math.max(...tasks.map(longestWait));
  for (;;) {
    const verdict = await world.look(before, only === undefined ? {} : { only });
    // Of what nobody has begun with, `within` has long run out.
    const standings = tasks.map((task) => standingOf(verdictOf(verdict, task), Infinity));
    const waits = standings.flatMap((standing) => standing.kind === "open" ? [standing.lookAgainIn] : []);
    if (waits.length === 0 || performance.now() - began > limit) return verdict;
    await world.wait(Math.min(...waits));
  }
}

/** Tasks that passed in this very look. */
export function passedIn({ tasks }: LabVerdict): readonly string[] {
  return tasks.filter(({ status, passedAt }) => status === "passed" && passedAt === undefined).map(({ id }) => id);
}

function notSeen(verdict: TaskVerdict): Outcome {
  return { status: "unchecked", problem: notLookedAt(verdict) };
}

function verdictOf({ tasks }: LabVerdict, { id }: Task): TaskVerdict {
  const verdict = tasks.find((task) => task.id === id);
  if (!verdict) throw new TypeError(`no verdict on ${id}`);
  return verdict;
}
