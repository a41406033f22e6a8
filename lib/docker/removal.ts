/** Takes away the objects that the ledger names, one by one, and says how each went. */

import type { Fault } from "../lab/fault.ts";
import { type Inventory, removalOrder } from "../lab/ledger.ts";
import type { Docker } from "./binary.ts";
import { cleaned, readingOf, saysMissing } from "./faults.ts";
import { run } from "./run.ts";

export type RemovalKind = "container" | "network" | "volume" | "image";

/** `gone`: it was not there any more. `kept`: docker refused, for the reason in `detail` (a volume in use, say). */
export interface Removal {
  readonly kind: RemovalKind;
  readonly name: string;
  readonly end: "removed" | "gone" | "kept" | "unknown";
  readonly detail: string;
  readonly fault?: Fault;
}

/** ms each: stopping by force is quick, freeing a big layer may not be. */
const deadline = 20_000;

/** Anonymous volumes go with their container, as with `docker run --rm`. Images only lose their tag if others use them. */
const verbs: Readonly<Record<RemovalKind, readonly string[]>> = {
  container: ["container", "rm", "--force", "--volumes"],
  network: ["network", "rm"],
  volume: ["volume", "rm"],
  image: ["image", "rm"],
};

/** In the order in which docker lets them go; containers all at once, since nothing depends on their order. */
export async function removeObjects(
  docker: Docker,
  objects: Inventory,
  signal?: AbortSignal,
): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  const order = removalOrder(objects);
  const containers = order.filter(({ kind }) => kind === "container");
  for (let at = 0; at < containers.length; at += 4) {
    removals.push(
      ...await Promise.all(containers.slice(at, at + 4).map((object) => removeOne(docker, object, signal))),
    );
  }
  for (const object of order.filter(({ kind }) => kind !== "container")) {
    removals.push(await removeOne(docker, object, signal));
  }
  return removals;
}

async function removeOne(
  docker: Docker,
  object: { readonly kind: RemovalKind; readonly name: string; readonly id: string },
  signal: AbortSignal | undefined,
): Promise<Removal> {
  const { kind, name, id } = object;
  const call = await run(docker, [...verbs[kind], id], { deadline, signal });
  const reading = readingOf(call);
  switch (reading.kind) {
    case "ok":
      return { kind, name, end: saysMissing(call) ? "gone" : "removed", detail: "" };
    case "missing":
      return { kind, name, end: "gone", detail: "" };
    case "not-running":
      return { kind, name, end: "kept", detail: cleaned(call.stderr) };
    case "fault":
      return reading.fault.kind === "unknown"
        ? { kind, name, end: "kept", detail: reading.fault.detail }
        : { kind, name, end: "unknown", detail: reading.fault.detail, fault: reading.fault };
  }
}
