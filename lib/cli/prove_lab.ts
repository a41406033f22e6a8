/** Proves one lab: unsolved it fails, solved it passes task by task, mistakes fail with their words, nothing is left. */

import type { Lab, SolutionStep, Task } from "../content/schema/lab.ts";
import type { Text } from "../content/text.ts";
import { taskOrder } from "../lab/graph.ts";
import {
  doesNotPass,
  failsNowhere,
  mistakeProblem,
  notLookedAt,
  passesEarly,
  passesUnsolved,
} from "../lab/proving/problems.ts";
import {
  itemsOf,
  type ProofItem,
  type ProofStatus,
  type ProofStep,
  type Trial,
  trialsOf,
} from "../lab/proving/proof.ts";
import { longestWait, nextTry, standingOf, withoutSteady } from "../lab/proving/standing.ts";
import type { LabVerdict, TaskVerdict } from "../lab/verdict.ts";
import type { ProvingWorld } from "./prove_world.ts";

/** Told while it goes on; `number` counts from 1. */
export interface ProofListener {
  readonly begins: (item: ProofItem, number: number, total: number) => void;
  readonly ends: (step: ProofStep, number: number, total: number) => void;
}

interface Outcome {
  readonly status: ProofStatus;
  readonly problem?: Text;
}

const passed: Outcome = { status: "passed" };
const failed = (problem: Text): Outcome => ({ status: "failed", problem });
const fromProblem = (problem: Text | undefined): Outcome => problem === undefined ? passed : failed(problem);

/** ms until a solution must have passed, and a mistake failed, beyond what their checks themselves ask for. */
const patience = 15_000;
const mistakePatience = 8000;

/**
 * The steps are handed to `listener` as they end, so that an interruption loses none. `lint` was done by the caller, who
 * does not come here with a lab that has errors.
 */
export async function proveLab(world: ProvingWorld, lint: Outcome, listener: ProofListener): Promise<void> {
  await new Prover(world, listener).prove(lint);
}

class Prover {
  readonly #order: readonly Task[];
  readonly #items: readonly ProofItem[];
  #done = 0;
  /** How many tasks are solved in the state that the engine is in; undefined when it has to be made anew. */
  #solved: number | undefined;

  #lastMistake:
    | { readonly task: Task; readonly steps: readonly SolutionStep[]; readonly verdict: TaskVerdict }
    | undefined;

  constructor(readonly world: ProvingWorld, readonly listener: ProofListener) {
    this.#order = taskOrder(world.lab.tasks);
    this.#items = itemsOf(world.lab);
  }

  async prove(lint: Outcome): Promise<void> {
    await this.#step(() => Promise.resolve(lint));
    const solvable = await this.#solution();
    await this.#step(async () => {
      this.#solved = undefined;
      return fromProblem(await this.world.cleanUp());
    });
    for (const [at, task] of this.#order.entries()) {
      for (const trial of trialsOf(task)) {
        await (at <= solvable ? this.#step(() => this.#trial(at, trial)) : this.#skip());
      }
    }
    if (this.#done < this.#items.length) await this.#step(async () => fromProblem(await this.world.cleanUp()));
  }

  /** Task by task; the index of the last one whose beginning can be reached. */
  async #solution(): Promise<number> {
    let early: ReadonlySet<string> = new Set();
    for (const [at, task] of this.#order.entries()) {
      let reached = false;
      await this.#step(async () => {
        const problem = await this.#reach(at);
        if (problem) return failed(problem);
        reached = true;
        if (at === 0) early = passedIn(await this.#settled([], this.#order));
        return early.has(task.id) ? failed(passesUnsolved()) : await this.#unsolved(at);
      });
      let solved = false;
      if (reached) {
        await this.#step(async () => {
          const outcome = await this.#solves(at, task.solution);
          solved = outcome.status === "passed";
          if (solved) this.#solved = at + 1;
          // What passes early is wrong, but what comes after can be looked at all the same.
          return solved ? fromProblem(await this.#early(at)) : outcome;
        });
      } else await this.#skip();
      if (solved) continue;
      for (let rest = at + 1; rest < this.#order.length; rest++) {
        await this.#skip();
        await this.#skip();
      }
      return reached ? at : at - 1;
    }
    return this.#order.length - 1;
  }

  /**
   * All that is typed for the tasks before this one is there. It was proven to work, so nothing is looked at on the way, unless
   * a command comes too early for what the one before it has started.
   */
  async #reach(at: number): Promise<Text | undefined> {
    return await this.#retype(at, false) && await this.#retype(at, true);
  }

  async #retype(at: number, patiently: boolean): Promise<Text | undefined> {
    if (patiently || this.#solved === undefined || this.#solved > at) {
      const problem = await this.world.prepare();
      if (problem) return problem;
      this.#solved = 0;
    }
    const lab = { ...this.world.lab, tasks: this.#order.map(withoutSteady) };
    for (let index = this.#solved; index < at; index++) {
      const { solution } = this.#task(index);
      const problem = patiently
        ? (await this.#solves(index, solution, lab)).problem
        : await this.world.type(solution, true);
      if (problem) {
        this.#solved = undefined;
        return problem;
      }
      this.#solved = index + 1;
    }
    return undefined;
  }

  /** Just before it is solved, with all before it solved. */
  async #unsolved(at: number): Promise<Outcome> {
    const task = this.#task(at);
    const verdict = verdictOf(await this.#settled(this.#before(at), [task], task.id), task);
    if (verdict.status === "passed") return failed(passesUnsolved());
    if (verdict.checks.some(({ status }) => status === "failed")) return passed;
    return verdict.status === "unchecked"
      ? { status: "unchecked", problem: notLookedAt(verdict) }
      : failed(failsNowhere(verdict));
  }

  /** Types it and waits for the task to pass. */
  async #solves(at: number, steps: readonly SolutionStep[], lab: Lab = this.world.lab): Promise<Outcome> {
    const task = this.#task(at);
    const refusal = await this.world.type(steps, true);
    if (refusal) return failed(refusal);
    const limit = patience + longestWait(task);
    const began = performance.now();
    for (;;) {
      const verdict = verdictOf(await this.world.look(this.#before(at), { lab, only: task.id }), task);
      if (verdict.status === "passed") return passed;
      const waited = performance.now() - began;
      if (waited < limit) await this.world.wait(nextTry(verdict.checks));
      else if (verdict.status === "unchecked") return { status: "unchecked", problem: notLookedAt(verdict) };
      else return failed(doesNotPass(verdict, waited));
    }
  }

  /** No task after this one passes by what was done for it. */
  async #early(at: number): Promise<Text | undefined> {
    const later = this.#order.slice(at + 1);
    const early = later.length === 0 ? new Set() : passedIn(await this.#settled(this.#before(at + 1), later));
    const ids = later.filter(({ id }) => early.has(id)).map(({ id }) => id);
    return ids.length === 0 ? undefined : passesEarly(ids);
  }

  async #trial(at: number, trial: Trial): Promise<Outcome> {
    const task = this.#task(at);
    if (trial.expects && this.#saysSoToo(task, trial.steps, trial.expects)) return passed;
    const unreachable = await this.#reach(at);
    if (unreachable) return failed(unreachable);
    let outcome = passed;
    const restored = await this.world.trying(trial.steps, async () => {
      outcome = trial.expects
        ? await this.#fails(task, at, trial.steps, trial.expects)
        : await this.#solvesToo(at, trial.steps);
    });
    if (!restored) this.#solved = undefined;
    return outcome;
  }

  async #solvesToo(at: number, steps: readonly SolutionStep[]): Promise<Outcome> {
    const outcome = await this.#solves(at, steps);
    return outcome.status === "passed" ? fromProblem(await this.#early(at)) : outcome;
  }

  /** The same commands were typed for the mistake before, and what was seen then holds these words as well. */
  #saysSoToo(task: Task, steps: readonly SolutionStep[], expects: NonNullable<Trial["expects"]>): boolean {
    const last = this.#lastMistake;
    return last?.task === task && JSON.stringify(last.steps) === JSON.stringify(steps) &&
      mistakeProblem(task, expects, last.verdict) === undefined;
  }

  /** Waits until it fails as its author says, and until time alone cannot make it pass any more. */
  async #fails(
    task: Task,
    at: number,
    steps: readonly SolutionStep[],
    expects: NonNullable<Trial["expects"]>,
  ): Promise<Outcome> {
    await this.world.type(steps, false);
    const began = performance.now();
    const limit = longestWait(task) + mistakePatience;
    for (;;) {
      const verdict = verdictOf(await this.world.look(this.#before(at), { only: task.id }), task);
      const elapsed = performance.now() - began;
      const problem = mistakeProblem(task, expects, verdict);
      const standing = standingOf(task, verdict, elapsed);
      if (standing.kind === "passed") return fromProblem(problem);
      // A container that falls again and again stays open for ever: it had its time.
      const isOver = standing.kind !== "open" || elapsed > longestWait(task) + lastLook;
      if (problem === undefined && isOver) {
        this.#lastMistake = { task, steps, verdict };
        return passed;
      }
      if (problem !== undefined && elapsed > limit) {
        return verdict.status === "unchecked"
          ? { status: "unchecked", problem: notLookedAt(verdict) }
          : failed(problem);
      }
      await this.world.wait(standing.kind === "open" ? Math.min(standing.lookAgainIn, 1000) : nextTry(verdict.checks));
    }
  }

  /** A look in which none of these tasks is still to pass by itself. */
  async #settled(before: readonly string[], tasks: readonly Task[], only?: string): Promise<LabVerdict> {
    const began = performance.now();
    const limit = patience + Math.max(...tasks.map(longestWait));
    for (;;) {
      const verdict = await this.world.look(before, only === undefined ? {} : { only });
      // Of what nobody has begun with, `within` has long run out.
      const standings = tasks.map((task) => standingOf(task, verdictOf(verdict, task), Infinity));
      const waits = standings.flatMap((standing) => standing.kind === "open" ? [standing.lookAgainIn] : []);
      if (waits.length === 0 || performance.now() - began > limit) return verdict;
      await this.world.wait(Math.min(...waits));
    }
  }

  #task(at: number): Task {
    const task = this.#order[at];
    if (!task) throw new TypeError(`there is no task ${at}`);
    return task;
  }

  #before(at: number): readonly string[] {
    return this.#order.slice(0, at).map(({ id }) => id);
  }

  async #step(work: () => Promise<Outcome>): Promise<void> {
    const item = this.#next();
    const began = performance.now();
    this.listener.begins(item, this.#done, this.#items.length);
    const outcome = await work();
    this.#end({ ...item, ...outcome, seconds: (performance.now() - began) / 1000 });
  }

  #skip(): Promise<void> {
    this.#end({ ...this.#next(), status: "skipped", seconds: 0 });
    return Promise.resolve();
  }

  #next(): ProofItem {
    const item = this.#items[this.#done++];
    if (!item) throw new TypeError("more steps than were announced");
    return item;
  }

  #end(step: ProofStep): void {
    this.listener.ends(step, this.#done, this.#items.length);
  }
}

/** ms beyond which a failure that says what it must is taken for one that lasts. */
const lastLook = 1000;

function passedIn({ tasks }: LabVerdict): ReadonlySet<string> {
  return new Set(
    tasks.filter(({ status, passedAt }) => status === "passed" && passedAt === undefined).map(({ id }) => id),
  );
}

function verdictOf({ tasks }: LabVerdict, { id }: Task): TaskVerdict {
  const verdict = tasks.find((task) => task.id === id);
  if (!verdict) throw new TypeError(`no verdict on ${id}`);
  return verdict;
}
