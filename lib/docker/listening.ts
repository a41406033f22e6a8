/** Nobody answered on a port of the host: who publishes it, and who waits for connections inside that container. */

import { hostPort, publishers } from "../lab/publishers.ts";
import { type ListenersFacts, listenersProgram, parseListeners } from "../lab/listeners.ts";
import { httpKey, type Plan, tcpKey } from "../lab/plan.ts";
import type { ContainerFacts, Sighting, Sightings, Snapshot, Stranger } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { facts } from "./facts.ts";
import { readingOf, readingOfExec } from "./faults.ts";
import { containerKind, inspectAll } from "./objects.ts";
import { type CallLimits, read, streamLimit } from "./run.ts";

export type Reach = Pick<Snapshot, "listeners" | "strangers">;

/** What decides whether a closer look is worth its time. */
type Answers = Pick<Snapshot, "containers" | "https" | "tcps">;

/** Asks nothing where everything was answered. */
export async function lookWhoListens(
  docker: Docker,
  plan: Plan,
  answers: Answers,
  limits: CallLimits,
): Promise<Reach> {
  const silent = silentPorts(plan, answers);
  const running = [...answers.containers.values()].flatMap((sighting) =>
    sighting.kind === "found" && sighting.facts.state === "running" ? [sighting.facts] : []
  );
  const unknown = [...silent, ...refusedPorts(answers.containers)].filter((port) =>
    publishers({ containers: answers.containers, strangers: new Map() }, port).every(({ facts }) =>
      facts.state !== "running"
    )
  );
  const others = await publishing(docker, unknown, limits);
  // Where the lab knows containers, this one is somebody else's, and no program is run in it.
  const strangers = answers.containers.size === 0 ? others : [];
  const suspects = [...running, ...strangers].filter(({ ports }) =>
    Object.values(ports ?? {}).flat().some(({ port }) => silent.includes(port))
  );
  const heard = await Promise.all(
    suspects.map(async (facts) => [facts.name, await listenersOf(docker, facts, limits)] as const),
  );
  return {
    listeners: new Map(heard),
    strangers: new Map(others.map((facts) => [facts.name, { kind: "found", facts: outlined(facts) }])),
  };
}

/** Variables and labels of somebody else's container have no place in a snapshot. */
function outlined({ name, image, state, ports }: ContainerFacts): Stranger {
  return facts<Stranger>({ name, image, state, ports });
}

/** Ports of the host to which a request or a connection came to nothing. */
function silentPorts(plan: Plan, { https, tcps }: Answers): readonly number[] {
  const lost = (sighting: Sighting<{ readonly kind: string }> | undefined) =>
    sighting?.kind === "found" && ["refused", "reset", "timeout"].includes(sighting.facts.kind);
  const pages = plan.https.filter((check) => lost(https.get(httpKey(check)))).map(({ url }) => hostPort(url));
  const ports = plan.tcps.filter((check) => lost(tcps.get(tcpKey(check)))).map(({ port }) => port);
  return [...new Set([...pages, ...ports])];
}

/** Ports that a container asked for and that docker could not give it. */
function refusedPorts(containers: Sightings<ContainerFacts>): readonly number[] {
  return [...containers.values()].flatMap((sighting) =>
    sighting.kind === "found" && sighting.facts.state !== "running" && sighting.facts.error !== undefined
      ? Object.values(sighting.facts.ports ?? {}).flat().map(({ port }) => port)
      : []
  );
}

const byId = { ...containerKind, isNamed: (raw: Readonly<Record<string, unknown>>, id: string) => raw["Id"] === id };

/** Running containers that publish any of these ports of the host. */
async function publishing(
  docker: Docker,
  ports: readonly number[],
  limits: CallLimits,
): Promise<readonly ContainerFacts[]> {
  if (ports.length === 0) return [];
  const filters = [...new Set(ports)].map((port) => `--filter=publish=${port}`);
  const call = await read(docker, "container ls", ["--quiet", "--no-trunc", ...filters], limits);
  const ids = readingOf(call).kind === "ok" ? call.stdout.split("\n").filter((id) => id !== "") : [];
  if (ids.length === 0) return [];
  const sightings = await inspectAll(docker, byId, ids, limits);
  return [...sightings.values()].flatMap((sighting) => sighting.kind === "found" ? [sighting.facts] : []);
}

/** Without IPv6 the second file is not there, and `cat` says so after the first. */
async function listenersOf(
  docker: Docker,
  { id }: ContainerFacts,
  limits: CallLimits,
): Promise<Sighting<ListenersFacts>> {
  const args = [id, ...listenersProgram];
  const call = await read(docker, "container exec", args, { ...limits, limit: streamLimit });
  const listeners = call.end === "exited" ? parseListeners(call.stdout) : undefined;
  if (listeners) return { kind: "found", facts: { listeners } };
  const reading = readingOfExec(call);
  return reading.kind === "fault" ? { kind: "unknown", fault: reading.fault } : { kind: "missing" };
}
