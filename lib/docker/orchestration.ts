/** What is made of several containers: projects of Compose, and the swarm with all that it holds. */

import type { Plan } from "../lab/plan.ts";
import type { NodeFacts } from "../lab/orchestration.ts";
import type { Neighbours, Sightings, Snapshot } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { lookAtComposes } from "./compose.ts";
import type { Grouped } from "./labelled.ts";
import { parseRows } from "./neighbours.ts";
import { type CallLimits, read } from "./run.ts";
import { type Inspect, lookAtServices } from "./services.ts";
import { lookAtStacks } from "./stacks.ts";
import { configKind, lookAtSwarm, nodeKind, ownNode, ownNodeKind, secretKind } from "./swarm.ts";

type Listing = "service ls" | "node ls" | "secret ls" | "config ls";

export interface Orchestration
  extends Pick<Snapshot, "composes" | "services" | "nodes" | "secrets" | "configs" | "stacks" | "swarm"> {
  readonly neighbours: Omit<Neighbours, "containers" | "volumes" | "networks" | "images">;
}

/** Never rejects; asks for nothing that is not in the plan. Where something is missing, for the names that are there. */
export async function lookAtOrchestration(
  docker: Docker,
  plan: Plan,
  inspect: Inspect,
  limits: CallLimits,
): Promise<Orchestration> {
  const { compose, service, node, secret, config, stack } = plan.objects;
  const names = <Facts>(verb: Listing, seen: Sightings<Facts>) => namesInstead(docker, verb, seen, limits);
  const nothing = { sightings: new Map(), known: [] };
  const [composes, services, nodes, secrets, configs, stacks, swarm] = await Promise.all([
    compose.length === 0 ? nothing : lookAtComposes(docker, compose, limits),
    lookAtServices(docker, service, inspect, limits).then((seen) => names("service ls", seen)),
    lookAtNodes(node, inspect).then((seen) => names("node ls", seen)),
    inspect(secretKind, secret).then((seen) => names("secret ls", seen)),
    inspect(configKind, config).then((seen) => names("config ls", seen)),
    stack.length === 0 ? nothing : lookAtStacks(docker, stack, limits),
    plan.swarm ? lookAtSwarm(docker, limits) : undefined,
  ]);
  const parts = { composes, services, nodes, secrets, configs, stacks };
  const instead = Object.entries(parts).filter(([, { known }]) => known.length > 0);
  return {
    composes: composes.sightings,
    services: services.sightings,
    nodes: nodes.sightings,
    secrets: secrets.sightings,
    configs: configs.sightings,
    stacks: stacks.sightings,
    ...(swarm === undefined ? {} : { swarm }),
    neighbours: Object.fromEntries(instead.map(([kind, { known }]) => [kind, known])),
  };
}

async function lookAtNodes(names: readonly string[], inspect: Inspect): Promise<Sightings<NodeFacts>> {
  const [own, others] = await Promise.all([
    inspect(ownNodeKind, names.filter((name) => name === ownNode)),
    inspect(nodeKind, names.filter((name) => name !== ownNode)),
  ]);
  return new Map([...own, ...others]);
}

/** A list that cannot be had is empty: it only serves to explain. */
async function namesInstead<Facts>(
  docker: Docker,
  verb: Listing,
  sightings: Sightings<Facts>,
  limits: CallLimits,
): Promise<Grouped<Facts>> {
  const lacks = [...sightings.values()].some(({ kind }) => kind === "missing");
  if (!lacks) return { sightings, known: [] };
  const column = verb === "node ls" ? ".Hostname" : ".Name";
  const call = await read(docker, verb, ["--format", `[{{json ${column}}}]`], limits);
  return { sightings, known: parseRows(call.stdout).map(([name = ""]) => name) };
}
