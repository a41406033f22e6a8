/** What a lab needs to know of the engine's machine before it begins; what cannot be found out is left out. */

import type { Lab } from "../content/schema/lab.ts";
import type { Surroundings } from "../lab/preflight.ts";
import type { Docker } from "./binary.ts";
import { hasComposePlugin, oldCompose } from "./compose_program.ts";
import { freeBytes, isHere } from "./free_space.ts";
import { read } from "./run.ts";

/** ms */
const deadline = 5000;

/** Asks only for what the lab makes use of. Never rejects. */
export async function lookAroundFor(
  docker: Docker,
  lab: Lab,
  signal?: AbortSignal,
): Promise<Pick<Surroundings, "busyPorts" | "freeDisk" | "compose">> {
  const here = lab.ports.length > 0 || lab.requires?.disk !== undefined ? await isHere(docker, signal) : false;
  const [freeDisk, compose] = await Promise.all([
    lab.requires?.disk !== undefined && here ? diskOf(docker, signal) : undefined,
    lab.requires?.compose === true ? oldCompose(docker) !== undefined || hasComposePlugin(docker, signal) : undefined,
  ]);
  return {
    busyPorts: new Set(here ? lab.ports.filter(isBusy) : []),
    ...(freeDisk === undefined ? {} : { freeDisk }),
    ...(compose === undefined ? {} : { compose }),
  };
}

/** Somebody listens there already. A port that may not be tried counts as free. */
function isBusy(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return false;
  } catch (error) {
    return error instanceof Deno.errors.AddrInUse;
  }
}

async function diskOf(docker: Docker, signal: AbortSignal | undefined): Promise<number | undefined> {
  const { code, stdout } = await read(docker, "info", ["--format", "{{.DockerRootDir}}"], { deadline, signal });
  const root = stdout.trim();
  return code === 0 && root.startsWith("/") ? await freeBytes(root) : undefined;
}
