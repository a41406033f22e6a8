/** The objects of an inventory one by one, in the order in which docker lets them go. */

import type { Inventory } from "./inventory.ts";

export type RemovalKind = "service" | "container" | "network" | "volume" | "image" | "secret" | "config" | "swarm";

/** `id` is what docker is told: a volume and a tag go by their name. */
export interface RemovalItem {
  readonly kind: RemovalKind;
  readonly name: string;
  readonly id: string;
}

/** `swarm` among the objects stands for leaving it. */
export function removalOrder(objects: Inventory): readonly RemovalItem[] {
  const named = (kind: RemovalKind, items: readonly { readonly name: string; readonly id: string }[] = []) =>
    items.map(({ name, id }): RemovalItem => ({ kind, name, id }));
  // Docker makes this one when it enters a swarm, and keeps it on leaving.
  const ofSwarm = (name: string) => name === "docker_gwbridge";
  return [
    ...named("service", objects.services),
    ...named("container", objects.containers),
    ...named("network", objects.networks.filter(({ name }) => !ofSwarm(name))),
    ...objects.volumes.map(({ name }): RemovalItem => ({ kind: "volume", name, id: name })),
    ...objects.images.map(({ tag }): RemovalItem => ({ kind: "image", name: tag, id: tag })),
    ...(objects.untagged ?? []).map(({ id }): RemovalItem => ({ kind: "image", name: shortId(id), id })),
    ...named("secret", objects.secrets),
    ...named("config", objects.configs),
    ...(objects.swarm === undefined ? [] : [{ kind: "swarm", name: "swarm", id: "" } as const]),
    ...named("network", objects.networks.filter(({ name }) => ofSwarm(name))),
  ];
}

function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}
