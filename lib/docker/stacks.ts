/** The stacks of a swarm, known by the label that `docker stack deploy` writes on all that it makes. */

import type { Outcome } from "../lab/engine.ts";
import type { ServiceFacts, StackFacts } from "../lab/orchestration.ts";
import type { Sighting } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { readingOf } from "./faults.ts";
import { foundOf, type Grouped, type Groups, labelled, together, unseen } from "./labelled.ts";
import { inspectAll } from "./objects.ts";
import { type CallLimits, read } from "./run.ts";
import { type Inspect, lookAtServices, serviceById } from "./services.ts";

const namespace = "com.docker.stack.namespace";

export async function lookAtStacks(
  docker: Docker,
  names: readonly string[],
  limits: CallLimits,
): Promise<Grouped<StackFacts>> {
  const listed = (verb: "network ls" | "volume ls" | "secret ls" | "config ls") =>
    labelled(docker, verb, namespace, [".Name"], limits);
  const seen = together<[readonly ServiceFacts[], Groups, Groups, Groups, Groups]>(
    ...await Promise.all([
      servicesOfStacks(docker, limits),
      listed("network ls"),
      listed("volume ls"),
      listed("secret ls"),
      listed("config ls"),
    ]),
  );
  if (seen.kind === "fault") return unseen(names, seen.fault);
  const [services, networks, volumes, secrets, configs] = seen.value;
  // A stack leaves its volumes behind when it is removed: they alone make none.
  const groups = [networks, secrets, configs].flatMap((group) => [...group.keys()]);
  const known = [...new Set([...services.map(stackOf), ...groups])].sort();
  const sightingOf = (stack: string): Sighting<StackFacts> => {
    if (!known.includes(stack)) return { kind: "missing" };
    const names = (group: Groups) => (group.get(stack) ?? []).map(([name = ""]) => within(stack, name)).sort();
    return {
      kind: "found",
      facts: {
        ...ofServices(stack, services.filter((service) => stackOf(service) === stack)),
        networks: names(networks),
        volumes: names(volumes),
        secrets: names(secrets),
        configs: names(configs),
      },
    };
  };
  return { known, sightings: new Map(names.map((name) => [name, sightingOf(name)])) };
}

/** Of all stacks: only inspect tells which one a service belongs to. */
async function servicesOfStacks(docker: Docker, limits: CallLimits): Promise<Outcome<readonly ServiceFacts[]>> {
  const call = await read(docker, "service ls", ["--quiet", "--filter", `label=${namespace}`], limits);
  const reading = readingOf(call);
  if (reading.kind === "fault") return reading;
  const ids = call.stdout.split("\n").filter((id) => id !== "");
  const inspect: Inspect = (kind, names) => inspectAll(docker, kind, names, limits);
  return foundOf(await lookAtServices(docker, ids, inspect, limits, serviceById));
}

function stackOf({ labels }: ServiceFacts): string {
  return labels?.[namespace] ?? "";
}

/** Docker puts the name of the stack in front of all names. */
function within(stack: string, name: string): string {
  return name.startsWith(`${stack}_`) ? name.slice(stack.length + 1) : name;
}

function ofServices(stack: string, services: readonly ServiceFacts[]) {
  const each = <Value>(value: (service: ServiceFacts) => Value | undefined): Readonly<Record<string, Value>> =>
    Object.fromEntries(services.flatMap((service) => {
      const found = value(service);
      return found === undefined ? [] : [[within(stack, service.name), found]];
    }));
  return {
    services: services.map(({ name }) => within(stack, name)).sort(),
    running: each(({ running }) => running),
    replicas: each(({ replicas }) => replicas),
    images: each(({ image }) => image),
    behind: services,
  };
}
