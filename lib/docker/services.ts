/** The services of a swarm with their tasks, whatever their number: two calls, and one more where there are networks. */

import type { Outcome } from "../lab/engine.ts";
import type { ServiceFacts, ServiceTask } from "../lab/orchestration.ts";
import type { NetworkFacts, Sighting, Sightings } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { textOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { foundOf } from "./labelled.ts";
import { parseRows } from "./neighbours.ts";
import { inspectAll, type Kind, networkKind } from "./objects.ts";
import { type CallLimits, read } from "./run.ts";
import { serviceFacts, taskFormat, taskOf, withTasks } from "./service_facts.ts";
import { isSpecNamed } from "./swarm.ts";

/** Asks docker for objects of a kind; `inspectAll`, or what else wants to see the answers. */
export type Inspect = <Facts>(kind: Kind<Facts>, names: readonly string[]) => Promise<Sightings<Facts>>;

const serviceKind: Kind<ServiceFacts> = {
  object: "service",
  verb: "service inspect",
  facts: serviceFacts,
  isNamed: isSpecNamed,
};
/** By an id that was listed: docker cuts those of services short, and cannot be told not to. */
export const serviceById: Kind<ServiceFacts> = {
  ...serviceKind,
  isNamed: (raw, id) => textOf(raw["ID"])?.startsWith(id) === true,
};

const networkById: Kind<NetworkFacts> = { ...networkKind, isNamed: (raw, id) => raw["Id"] === id };

/** `names` are what `kind` goes by. A service of which the tasks could not be had is unknown. */
export async function lookAtServices(
  docker: Docker,
  names: readonly string[],
  inspect: Inspect,
  limits: CallLimits,
  kind = serviceKind,
): Promise<Sightings<ServiceFacts>> {
  if (names.length === 0) return new Map();
  const [seen, tasks] = await Promise.all([inspect(kind, names), tasksOf(docker, names, limits)]);
  const ids = [...seen.values()].flatMap((sighting) => sighting.kind === "found" ? sighting.facts.networks ?? [] : []);
  const networks = await networkNames(docker, [...new Set(ids)], limits);
  return new Map([...seen].map(([name, sighting]): [string, Sighting<ServiceFacts>] => {
    if (sighting.kind !== "found") return [name, sighting];
    const { facts } = sighting;
    if (tasks.kind === "fault") return [name, { kind: "unknown", fault: tasks.fault }];
    if (networks.kind === "fault") return [name, { kind: "unknown", fault: networks.fault }];
    const named = facts.networks?.map((id) => networks.value.get(id) ?? id).sort();
    const whole = { ...facts, ...(named ? { networks: named } : {}) };
    return [name, { kind: "found", facts: withTasks(whole, tasks.value.get(facts.name) ?? []) }];
  }));
}

/** By the name of the service. */
async function tasksOf(
  docker: Docker,
  names: readonly string[],
  limits: CallLimits,
): Promise<Outcome<ReadonlyMap<string, readonly ServiceTask[]>>> {
  const call = await read(docker, "service ps", ["--no-trunc", "--format", taskFormat, "--", ...names], limits);
  const reading = readingOf(call);
  if (reading.kind === "fault") return reading;
  const found = new Map<string, ServiceTask[]>();
  for (const row of parseRows(call.stdout)) {
    const [service, task] = taskOf(row);
    const tasks = found.get(service);
    if (tasks) tasks.push(task);
    else found.set(service, [task]);
  }
  return { kind: "ok", value: found };
}

/** A service knows its networks by id only; `network ls` lacks the swarm's own id of `host`. */
async function networkNames(
  docker: Docker,
  ids: readonly string[],
  limits: CallLimits,
): Promise<Outcome<ReadonlyMap<string, string>>> {
  const networks = foundOf(await inspectAll(docker, networkById, ids, limits));
  if (networks.kind === "fault") return networks;
  return { kind: "ok", value: new Map(networks.value.map(({ id, name }) => [id, name])) };
}
