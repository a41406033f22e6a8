/** Takes away the objects that the ledger names, one by one, and says how each went. */

import type { Fault } from "../lab/fault.ts";
import type { Inventory } from "../lab/inventory.ts";
import { type RemovalItem, type RemovalKind, removalOrder } from "../lab/removal_order.ts";
import type { Docker } from "./binary.ts";
import { beingRemoved, cleaned, readingOf, saysMissing } from "./faults.ts";
import { type Call, read, run } from "./run.ts";
import { sleep } from "./sleep.ts";

/** `gone`: it was not there any more. `kept`: docker refused, for the reason in `detail` (a volume in use, say). */
export interface Removal {
  readonly kind: RemovalKind;
  readonly name: string;
  readonly end: "removed" | "gone" | "kept" | "unknown";
  readonly detail: string;
  readonly fault?: Fault;
}

export interface RemovalOptions {
  readonly signal?: AbortSignal;
  /** Told of each as it is done. */
  readonly onRemoval?: (removal: Removal) => void;
}

/** ms each: stopping by force is quick, freeing a big layer may not be. */
const deadline = 20_000;
/** ms until a container that docker is removing already, or the last task of a service, is gone. */
const patience = 20_000;
const pause = 200;
/** Looks at which no task of a service was there any more. */
const enough = 5;

/** Anonymous volumes go with their container, as with `docker run --rm`. Images only lose their tag if others use them. */
const verbs: Readonly<Record<RemovalKind, readonly string[]>> = {
  service: ["service", "rm"],
  container: ["container", "rm", "--force", "--volumes"],
  network: ["network", "rm"],
  volume: ["volume", "rm"],
  image: ["image", "rm"],
  secret: ["secret", "rm"],
  config: ["config", "rm"],
  swarm: ["swarm", "leave", "--force"],
};

/** In the order in which docker lets them go; containers four at a time, since nothing depends on their order. */
export async function removeObjects(
  docker: Docker,
  objects: Inventory,
  { signal, onRemoval }: RemovalOptions = {},
): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  const order = removalOrder(objects);
  const take = async (items: readonly RemovalItem[], atOnce: number) => {
    for (let at = 0; at < items.length && signal?.aborted !== true; at += atOnce) {
      await Promise.all(
        items.slice(at, at + atOnce).map(async (item) => {
          const removal = await removeOne(docker, item, signal);
          removals.push(removal);
          onRemoval?.(removal);
        }),
      );
    }
  };
  const is = (kind: RemovalKind) => order.filter((item) => item.kind === kind);
  await take(is("service"), 4);
  await withoutTasks(docker, is("service"), signal);
  await take(is("container"), 4);
  await take(order.filter(({ kind }) => kind !== "service" && kind !== "container"), 1);
  return removals;
}

async function removeOne(docker: Docker, item: RemovalItem, signal: AbortSignal | undefined): Promise<Removal> {
  const { kind, name, id } = item;
  const remove = () => run(docker, [...verbs[kind], ...(id === "" ? [] : [id])], { deadline, signal });
  let call = await remove();
  for (let waited = 0; waited < patience && beingRemoved(call); waited += pause) {
    await sleep(pause, signal);
    call = await remove();
  }
  const reading = readingOf(call);
  switch (reading.kind) {
    case "ok":
      return { kind, name, end: saysMissing(call) && !isAnonymous(item) ? "gone" : "removed", detail: "" };
    case "missing":
      // It went with its container.
      return { kind, name, end: isAnonymous(item) ? "removed" : "gone", detail: "" };
    case "not-running":
      return { kind, name, end: "kept", detail: cleaned(call.stderr) };
    case "fault":
      return isRefusal(reading.fault, call)
        ? { kind, name, end: "kept", detail: reading.fault.detail }
        : { kind, name, end: "unknown", detail: reading.fault.detail, fault: reading.fault };
  }
}

/** Takes containers off networks that are to go. What does not work is said by the network that then cannot go. */
export async function disconnect(
  docker: Docker,
  pairs: readonly (readonly [network: string, container: string])[],
  signal?: AbortSignal,
): Promise<void> {
  for (const [network, container] of pairs) {
    await run(docker, ["network", "disconnect", "--force", network, container], { deadline, signal });
  }
}

/** Docker answered, in words that are about this object alone. */
function isRefusal({ kind }: Fault, call: Call): boolean {
  return kind === "unknown" && call.end === "exited";
}

function isAnonymous({ kind, name }: RemovalItem): boolean {
  return kind === "volume" && /^[0-9a-f]{64}$/.test(name);
}

/**
 * Removing a service only asks for it: its containers stop in their own time, and hold its networks until then. They go as
 * containers do that were started by hand.
 */
async function withoutTasks(
  docker: Docker,
  services: readonly RemovalItem[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (services.length === 0) return;
  const filters = services.map(({ id }) => ["--filter", `label=com.docker.swarm.service.id=${id}`]);
  // One that was about to be made comes even after that.
  let calm = 0;
  for (let waited = 0; waited < patience && calm < enough && signal?.aborted !== true; waited += pause) {
    const lists = await Promise.all(
      filters.map((filter) => read(docker, "container ls", ["--all", "--quiet", ...filter], { deadline, signal })),
    );
    const left = lists.flatMap(({ end, stdout }) =>
      end === "exited" ? stdout.split("\n").filter((id) => id !== "") : []
    );
    // What swarm takes away in the same moment is gone all the same.
    if (left.length > 0) await run(docker, [...verbs.container, ...left], { deadline, signal });
    calm = left.length === 0 ? calm + 1 : 0;
    await sleep(pause, signal);
  }
}
