/** Of which kinds of objects something was missing: what is there instead explains it. */

import type { Sightings, Snapshot } from "../lab/snapshot.ts";

export interface Lacking {
  readonly containers: boolean;
  readonly volumes: boolean;
  readonly networks: boolean;
  readonly images: boolean;
}

export const nothingLacking: Lacking = { containers: false, volumes: false, networks: false, images: false };

export function lackedBy(seen: Pick<Snapshot, keyof Lacking>): Lacking {
  return {
    containers: lacksSome(seen.containers),
    images: lacksSome(seen.images),
    volumes: lacksSome(seen.volumes),
    networks: lacksSome(seen.networks),
  };
}

export function lacksAnything(lacking: Lacking): boolean {
  return Object.values(lacking).some((lacks) => lacks);
}

function lacksSome(sightings: Sightings<unknown>): boolean {
  return [...sightings.values()].some(({ kind }) => kind === "missing");
}
