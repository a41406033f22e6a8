/** The engine and the folder in which a lab is proven: brought to a state, looked at, and left as they were found. */

import type { Lab, SolutionStep } from "../../content/schema/lab.ts";
import type { Text } from "../../content/text.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import type { Heard } from "../../docker/heard.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { isKept, KeptImages, withoutKept } from "../../docker/kept_images.ts";
import { look } from "../../docker/look.ts";
import { type Removal, removeObjects } from "../../docker/removal.ts";
import { settledInventory } from "../../docker/settled.ts";
import { runSetup } from "../../docker/setup.ts";
import { sleep } from "../../docker/sleep.ts";
import { runSteps, type StepsOptions } from "../../docker/steps.ts";
import type { Engine } from "../../lab/engine.ts";
import { asksForHistory } from "../../lab/graph.ts";
import type { Inventory, Labels } from "../../lab/inventory.ts";
import { attemptLabel, labLabel, proofLabel } from "../../lab/labels.ts";
import { leftovers, swarmService } from "../../lab/ledger.ts";
import { planOf } from "../../lab/plan.ts";
import { onlyAdds } from "../../lab/proving/additions.ts";
import { notCleaned, refused } from "../../lab/proving/problems.ts";
import { asLearners, listing, since, withoutOurs } from "../../lab/proving/remnants.ts";
import type { Snapshot } from "../../lab/snapshot.ts";
import type { LabVerdict } from "../../lab/verdict.ts";
import { layOut } from "../../store/workspace.ts";
import type { LabHistory } from "../lab/lab_history.ts";
import { histories, lookAt } from "../lab/lab_look.ts";
import { unreachable } from "../lab/lab_attempt.ts";

export interface ProvingPlace {
  readonly engine: DockerEngine;
  /** Absolute, for the workspaces; it need not exist, and is gone afterwards where the system lets it go. */
  readonly folder: string;
  /** Where the lab's own files are. */
  readonly labFolder: string;
  /** Once aborted, nothing more is typed and its reason is thrown. */
  readonly signal: AbortSignal;
  /** Told what docker says while something is typed. */
  readonly onHeard?: (heard: Heard) => void;
}

/** Throws a `UserError` (exit code 3) whenever docker cannot be asked. */
export class ProvingWorld implements AsyncDisposable {
  readonly #attempt = crypto.randomUUID();
  readonly #engine: Engine;
  readonly #kept: KeptImages;
  #history: LabHistory | undefined;
  #workspaces = 0;
  /** Something may be on the engine that is not to stay. */
  #inUse = false;

  constructor(readonly lab: Lab, readonly before: Inventory, readonly place: ProvingPlace) {
    const { engine } = place;
    this.#engine = { ...engine, look: async (plan, signal) => asSeen(await engine.look(plan, signal)) };
    this.#kept = new KeptImages(engine.docker, this.#attempt);
  }

  get workspace(): string {
    return `${this.place.folder}/${this.#workspaces}`;
  }

  /** What `prepare` does, with nothing left of what was done before. */
  async prepare(): Promise<Text | undefined> {
    await this.clear();
    const { labFolder } = this.place;
    this.#inUse = true;
    this.#workspaces++;
    // A container that wrote there may have left files that are not ours to remove.
    while (exists(this.workspace)) this.#workspaces++;
    layOut(this.workspace, labFolder, this.lab.workspace);
    const [last] = (await runSetup(this.place.engine.docker, this.lab.setup, {
      folder: this.workspace,
      labels: { [labLabel]: this.lab.id, [attemptLabel]: this.#attempt },
      ...this.#running(),
    })).slice(-1);
    await this.#stopIfTold();
    if (last?.kind === "fault") throw unreachable(last.fault);
    if (last?.kind === "failed") return refused(String(last.step), last.detail);
    await this.#beginHistory();
    return undefined;
  }

  #running(): Pick<StepsOptions, "signal" | "onHeard"> {
    const { signal, onHeard } = this.place;
    return { signal, ...(onHeard ? { onHeard } : {}) };
  }

  /** What happens from now on, where the lab asks for it. */
  async #beginHistory(): Promise<void> {
    if (!asksForHistory(this.lab)) return;
    await this.#history?.[Symbol.asyncDispose]();
    const { passingHistory } = await histories();
    this.#history = await passingHistory(this.lab, this.before, this.place.engine.docker);
  }

  /** Types as a learner would. A refusal of docker ends it where `mustWork`; it is part of a mistake otherwise. */
  async type(steps: readonly SolutionStep[], mustWork: boolean): Promise<Text | undefined> {
    this.#inUse = true;
    const labels: Labels = { [labLabel]: this.lab.id, [attemptLabel]: this.#attempt, [proofLabel]: "1" };
    const { engine } = this.place;
    for (const step of steps) {
      const [result] = await runSteps(engine.docker, [step], {
        folder: this.workspace,
        labels,
        answers: true,
        ...this.#running(),
      });
      await this.#stopIfTold();
      if (result?.kind === "fault") throw unreachable(result.fault);
      if (result?.kind === "failed" && mustWork) {
        return refused(typeof step === "string" ? step : step.file, result.detail);
      }
    }
    return undefined;
  }

  /** One look, with these tasks passed before. */
  async look(
    passed: readonly string[],
    options: { readonly lab?: Lab; readonly only?: string } = {},
  ): Promise<LabVerdict> {
    const verdict = await lookAt(options.lab ?? this.lab, this.#engine, {
      passed: new Map(passed.map((id) => [id, 0])),
      hints: undefined,
      workspace: this.workspace,
      only: options.only,
      before: this.before,
      history: this.#history,
    });
    await this.#stopIfTold();
    return verdict;
  }

  /** ms. */
  async wait(ms: number): Promise<void> {
    await sleep(ms, this.place.signal);
    this.place.signal.throwIfAborted();
  }

  /** Tries something and takes it back; false when the state before it has to be made anew. */
  async trying(steps: readonly SolutionStep[], work: () => Promise<void>): Promise<boolean> {
    const there = await this.#inventory();
    const undoable = onlyAdds(steps, there) && !this.#remembers();
    const state = undoable ? await this.#state(there) : "";
    await work();
    if (!undoable) return false;
    const { remove } = leftovers(this.lab, there, await this.#inventory(), this.#ledger());
    await removeObjects(this.place.engine.docker, remove, { signal: this.place.signal });
    return await this.#state(await this.#inventory()) === state;
  }

  /** What a learner's clean-up leaves; then the rest goes too. Nothing when all is as it was found. */
  async cleanUp(): Promise<Text | undefined> {
    const now = await this.#inventory();
    const { remove } = leftovers(this.lab, this.before, asLearners(now), this.#ledger());
    const removals = await this.#remove(remove, this.place.signal);
    await this.#stopIfTold();
    const after = await this.#inventory();
    const [left, lost] = [since(this.before, after, this.lab.id), since(after, this.before, this.lab.id)];
    await this.clear();
    const refusals = removals.filter(({ end }) => end === "kept").map(refusal);
    if (left.length + lost.length + refusals.length === 0) return undefined;
    return notCleaned(left, lost, refusals);
  }

  /** Takes away all that bears our labels, and what the lab names; whatever docker says. */
  async clear(): Promise<void> {
    if (!this.#inUse) return;
    const { remove } = leftovers(this.lab, this.before, await this.#inventory(), this.#ledger());
    await this.#remove(remove);
    this.#inUse = false;
  }

  async #remove(objects: Inventory, signal?: AbortSignal): Promise<readonly Removal[]> {
    await this.#kept.keep(objects.images.map(({ tag }) => tag));
    return await removeObjects(this.place.engine.docker, objects, signal ? { signal } : {});
  }

  /** Also after an interruption, when docker may still be busy with the last command. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#history?.[Symbol.asyncDispose]();
      if (this.#inUse && this.place.signal.aborted) await settledInventory(this.place.engine.docker);
      await this.clear();
    } finally {
      await this.#kept.forget();
      try {
        Deno.removeSync(this.place.folder, { recursive: true });
      } catch {
        // Never made, or holding files that a container wrote as another user.
      }
    }
  }

  #ledger() {
    return { attempt: this.#attempt, workspace: this.workspace };
  }

  /** What happened cannot be taken back: what a check asks of the past would be answered by a mistake. */
  #remembers(): boolean {
    return asksForHistory(this.lab);
  }

  async #inventory(): Promise<Inventory> {
    const { engine } = this.place;
    // Clean-up goes on after an interruption, so that is not handed on.
    const inventory = await takeInventory(engine.docker);
    if (inventory.kind === "fault") throw unreachable(inventory.fault);
    return withoutKept(inventory.value);
  }

  /**
   * Two equal ones are the same state, but for what is inside containers and volumes. Swarm changes the containers of its
   * services when it likes: the services stand for them.
   */
  async #state(now: Inventory): Promise<string> {
    const own = { ...now, containers: now.containers.filter(({ labels }) => labels[swarmService] === undefined) };
    const { remove } = leftovers(this.lab, this.before, own, this.#ledger());
    const nothing = planOf([]);
    const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name).sort();
    const { containers, networks } = await look(this.place.engine.docker, {
      ...nothing,
      objects: { ...nothing.objects, container: names(remove.containers), network: names(remove.networks) },
    });
    const known = new Set(names(own.containers));
    const members = [...networks].map(([name, sighting]) =>
      sighting.kind === "found"
        ? [name, { ...sighting.facts, containers: sighting.facts.containers?.filter((one) => known.has(one)) }]
        : [name, sighting]
    );
    return JSON.stringify([listing(own), [...containers], members, filesIn(this.workspace)]);
  }

  /** A child that was ended by the same Ctrl-C may be heard of before the interruption itself. */
  async #stopIfTold(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.place.signal.throwIfAborted();
  }
}

function refusal({ kind, name, detail }: Removal): string {
  return `${kind} ${name}${detail === "" ? "" : `: ${detail}`}`;
}

/** Our labels, and our names of images, are no part of what a check may find. */
function asSeen(snapshot: Snapshot): Snapshot {
  const containers = [...snapshot.containers].map(([name, sighting]) =>
    sighting.kind === "found" && sighting.facts.labels
      ? [name, { ...sighting, facts: { ...sighting.facts, labels: withoutOurs(sighting.facts.labels) } }] as const
      : [name, sighting] as const
  );
  const images = [...snapshot.images].map(([name, sighting]) =>
    sighting.kind === "found" && sighting.facts.tags
      ? [name, {
        ...sighting,
        facts: { ...sighting.facts, tags: sighting.facts.tags.filter((tag) => !isKept(tag)) },
      }] as const
      : [name, sighting] as const
  );
  return { ...snapshot, containers: new Map(containers), images: new Map(images) };
}

/** Paths with sizes and times; what cannot be read is told as such. */
function filesIn(folder: string): readonly string[] {
  try {
    return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
      const path = `${folder}/${name}`;
      const { size, mtime } = Deno.lstatSync(path);
      return isDirectory ? [path, ...filesIn(path)] : [`${path} ${size} ${mtime?.getTime()}`];
    }).sort();
  } catch (error) {
    return [`${folder}: ${String(error)}`];
  }
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
