/** What is known of an object only by comparing it with others that the check names. */

import { namedItems } from "../plan.ts";
import type { ContainerFacts, ImageFacts, Sightings } from "../snapshot.ts";
import type { JudgedField } from "./field_judgement.ts";

/** Names of the looked-at containers that share a network with this one. `none` is the lack of a network. */
export function companions(
  { name, networks }: ContainerFacts,
  containers: Sightings<ContainerFacts>,
): readonly string[] | undefined {
  return networks &&
    [...containers].flatMap(([other, sighting]) =>
      sighting.kind === "found" && other !== name && sharedNetworks({ networks }, sighting.facts).length > 0
        ? [other]
        : []
    );
}

type Member = Pick<ContainerFacts, "networks">;

export function sharedNetworks(one: Member, other: Member): readonly string[] {
  return (one.networks ?? []).filter((network) => network !== "none" && other.networks?.includes(network));
}

/**
 * Names, as asked for, of the looked-at images whose layers this one begins with. A Dockerfile that only sets a command or
 * a variable adds none, so that equal layers are enough, but not the image itself under another name.
 */
export function bases({ id, layerIds }: ImageFacts, images: Sightings<ImageFacts>): readonly string[] | undefined {
  return layerIds && [...images].flatMap(([name, sighting]) => {
    if (sighting.kind !== "found" || sighting.facts.id === id) return [];
    const below = sighting.facts.layerIds ?? [];
    return below.length > 0 && below.every((layer, at) => layer === layerIds[at]) ? [name] : [];
  });
}

/** Where one of those that are named could not be looked at, nothing is said. */
export function whereOthersKnown(field: JudgedField, others: Sightings<unknown>): JudgedField {
  for (const name of namedItems(field.matcher)) {
    const sighting = others.get(name);
    if (sighting?.kind === "unknown") return { ...field, status: "unchecked", fault: sighting.fault };
  }
  return field;
}
