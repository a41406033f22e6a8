/** Doing one task again: which others go with it, which objects and files are theirs, and what `setup` has to make anew. */

import type { Lab, Task } from "../content/schema/lab.ts";
import { madeBy } from "./command_names.ts";
import { commandWords } from "./command_words.ts";
import { emptyInventory, type Inventory } from "./inventory.ts";
import { labLabel } from "./labels.ts";
import { type LabNames, type Names, namesOfSetup, namesOfTask, noNames } from "./lab_names.ts";
import { type LedgerOptions, leftovers } from "./ledger.ts";
import { familiar } from "./matching/reference.ts";

export interface Reset {
  /** The task and those that stand on it, in the order of the lab. */
  readonly tasks: readonly string[];
  /** Tasks that made what this one works on, when it makes nothing itself. */
  readonly standsOn: readonly string[];
  readonly remove: Inventory;
  /** Lines of `setup` that have to run again. */
  readonly setup: readonly string[];
  /** Of the workspace: what the learner made of them is set aside. */
  readonly files: readonly string[];
}

/** Throws a `TypeError` for a task that the lab does not have. */
export function resetOf(lab: Lab, id: string, before: Inventory, now: Inventory, options: LedgerOptions): Reset {
  const task = lab.tasks.find((task) => task.id === id);
  if (!task) throw new TypeError(`no task "${id}"`);
  const owners = ownersOf(lab);
  const again = withDependents(lab, task, owners);
  const names = ownedBy(lab, again, owners);
  const own = leftovers(lab, before, now, { ...options, names }).remove;
  const made = setupObjects(lab, again, own, now);
  const remove = { ...own, ...united(own, made.remove) };
  const empty = Object.values(remove).every((list) => list.length === 0) && made.lines.length === 0;
  return {
    tasks: lab.tasks.filter((task) => again.has(task)).map(({ id }) => id),
    standsOn: empty
      ? lab.tasks.filter((other) => other !== task && speaksOf(lab, task, owners, other)).map(({ id }) => id)
      : [],
    remove,
    setup: made.lines,
    files: [...names.files],
  };
}

/** `kind name` → the first task that speaks of it: tasks stand in the order in which they are done. */
type Owners = ReadonlyMap<string, Task>;

function ownersOf(lab: Lab): Owners {
  const owners = new Map<string, Task>();
  const prepared = new Set(keysOf(namesOfSetup(lab)));
  for (const task of lab.tasks) {
    for (const key of keysOf(namesOfTask(lab, task))) if (!owners.has(key) && !prepared.has(key)) owners.set(key, task);
  }
  return owners;
}

function keysOf(names: LabNames): readonly string[] {
  return Object.entries(names).flatMap(([kind, some]) => [...some].map((name) => `${kind} ${name}`));
}

function speaksOf(lab: Lab, task: Task, owners: Owners, other: Task): boolean {
  return keysOf(namesOfTask(lab, task)).some((key) => owners.get(key) === other);
}

/** Tasks that need it, or work on what it makes, and so on. */
function withDependents(lab: Lab, first: Task, owners: Owners): ReadonlySet<Task> {
  const again = new Set([first]);
  for (let size = 0; size < again.size;) {
    size = again.size;
    for (const task of lab.tasks) {
      const needs = [...again].some((other) => task.needs.includes(other.id) || speaksOf(lab, task, owners, other));
      if (needs) again.add(task);
    }
  }
  return again;
}

function ownedBy(lab: Lab, tasks: ReadonlySet<Task>, owners: Owners): Names {
  const owned = noNames();
  for (const task of tasks) {
    const names = namesOfTask(lab, task);
    for (const kind of Object.keys(owned) as (keyof Names)[]) {
      for (const name of names[kind]) {
        const owner = owners.get(`${kind} ${name}`);
        if (owner && tasks.has(owner)) owned[kind].add(name);
      }
    }
  }
  return owned;
}

type Prepared = "containers" | "volumes" | "networks" | "images";

/**
 * What `setup` made and these tasks change: made anew unless another task, which is not done again, works on it too; and made
 * anew in any case when it is gone, or has to go with what it stands on.
 */
function setupObjects(
  lab: Lab,
  again: ReadonlySet<Task>,
  going: Inventory,
  now: Inventory,
): { readonly remove: Inventory; readonly lines: readonly string[] } {
  const spoken = (tasks: readonly Task[]) => new Set(tasks.flatMap((task) => keysOf(namesOfTask(lab, task))));
  const theirs = spoken([...again]);
  const others = spoken(lab.tasks.filter((task) => !again.has(task)));
  const [present, leaving] = [keysIn(now), keysIn(going)];
  const lines = lab.setup.map((line) => ({ line, words: commandWords(line) ?? [] }));
  const anew = new Set<string>();
  for (const { words } of lines) {
    const made = madeBy(words);
    if (!made) continue;
    const key = `${made.kind} ${made.name}`;
    if (leaving.has(key) || (theirs.has(key) && (!present.has(key) || !others.has(key)))) anew.add(key);
  }
  const touches = (words: readonly string[]) => {
    const made = madeBy(words);
    if (made) return anew.has(`${made.kind} ${made.name}`);
    return words.some((word) => ["containers", "networks"].some((kind) => anew.has(`${kind} ${word}`)));
  };
  const labelled = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) => labels[labLabel] === lab.id;
  return {
    lines: lines.filter(({ words }) => touches(words)).map(({ line }) => line),
    remove: {
      ...emptyInventory,
      containers: now.containers.filter((it) => labelled(it) && anew.has(`containers ${it.name}`)),
      volumes: now.volumes.filter((it) => labelled(it) && anew.has(`volumes ${it.name}`)),
      networks: now.networks.filter((it) => labelled(it) && anew.has(`networks ${it.name}`)),
    },
  };
}

function keysIn({ containers, volumes, networks, images }: Inventory): ReadonlySet<string> {
  const keys = (kind: Prepared, names: readonly string[]) => names.map((name) => `${kind} ${name}`);
  return new Set([
    ...keys("containers", containers.map(({ name }) => name)),
    ...keys("volumes", volumes.map(({ name }) => name)),
    ...keys("networks", networks.map(({ name }) => name)),
    ...keys("images", images.map(({ tag }) => familiar(tag))),
  ]);
}

function united(one: Inventory, other: Inventory): Pick<Inventory, "containers" | "volumes" | "networks"> {
  const both = <Item>(a: readonly Item[], b: readonly Item[]) => [...new Set([...a, ...b])];
  return {
    containers: both(one.containers, other.containers),
    volumes: both(one.volumes, other.volumes),
    networks: both(one.networks, other.networks),
  };
}
