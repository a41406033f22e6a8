/** What was on the engine before the lab began, and what of today's objects the lab may therefore take away. */

import type { Lab } from "../content/schema/lab.ts";
import { namesOf } from "./lab_names.ts";
import { familiar } from "./matching/reference.ts";

/** Put on every object that a lab's `setup` creates; its value is the lab's id. */
export const labLabel = "grumete.lab";

export interface InventoryContainer {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly createdAt: string;
  /** Host ports that it publishes while it runs. */
  readonly ports?: readonly number[];
}

/** A volume has no id: the time of its creation tells an old one from a new one of the same name. */
export interface InventoryVolume {
  readonly name: string;
  readonly createdAt: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface InventoryNetwork {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** One per tag. */
export interface InventoryImage {
  readonly tag: string;
  readonly id: string;
}

/** Stored with the attempt when a lab begins; only what docker itself reports, so that two can be compared. */
export interface Inventory {
  readonly containers: readonly InventoryContainer[];
  readonly volumes: readonly InventoryVolume[];
  readonly networks: readonly InventoryNetwork[];
  readonly images: readonly InventoryImage[];
}

/** `remove` in the order of its fields: containers, networks, volumes, images. `alsoNew` is only told, never removed. */
export interface Leftovers {
  readonly remove: Inventory;
  readonly alsoNew: Inventory;
}

const builtInNetworks = new Set(["bridge", "host", "none", "ingress", "docker_gwbridge"]);

/**
 * What to clean up: new since `before`, and labelled by this lab or named by it. Without `before` nobody knows what
 * is new, so only what carries the label goes. An image whose tag existed before stays, whatever it means now.
 */
export function leftovers(lab: Lab, before: Inventory | undefined, now: Inventory): Leftovers {
  const names = namesOf(lab, { mistakes: true });
  const old = before && {
    containers: new Set(before.containers.map(({ id }) => id)),
    volumes: new Set(before.volumes.map(volumeKey)),
    networks: new Set(before.networks.map(({ id }) => id)),
    images: new Set(before.images.map(({ tag }) => familiar(tag))),
  };
  const isNew = <Kind extends keyof Inventory>(kind: Kind, key: string) => old !== undefined && !old[kind].has(key);
  const labelled = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) => labels[labLabel] === lab.id;
  const networks = now.networks.filter(({ name }) => !builtInNetworks.has(name));

  const [containers, newContainers] = divide(
    now.containers.filter((it) => isNew("containers", it.id) || (!old && labelled(it))),
    (it) => labelled(it) || names.containers.has(it.name),
  );
  const [ourNetworks, newNetworks] = divide(
    networks.filter((it) => isNew("networks", it.id) || (!old && labelled(it))),
    (it) => labelled(it) || names.networks.has(it.name),
  );
  const [volumes, newVolumes] = divide(
    now.volumes.filter((it) => isNew("volumes", volumeKey(it)) || (!old && labelled(it))),
    (it) => labelled(it) || names.volumes.has(it.name),
  );
  const [images, newImages] = divide(
    now.images.filter((it) => isNew("images", familiar(it.tag))),
    (it) => names.images.has(familiar(it.tag)),
  );
  return {
    remove: { containers, volumes, networks: ourNetworks, images },
    alsoNew: { containers: newContainers, volumes: newVolumes, networks: newNetworks, images: newImages },
  };
}

/** The objects of an inventory, in the order in which docker lets them go. */
export function removalOrder(
  objects: Inventory,
): readonly {
  readonly kind: "container" | "network" | "volume" | "image";
  readonly name: string;
  readonly id: string;
}[] {
  return [
    ...objects.containers.map(({ name, id }) => ({ kind: "container", name, id }) as const),
    ...objects.networks.map(({ name, id }) => ({ kind: "network", name, id }) as const),
    ...objects.volumes.map(({ name }) => ({ kind: "volume", name, id: name }) as const),
    ...objects.images.map(({ tag }) => ({ kind: "image", name: tag, id: tag }) as const),
  ];
}

function volumeKey({ name, createdAt }: InventoryVolume): string {
  return JSON.stringify([name, createdAt]);
}

function divide<Item>(items: readonly Item[], chosen: (item: Item) => boolean): readonly [Item[], Item[]] {
  const taken: Item[] = [];
  const left: Item[] = [];
  for (const item of items) (chosen(item) ? taken : left).push(item);
  return [taken, left];
}
