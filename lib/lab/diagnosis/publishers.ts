/** Which containers publish a port of the host, running or not. */

import type { ContainerFacts, PortBinding, Snapshot } from "../snapshot.ts";

export interface Publisher {
  readonly facts: ContainerFacts;
  /** Port inside the container, as in `80/tcp`. */
  readonly inside: string;
  readonly binding: PortBinding;
}

/** Only containers of this snapshot are known. */
export function publications(snapshot: Snapshot): readonly Publisher[] {
  const found: Publisher[] = [];
  for (const sighting of snapshot.containers.values()) {
    if (sighting.kind !== "found") continue;
    for (const [inside, bindings] of Object.entries(sighting.facts.ports ?? {})) {
      for (const binding of bindings) found.push({ facts: sighting.facts, inside, binding });
    }
  }
  return found;
}

export function publishers(snapshot: Snapshot, port: number): readonly Publisher[] {
  return publications(snapshot).filter(({ binding }) => binding.port === port);
}
