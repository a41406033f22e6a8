/** Cleaning up after a lab: what would go, then its removal, then the proof that it is gone. */

import type { Lab } from "../../content/schema/lab.ts";
import type { DockerEngine } from "../../docker/engine.ts";
import { takeInventory } from "../../docker/inventory.ts";
import { type RemedyEnd, runRemedy } from "../../docker/remedy.ts";
import { type Removal, removeObjects } from "../../docker/removal.ts";
import { settledInventory } from "../../docker/settled.ts";
import type { Inventory } from "../../lab/inventory.ts";
import { attemptLabel } from "../../lab/labels.ts";
import { type Leftovers, leftovers } from "../../lab/ledger.ts";
import type { Renamed } from "../../lab/obstacle.ts";
import { type RemovalItem, removalOrder } from "../../lab/removal_order.ts";
import { familiar } from "../../lab/matching/reference.ts";
import type { EventStore } from "../../store/event_store.ts";
import { workspaceFolder } from "../../store/state_folder.ts";
import { takeAway } from "../../store/workspace.ts";
import type { LabProgress } from "../../study/progress.ts";
import { elsewhere, otherEngine } from "./bound_engine.ts";
import { unreachable } from "./lab_attempt.ts";
import { isReady, openAttempt, renamedFor } from "./lab_passes.ts";

export interface CleaningWorld {
  /** Undefined where nothing was ever stored. */
  readonly store: EventStore | undefined;
  readonly engine: DockerEngine;
  readonly stateFolder: string;
  readonly now: () => number;
}

/** What cleaning up would do. Without an attempt here, what carries the lab's label is of another run. */
export interface Cleaning extends Leftovers {
  readonly attempt: LabProgress | undefined;
  /** Runs of other learners, or of other state folders, whose objects are meant; 0 with an attempt here. */
  readonly otherRuns: number;
}

/** `left`: the lab's objects that are still there. `kept`: the learner's files that stay in the workspace. */
export interface Cleaned {
  readonly removals: readonly Removal[];
  readonly left: readonly RemovalItem[];
  readonly kept: readonly string[];
  readonly restored: readonly { readonly renamed: Renamed; readonly end: RemedyEnd["kind"] | "gone" | "taken" }[];
}

/** Throws a `UserError`: the engine is out of reach (3), or another one than that of the attempt (1). */
export async function planCleaning(lab: Lab, world: CleaningWorld): Promise<Cleaning> {
  const { store, engine } = world;
  const attempt = store && openAttempt(store, lab.id);
  const other = attempt && await elsewhere(engine, attempt);
  if (other) throw otherEngine(lab, other);
  const inventory = attempt && !isReady(lab, attempt)
    ? await settledInventory(engine.docker)
    : await takeInventory(engine.docker);
  if (inventory.kind === "fault") throw unreachable(inventory.fault);
  const found = ofAttempt(lab, attempt, inventory.value, world);
  const { containers, networks, volumes } = found.remove;
  const runs = [...containers, ...networks, ...volumes].map(({ labels }) => labels[attemptLabel]);
  return { ...found, attempt, otherRuns: attempt ? 0 : new Set(runs).size };
}

function ofAttempt(
  lab: Lab,
  attempt: LabProgress | undefined,
  now: Inventory,
  { stateFolder }: Pick<CleaningWorld, "stateFolder">,
): Leftovers {
  return leftovers(lab, attempt?.before, now, {
    attempt: attempt?.attempt,
    commands: attempt?.commands ?? [],
    workspace: workspaceFolder(stateFolder, lab.id),
  });
}

/** How often what came meanwhile is taken away as well. */
const rounds = 3;

export interface CleaningOptions {
  /** Also what is new since the lab began and nobody knows whose it is. */
  readonly allNew?: boolean;
  readonly onRemoval?: (removal: Removal) => void;
  /** Once aborted, nothing more is removed and its reason is thrown: the attempt stays open. */
  readonly signal?: AbortSignal;
}

/**
 * Removes, looks again, and ends the attempt when nothing of the lab is left. Throws a `UserError` when the engine went out of
 * reach (3) or the workspace cannot be emptied (1): then the attempt stays open.
 */
export async function cleanUp(
  lab: Lab,
  labFolder: string,
  cleaning: Cleaning,
  world: CleaningWorld,
  { allNew = false, onRemoval, signal }: CleaningOptions = {},
): Promise<Cleaned> {
  const { store, engine, stateFolder } = world;
  const { attempt } = cleaning;
  const removals: Removal[] = [];
  let objects = allNew ? together(cleaning.remove, cleaning.alsoNew) : cleaning.remove;
  for (let round = 1;; round++) {
    const limits = { ...(onRemoval ? { onRemoval } : {}), ...(signal ? { signal } : {}) };
    removals.push(...await removeObjects(engine.docker, objects, limits));
    signal?.throwIfAborted();
    const fault = removals.find((removal) => removal.fault)?.fault;
    if (fault) throw unreachable(fault);
    const now = await takeInventory(engine.docker);
    if (now.kind === "fault") throw unreachable(now.fault);
    const tried = new Set(removalOrder(objects).map(itemKey));
    const { remove, alsoNew } = ofAttempt(lab, attempt, now.value, world);
    // What else is new now was not shown before, and may be anybody's.
    const left = [
      ...removalOrder(remove),
      ...(allNew ? removalOrder(alsoNew).filter((item) => tried.has(itemKey(item))) : []),
    ];
    objects = remove;
    if (left.length > 0 && round < rounds && left.some((item) => !tried.has(itemKey(item)))) continue;
    const restored = left.length > 0 || !store ? [] : await restore(renamedFor(store, lab.id), now.value, engine);
    const kept = takeAway(workspaceFolder(stateFolder, lab.id), labFolder, lab.workspace);
    if (left.length === 0 && attempt) {
      store?.append({ kind: "lab-cleaned", lab: lab.id, attempt: attempt.attempt }, world.now());
    }
    return { removals, left, kept, restored };
  }
}

function itemKey({ kind, id }: RemovalItem): string {
  return `${kind} ${id}`;
}

function together(one: Inventory, other: Inventory): Inventory {
  return {
    containers: [...one.containers, ...other.containers],
    volumes: [...one.volumes, ...other.volumes],
    networks: [...one.networks, ...other.networks],
    images: [...one.images, ...other.images],
    untagged: [...one.untagged ?? [], ...other.untagged ?? []],
    services: [...one.services ?? [], ...other.services ?? []],
    secrets: [...one.secrets ?? [], ...other.secrets ?? []],
    configs: [...one.configs ?? [], ...other.configs ?? []],
    ...(one.swarm === undefined ? {} : { swarm: one.swarm }),
  };
}

/** What gave way to the lab gets its name back, unless it is gone or somebody else has the name now. */
async function restore(
  all: readonly Renamed[],
  now: Inventory,
  { docker }: DockerEngine,
): Promise<Cleaned["restored"]> {
  const restored: Cleaned["restored"][number][] = [];
  const named = {
    container: new Set(now.containers.map(({ name }) => name)),
    image: new Set(now.images.map(({ tag }) => familiar(tag))),
  };
  for (const renamed of all.toReversed()) {
    const { object, from, to } = renamed;
    const names = named[object];
    const [old, current] = object === "container" ? [from, to] : [familiar(from), familiar(to)];
    if (!names.has(current)) restored.push({ renamed, end: "gone" });
    else if (names.has(old)) restored.push({ renamed, end: "taken" });
    else {
      const commands = object === "container" ? [["rename", to, from]] : [["tag", to, from], ["image", "rm", to]];
      const end = (await runRemedy(docker, commands)).kind;
      restored.push({ renamed, end });
      if (end !== "done") continue;
      // It may have given way more than once, or it was tried more than once.
      names.delete(current);
      names.add(old);
    }
  }
  return restored;
}
