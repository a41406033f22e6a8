/** An inventory of an engine on which a command may still be under way that nobody waits for any more. */

import type { Outcome } from "../lab/engine.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { Docker } from "./binary.ts";
import { takeInventory } from "./inventory.ts";

/** ms between two looks that must show the same; a started `docker run` takes less, unless the machine is busy. */
const interval = 1000;
const looks = 15;

/**
 * A grumete that was killed leaves the docker that it had started behind, and that one goes on. So it is looked until nothing
 * changes any more, for a quarter of a minute at most: then somebody else is at work on the engine.
 */
export async function settledInventory(docker: Docker, signal?: AbortSignal): Promise<Outcome<Inventory>> {
  let before = await takeInventory(docker, signal);
  for (let look = 1; look < looks && before.kind === "ok" && signal?.aborted !== true; look++) {
    await new Promise((resolve) => setTimeout(resolve, interval));
    const now = await takeInventory(docker, signal);
    if (now.kind === "fault" || idsIn(now.value) === idsIn(before.value)) return now;
    before = now;
  }
  return before;
}

function idsIn({ containers, volumes, networks, images }: Inventory): string {
  return JSON.stringify([
    containers.map(({ id }) => id),
    volumes.map(({ name, createdAt }) => [name, createdAt]),
    networks.map(({ id }) => id),
    images.map(({ tag, id }) => [tag, id]),
  ]);
}
