/** Which containers publish a port of the host, running or not. */

import type { PortBinding, Snapshot, Stranger } from "./snapshot.ts";

export interface Publisher {
  readonly facts: Stranger;
  /** No check speaks of it. */
  readonly stranger: boolean;
  /** Port inside the container, as in `80/tcp`. */
  readonly inside: string;
  readonly binding: PortBinding;
}

type Known = Pick<Snapshot, "containers" | "strangers">;

/** Only containers of this snapshot are known. */
export function publications({ containers, strangers }: Known): readonly Publisher[] {
  const known = new Map<string, Stranger>();
  for (const sighting of containers.values()) {
    if (sighting.kind === "found") known.set(sighting.facts.name, sighting.facts);
  }
  const others = new Map<string, Stranger>();
  for (const sighting of strangers.values()) {
    if (sighting.kind === "found" && !known.has(sighting.facts.name)) others.set(sighting.facts.name, sighting.facts);
  }
  return [...known.values(), ...others.values()].flatMap((facts) =>
    Object.entries(facts.ports ?? {}).flatMap(([inside, bindings]) =>
      bindings.map((binding): Publisher => ({ facts, stranger: others.has(facts.name), inside, binding }))
    )
  );
}

export function publishers(snapshot: Known, port: number): readonly Publisher[] {
  return publications(snapshot).filter(({ binding }) => binding.port === port);
}

/** Port 80 is not written in a URL. */
export function hostPort(url: string): number {
  const { port } = new URL(url);
  return port === "" ? 80 : Number(port);
}

/** `-p 8080:80`, host first, for a port inside as in `80/tcp`. */
export function publishFlag(port: number, inside: string): string {
  return `-p ${port}:${inside.replace(/\/tcp$/, "")}`;
}
