/** Proves one lab: unsolved it fails, solved it passes task by task, mistakes fail with their words, nothing is left. */

import type { SolutionStep, Task } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import { taskOrder } from "../../lab/graph.ts";
import { passesUnsolved } from "../../lab/proving/problems.ts";
import { itemsOf, type ProofItem, type ProofStep, type Trial, trialsOf } from "../../lab/proving/proof.ts";
import { withoutSteady } from "../../lab/proving/standing.ts";
import {
  early,
  failed,
  failsAsSaid,
  fromProblem,
  type Outcome,
  passed,
  passedIn,
  settled,
  solves,
  unsolved,
} from "./prove_task.ts";
import type { ProvingWorld } from "./prove_world.ts";

/** Told while it goes on; `number` counts from 1. */
export interface ProofListener {
  readonly begins: (item: ProofItem, number: number, total: number) => void;
  readonly ends: (step: ProofStep, number: number, total: number) => void;
}

/**
 * The steps are handed to `listener` as they end, so that an interruption loses none. `lint` was done by the caller, who
 * does not come here with a lab that has errors.
 */
export async function proveLab(world: ProvingWorld, lint: Outcome, listener: ProofListener): Promise<void> {
  await new Prover(world, listener).prove(lint);
}

/** Two passes: the learner's way without a slip, and then every slip, each from the state in which it is made. */
class Prover {
  readonly #order: readonly Task[];
  readonly #items: readonly ProofItem[];
  #done = 0;
  /** How many tasks are solved in the state that the engine is in; undefined when it has to be made anew. */
  #solved: number | undefined;

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
        if (at <= solvable) await this.#step(() => this.#trial(at, trial));
        else this.#skip();
      }
    }
    if (this.#done < this.#items.length) await this.#step(async () => fromProblem(await this.world.cleanUp()));
  }

  /** Task by task; the index of the last one whose beginning can be reached. */
  async #solution(): Promise<number> {
    let atOnce: readonly string[] = [];
    for (const [at, task] of this.#order.entries()) {
      let reached = false;
      await this.#step(async () => {
        const problem = await this.#reach(at);
        if (problem) return failed(problem);
        reached = true;
        if (at === 0) atOnce = passedIn(await settled(this.world, this.#order, []));
        return atOnce.includes(task.id) ? failed(passesUnsolved()) : await unsolved(this.world, task, this.#before(at));
      });
      if (reached) {
        await this.#step(async () => {
          const outcome = await solves(this.world, task, this.#before(at), task.solution);
          if (outcome.status !== "passed") return outcome;
          this.#solved = at + 1;
          // What passes early is wrong, but what comes after can be looked at all the same.
          return fromProblem(await this.#early(at));
        });
      } else this.#skip();
      if (this.#solved === at + 1) continue;
      for (let rest = 2 * (this.#order.length - at - 1); rest > 0; rest--) this.#skip();
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
      const task = this.#task(index);
      const problem = patiently
        ? (await solves(this.world, task, this.#before(index), task.solution, lab)).problem
        : await this.world.type(task.solution, true);
      this.#solved = problem ? undefined : index + 1;
      if (problem) return problem;
    }
    return undefined;
  }

  async #early(at: number): Promise<Text | undefined> {
    return await early(this.world, this.#order.slice(at + 1), this.#before(at + 1));
  }

  async #trial(at: number, { steps, expects }: Trial): Promise<Outcome> {
    const problem = await this.#reach(at);
    if (problem) return failed(problem);
    let outcome = passed;
    const restored = await this.world.trying(steps, async () => {
      outcome = expects
        ? await failsAsSaid(this.world, this.#task(at), this.#before(at), steps, expects)
        : await this.#solvesToo(at, steps);
    });
    if (!restored) this.#solved = undefined;
    return outcome;
  }

  async #solvesToo(at: number, steps: readonly SolutionStep[]): Promise<Outcome> {
    const outcome = await solves(this.world, this.#task(at), this.#before(at), steps);
    return outcome.status === "passed" ? fromProblem(await this.#early(at)) : outcome;
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

  #skip(): void {
    this.#end({ ...this.#next(), status: "skipped", seconds: 0 });
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
