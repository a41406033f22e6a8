/** What a container wrote last before it fell, to explain with. */

import type { ContainerFacts, LastWords, Sighting, Sightings } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { readingOf } from "./faults.ts";
import { logsDeadline, mergeLogs } from "./inside.ts";
import { read, streamLimit } from "./run.ts";

/** Characters kept of the last lines. */
const kept = 1000;

/** Of those of these containers that fell with an error, or fall again and again. */
export async function wordsOfFallen(
  docker: Docker,
  names: readonly string[],
  containers: Sightings<ContainerFacts>,
  signal: AbortSignal,
): Promise<Sightings<LastWords>> {
  const fallen = names.flatMap((name) => {
    const sighting = containers.get(name);
    return sighting?.kind === "found" && hasFallen(sighting.facts) ? [sighting.facts] : [];
  });
  const said = await Promise.all(
    fallen.map(async (facts) => [facts.name, await lastWords(docker, facts, signal)] as const),
  );
  return new Map(said);
}

function hasFallen({ state, exitCode = 0, startedAt, restarts = 0 }: ContainerFacts): boolean {
  if (startedAt === undefined) return false;
  return state === "restarting" || (state === "running" ? restarts > 0 : exitCode !== 0);
}

async function lastWords(docker: Docker, { id }: ContainerFacts, signal: AbortSignal): Promise<Sighting<LastWords>> {
  const args = ["--timestamps", "--tail", "3", id];
  const call = await read(docker, "container logs", args, { deadline: logsDeadline, limit: streamLimit, signal });
  const reading = readingOf(call);
  if (reading.kind === "fault") return { kind: "unknown", fault: reading.fault };
  if (reading.kind !== "ok") return { kind: "missing" };
  return { kind: "found", facts: { lines: mergeLogs(call.stdout, call.stderr).output.trim().slice(-kept) } };
}
