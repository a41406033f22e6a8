/** Everything that is on the engine, as the ledger of a lab wants it. */

import type { Outcome } from "../lab/engine.ts";
import type {
  Inventory,
  InventoryContainer,
  InventoryImage,
  InventoryNetwork,
  InventoryVolume,
} from "../lab/ledger.ts";
import type { Docker } from "./binary.ts";
import { mapOf, type Raw, rawOf, textOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { containerFacts, parseInspect } from "./inspect.ts";
import { parseRows } from "./neighbours.ts";
import { inspectLimit, read, type ReadingVerb } from "./run.ts";

/** ms for each call: a full engine has thousands of objects. */
const deadline = 15_000;
const chunk = 200;

/** Two rounds: what there is, then one inspect per kind. An object that goes away in between is left out. */
export async function takeInventory(docker: Docker, signal?: AbortSignal): Promise<Outcome<Inventory>> {
  const ask = async (verb: ReadingVerb, args: readonly string[]): Promise<Outcome<string>> => {
    const call = await read(docker, verb, args, { deadline, limit: inspectLimit, signal });
    const reading = readingOf(call);
    return reading.kind === "fault" ? reading : { kind: "ok", value: call.stdout };
  };
  const inspected = async (
    list: ReadingVerb,
    args: readonly string[],
    inspect: ReadingVerb,
  ): Promise<Outcome<readonly Raw[]>> => {
    const listed = await ask(list, args);
    if (listed.kind === "fault") return listed;
    const ids = [...new Set(listed.value.split("\n").filter((id) => id !== ""))];
    const chunks = Array.from(
      { length: Math.ceil(ids.length / chunk) },
      (_, at) => ids.slice(at * chunk, (at + 1) * chunk),
    );
    const found: Raw[] = [];
    for (const part of await Promise.all(chunks.map((some) => ask(inspect, some)))) {
      if (part.kind === "fault") return part;
      const objects = parseInspect(part.value);
      // An inventory that lacks what was there would let clean-up take it for new.
      if (objects === undefined) return { kind: "fault", fault: { kind: "unknown", detail: part.value.slice(0, 80) } };
      found.push(...objects);
    }
    return { kind: "ok", value: found };
  };
  const [containers, volumes, networks, images] = await Promise.all([
    inspected("container ls", ["--all", "--quiet", "--no-trunc"], "container inspect"),
    inspected("volume ls", ["--quiet"], "volume inspect"),
    inspected("network ls", ["--quiet", "--no-trunc"], "network inspect"),
    ask("image ls", ["--no-trunc", "--format", "[{{json .Repository}},{{json .Tag}},{{json .ID}}]"]),
  ]);
  if (containers.kind === "fault") return containers;
  if (volumes.kind === "fault") return volumes;
  if (networks.kind === "fault") return networks;
  if (images.kind === "fault") return images;
  return {
    kind: "ok",
    value: {
      containers: containers.value.map(inventoryContainer),
      volumes: volumes.value.map((raw): InventoryVolume => ({
        name: textOf(raw["Name"]) ?? "",
        createdAt: textOf(raw["CreatedAt"]) ?? "",
        labels: mapOf(raw["Labels"] ?? null) ?? {},
      })),
      networks: networks.value.map((raw): InventoryNetwork => ({
        id: textOf(raw["Id"]) ?? "",
        name: textOf(raw["Name"]) ?? "",
        labels: mapOf(raw["Labels"] ?? null) ?? {},
      })),
      images: taggedImages(images.value),
    },
  };
}

function inventoryContainer(raw: Raw): InventoryContainer {
  const known = containerFacts(raw);
  const live = rawOf(rawOf(raw["NetworkSettings"])?.["Ports"]) ?? {};
  const ports = Object.values(live).flatMap((bindings) => Array.isArray(bindings) ? bindings : [])
    .map((binding) => Number(rawOf(binding)?.["HostPort"])).filter((port) => port > 0);
  return {
    id: known.id,
    name: known.name,
    image: known.image ?? "",
    labels: known.labels ?? {},
    createdAt: textOf(raw["Created"]) ?? "",
    ports: [...new Set(ports)],
  };
}

function taggedImages(stdout: string): readonly InventoryImage[] {
  return parseRows(stdout).filter((row) => !row.includes("<none>")).map(([name = "", tag = "", id = ""]) => ({
    tag: `${name}:${tag}`,
    id,
  }));
}
