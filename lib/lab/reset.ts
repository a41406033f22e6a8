/** Doing one task again: which others go with it, which objects and files are theirs, and what `setup` has to make anew. */

import type { Lab, Task } from "../content/schema/lab.ts";
import { addCommandNames, madeBy } from "./command_names.ts";
import { commandWords } from "./command_words.ts";
import { emptyInventory, type Inventory, type InventoryContainer } from "./inventory.ts";
import { labLabel } from "./labels.ts";
import { type LabNames, type Names, namesOfSetup, namesOfTask, noNames } from "./lab_names.ts";
import { type LedgerOptions, leftovers } from "./ledger.ts";
import { familiar } from "./matching/reference.ts";
import { removalOrder } from "./removal_order.ts";

export interface Reset {
  /** The task and those that stand on it, in the order of the lab. */
  readonly tasks: readonly string[];
  /** Tasks that made what this one works on, when it makes nothing itself. */
  readonly standsOn: readonly string[];
  readonly remove: Inventory;
  /** Network and container, by their ids: before the network can go. */
  readonly disconnect: readonly (readonly [network: string, container: string])[];
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
  let again = withDependents(lab, [task], owners);
  let going = objectsOf(lab, again, owners, before, now, options);
  // What another task made stands on a volume or an image that goes: that task is done again as well.
  while (going.undone.size > 0) {
    again = withDependents(lab, [...again, ...going.undone], owners);
    going = objectsOf(lab, again, owners, before, now, options);
  }
  const made = setupObjects(lab, again, going.setup, now);
  const remove = { ...going.remove, ...united(going.remove, made.remove) };
  const empty = removalOrder(remove).length === 0 && made.lines.length === 0;
  return {
    tasks: lab.tasks.filter((task) => again.has(task)).map(({ id }) => id),
    standsOn: empty
      ? lab.tasks.filter((other) => other !== task && speaksOf(lab, task, owners, other)).map(({ id }) => id)
      : [],
    remove,
    disconnect: attached(remove, going.staying),
    setup: made.lines,
    files: [...going.names.files],
  };
}

/** The objects of some tasks, without containers that are only on their networks: those are disconnected. */
function objectsOf(
  lab: Lab,
  again: ReadonlySet<Task>,
  owners: Owners,
  before: Inventory,
  now: Inventory,
  options: LedgerOptions,
): {
  readonly remove: Inventory;
  readonly names: Names;
  /** Tasks whose containers would have to go. */
  readonly undone: ReadonlySet<Task>;
  /** What `setup` made and has to go with what it stands on. */
  readonly setup: ReadonlySet<string>;
  /** The lab's containers that stay. */
  readonly staying: readonly InventoryContainer[];
} {
  const names = ownedBy(lab, again, owners);
  const { remove } = leftovers(lab, before, now, { ...options, names });
  const prepared = namesOfSetup(lab).containers;
  const ownerOf = (name: string) => owners.get(`containers ${name}`);
  const isOthers = ({ name }: InventoryContainer) => {
    const owner = ownerOf(name);
    return !names.containers.has(name) && (prepared.has(name) || (owner !== undefined && !again.has(owner)));
  };
  const volumes = new Set(remove.volumes.map(({ name }) => name));
  const images = new Set(remove.images.map(({ tag }) => familiar(tag)));
  const falls = ({ image, volumes: own = [] }: InventoryContainer) =>
    images.has(familiar(image)) || own.some((name) => volumes.has(name));
  const others = remove.containers.filter(isOthers);
  const falling = others.filter(falls);
  return {
    remove: { ...remove, containers: remove.containers.filter((it) => !isOthers(it)) },
    names,
    undone: new Set(falling.flatMap(({ name }) => ownerOf(name) ?? [])),
    setup: new Set(falling.filter(({ name }) => prepared.has(name)).map(({ name }) => `containers ${name}`)),
    staying: now.containers.filter((it) => isOthers(it) && !falling.includes(it)),
  };
}

/** The lab's containers that stay and are on a network that goes. */
function attached(remove: Inventory, staying: readonly InventoryContainer[]): Reset["disconnect"] {
  const going = new Set(remove.containers.map(({ id }) => id));
  return remove.networks.flatMap((network) =>
    staying.filter(({ id, networks = [] }) => !going.has(id) && networks.includes(network.name))
      .map(({ id }) => [network.id, id] as const)
  );
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
function withDependents(lab: Lab, first: readonly Task[], owners: Owners): ReadonlySet<Task> {
  const again = new Set(first);
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
  leaving: ReadonlySet<string>,
  now: Inventory,
): { readonly remove: Inventory; readonly lines: readonly string[] } {
  const spoken = (tasks: readonly Task[]) => new Set(tasks.flatMap((task) => keysOf(namesOfTask(lab, task))));
  const theirs = spoken([...again]);
  const others = spoken(lab.tasks.filter((task) => !again.has(task)));
  const present = keysIn(now);
  const lines = lab.setup.map((line) => ({ line, words: commandWords(line) ?? [] }));
  const anew = new Set<string>();
  for (const { words } of lines) {
    const made = madeBy(words);
    if (!made) continue;
    const key = `${made.kind} ${made.name}`;
    const names = noNames();
    addCommandNames(words, names);
    // Made on something that is made anew: it goes with it.
    const stands = keysOf({ ...names, containers: new Set() }).some((other) => other !== key && anew.has(other));
    if (stands || leaving.has(key) || (theirs.has(key) && (!present.has(key) || !others.has(key)))) anew.add(key);
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
