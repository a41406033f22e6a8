/** How much room is left on the disk of an engine. */

import { statfs } from "node:fs/promises";
import type { Docker } from "./binary.ts";
import { contextOf } from "./engine_choice.ts";
import { readHost } from "./identity.ts";

/** ms; only a file of docker's is read. */
const deadline = 3000;

/** Whether the engine runs on this machine, as far as its address tells. */
export async function isHere(docker: Docker, signal?: AbortSignal): Promise<boolean> {
  const host = await readHost(docker, contextOf(docker.environment), { deadline, signal });
  return host.startsWith("unix:") || host.startsWith("npipe:");
}

/** Bytes. Only where the engine's folder can be seen from here: elsewhere the number would be another disk's. */
export async function freeBytes(root: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(root);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
