/** Which Compose there is: a plugin of docker, or the program of the first generation. */

import { type Docker, findBinaries } from "./binary.ts";
import { read } from "./run.ts";

/** ms */
const deadline = 5000;

/** Undefined when docker did not say. */
export async function hasComposePlugin(docker: Docker, signal: AbortSignal | undefined): Promise<boolean | undefined> {
  const { end, code } = await read(docker, "compose version", ["--short"], { deadline, signal });
  return end === "exited" ? code === 0 : undefined;
}

/** The path of `docker-compose`, where it is on PATH. */
export function oldCompose({ environment }: Docker): string | undefined {
  return findBinaries(environment, "docker-compose").executable[0];
}
