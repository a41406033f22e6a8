/** What is there instead of what was missing, so that a misspelt name can be pointed out. */

import type { Neighbour, Snapshot } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import type { Lacking } from "./lacking.ts";
import { type CallLimits, read, type ReadingVerb } from "./run.ts";

/** Two looks at different kinds as one. */
export function bothOf(one: Snapshot["neighbours"], other: Snapshot["neighbours"]): Snapshot["neighbours"] {
  return {
    containers: [...one.containers, ...other.containers],
    volumes: [...one.volumes, ...other.volumes],
    networks: [...one.networks, ...other.networks],
    images: [...one.images, ...other.images],
  };
}

/** Fields are named one by one: `{{json .}}` makes the engine measure every container. */
const containerFormat = "[{{json .Names}},{{json .Image}},{{json .Status}}]";
const imageFormat = "[{{json .Repository}},{{json .Tag}}]";

/** Lists only the wanted kinds, in parallel. A list that cannot be had is empty: it only serves to explain. */
export async function lookAround(docker: Docker, wanted: Lacking, limits: CallLimits): Promise<Snapshot["neighbours"]> {
  const rows = (want: boolean, verb: ReadingVerb, args: readonly string[]) =>
    want ? listed(docker, verb, args, limits) : Promise.resolve([]);
  const [containers, volumes, networks, images] = await Promise.all([
    rows(wanted.containers, "container ls", ["--all", "--no-trunc", "--format", containerFormat]),
    rows(wanted.volumes, "volume ls", ["--format", "[{{json .Name}}]"]),
    rows(wanted.networks, "network ls", ["--format", "[{{json .Name}}]"]),
    rows(wanted.images, "image ls", ["--format", imageFormat]),
  ]);
  return {
    containers: containers.map(([names = "", image = "", status = ""]): Neighbour => ({
      // Links of other containers are listed as names with a slash.
      name: names.split(",").find((name) => !name.includes("/")) ?? names,
      image,
      status,
    })),
    volumes: volumes.map(([name = ""]) => name),
    networks: networks.map(([name = ""]) => name),
    images: images.filter((row) => !row.includes("<none>")).map(([name = "", tag = ""]) => `${name}:${tag}`),
  };
}

/** The rows of an `ls` whose format is a JSON list of texts. */
async function listed(
  docker: Docker,
  verb: ReadingVerb,
  args: readonly string[],
  limits: CallLimits,
): Promise<readonly (readonly string[])[]> {
  const call = await read(docker, verb, args, limits);
  if (call.end !== "exited" || call.code !== 0) return [];
  return parseRows(call.stdout);
}

/** Lines that are not a list of texts are left out. */
export function parseRows(stdout: string): readonly (readonly string[])[] {
  return stdout.split("\n").flatMap((line) => {
    try {
      const row: unknown = JSON.parse(line);
      return Array.isArray(row) ? [row.map(String)] : [];
    } catch {
      return [];
    }
  });
}
