/** What tells one list of an engine's objects from another, and what of a proof's objects a learner's would be like. */

import type { Inventory, Labels } from "../inventory.ts";
import { attemptLabel, labLabel, proofLabel } from "../labels.ts";
import type { Remnant } from "./problems.ts";

interface Listed extends Remnant {
  /** What docker itself takes for the same object. */
  readonly key: string;
  /** The lab whose label it bears. */
  readonly lab: string | undefined;
}

/**
 * In `now` and not in `before`, but for what another lab's label says is of that one: it may be done on the same engine. An
 * object that was made anew is another one, whatever its name.
 */
export function since(before: Inventory, now: Inventory, lab: string): readonly Remnant[] {
  const known = new Set(listed(before).map(({ key }) => key));
  return listed(now).filter((object) => !known.has(object.key) && (object.lab ?? lab) === lab)
    .map(({ kind, name }) => ({ kind, name }));
}

/** The same for the same objects, in whatever order docker lists them. */
export function listing(objects: Inventory): string {
  return listed(objects).map(({ key }) => key).sort().join("\n");
}

function listed(objects: Inventory): readonly Listed[] {
  const each = <Item extends object>(
    kind: Remnant["kind"],
    items: readonly Item[] | undefined,
    tell: (item: Item) => readonly [name: string, id: string],
  ) =>
    (items ?? []).map((item): Listed => {
      const [name, id] = tell(item);
      const labels: Labels = "labels" in item ? item.labels as Labels : {};
      return { kind, name, key: `${kind} ${name} ${id}`, lab: labels[labLabel] };
    });
  return [
    ...each("container", objects.containers, ({ name, id }) => [name, id]),
    ...each("network", objects.networks, ({ name, id }) => [name, id]),
    ...each("volume", objects.volumes, ({ name, createdAt }) => [name, createdAt]),
    ...each("image", objects.images, ({ tag, id }) => [tag, id]),
    ...each("image", objects.untagged, ({ id }) => [id, ""]),
    ...each("service", objects.services, ({ name, id }) => [name, id]),
    ...each("secret", objects.secrets, ({ name, id }) => [name, id]),
    ...each("config", objects.configs, ({ name, id }) => [name, id]),
    ...each("swarm", objects.swarm === undefined ? [] : [{ state: objects.swarm }], ({ state }) => [state, ""]),
  ];
}

/** What a learner makes bears no label: by its name alone clean-up has to find it. */
export function asLearners(objects: Inventory): Inventory {
  const plain = <Item extends { readonly labels: Labels }>(item: Item): Item =>
    Object.hasOwn(item.labels, proofLabel) ? { ...item, labels: withoutOurs(item.labels) } : item;
  return {
    ...objects,
    containers: objects.containers.map(plain),
    volumes: objects.volumes.map(plain),
    networks: objects.networks.map(plain),
    ...(objects.services ? { services: objects.services.map(plain) } : {}),
    ...(objects.secrets ? { secrets: objects.secrets.map(plain) } : {}),
    ...(objects.configs ? { configs: objects.configs.map(plain) } : {}),
  };
}

const ours = [labLabel, attemptLabel, proofLabel];

export function withoutOurs(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !ours.includes(name)));
}
