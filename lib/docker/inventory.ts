/** Everything that is on the engine, as the ledger of a lab wants it. */

import type { Outcome } from "../lab/engine.ts";
import type {
  Inventory,
  InventoryContainer,
  InventoryNetwork,
  InventorySwarmObject,
  InventoryVolume,
} from "../lab/inventory.ts";
import type { Docker } from "./binary.ts";
import { mapOf, type Raw, rawOf, textOf } from "./facts.ts";
import { readingOf } from "./faults.ts";
import { containerFacts, parseInspect } from "./inspect.ts";
import { parseRows } from "./neighbours.ts";
import { inspectLimit, read, type ReadingVerb } from "./run.ts";

/** ms for each call: a full engine has thousands of objects. */
const deadline = 15_000;
const chunk = 200;

const swarmFormat = "[{{json .Swarm.LocalNodeState}},{{json .Swarm.ControlAvailable}}]";
const imageFormat = "[{{json .Repository}},{{json .Tag}},{{json .ID}},{{json .CreatedAt}}]";

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
  const swarmed = async (): Promise<Outcome<Partial<Inventory>>> => {
    const state = await ask("info", ["--format", swarmFormat]);
    if (state.kind === "fault") return state;
    const [[swarm = "", manager] = []] = parseRows(state.value);
    // Only a manager knows of these, and says so by refusing.
    if (manager !== "true") return { kind: "ok", value: swarm === "" ? {} : { swarm } };
    const [services, secrets, configs] = await Promise.all([
      inspected("service ls", ["--quiet"], "service inspect"),
      inspected("secret ls", ["--quiet"], "secret inspect"),
      inspected("config ls", ["--quiet"], "config inspect"),
    ]);
    if (services.kind === "fault") return services;
    if (secrets.kind === "fault") return secrets;
    if (configs.kind === "fault") return configs;
    return {
      kind: "ok",
      value: {
        swarm,
        services: services.value.map(swarmObject),
        secrets: secrets.value.map(swarmObject),
        configs: configs.value.map(swarmObject),
      },
    };
  };
  const [containers, volumes, networks, images, swarm] = await Promise.all([
    inspected("container ls", ["--all", "--quiet", "--no-trunc"], "container inspect"),
    inspected("volume ls", ["--quiet"], "volume inspect"),
    inspected("network ls", ["--quiet", "--no-trunc"], "network inspect"),
    ask("image ls", ["--no-trunc", "--format", imageFormat]),
    swarmed(),
  ]);
  if (containers.kind === "fault") return containers;
  if (volumes.kind === "fault") return volumes;
  if (networks.kind === "fault") return networks;
  if (images.kind === "fault") return images;
  if (swarm.kind === "fault") return swarm;
  return {
    kind: "ok",
    value: {
      containers: containers.value.map(inventoryContainer),
      volumes: volumes.value.map((raw): InventoryVolume => ({
        name: textOf(raw["Name"]) ?? "",
        createdAt: textOf(raw["CreatedAt"]) ?? "",
        labels: mapOf(raw["Labels"] ?? null) ?? {},
      })),
      networks: networks.value.map(inventoryNetwork),
      ...imageLists(images.value),
      ...swarm.value,
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
    ...(known.imageId === undefined ? {} : { imageId: known.imageId }),
    volumes: (known.mounts ?? []).filter(({ type }) => type === "volume").map(({ source }) => source),
    networks: known.networks ?? [],
  };
}

function inventoryNetwork(raw: Raw): InventoryNetwork {
  const pools = rawOf(raw["IPAM"])?.["Config"];
  return {
    id: textOf(raw["Id"]) ?? "",
    name: textOf(raw["Name"]) ?? "",
    labels: mapOf(raw["Labels"] ?? null) ?? {},
    subnets: Array.isArray(pools) ? pools.flatMap((pool) => textOf(rawOf(pool)?.["Subnet"]) ?? []) : [],
  };
}

function swarmObject(raw: Raw): InventorySwarmObject {
  const spec = rawOf(raw["Spec"]);
  return {
    id: textOf(raw["ID"]) ?? "",
    name: textOf(spec?.["Name"]) ?? "",
    labels: mapOf(spec?.["Labels"] ?? null) ?? {},
    createdAt: textOf(raw["CreatedAt"]) ?? "",
  };
}

/** One row per tag, and one per image that has none. */
function imageLists(stdout: string): Pick<Required<Inventory>, "images" | "untagged"> {
  const rows = parseRows(stdout);
  const isTagged = ([name, tag]: readonly string[]) => name !== "<none>" && tag !== "<none>";
  return {
    images: rows.filter(isTagged).map(([name = "", tag = "", id = ""]) => ({ tag: `${name}:${tag}`, id })),
    // Pulled by digest, it has a name and no tag.
    untagged: rows.filter((row) => !isTagged(row)).map(([, , id = "", at = ""]) => ({ id, createdAt: isoTime(at) })),
  };
}

/** `2026-01-15 10:00:00 +0000 UTC`, as lists write it, in a form that every program reads. */
function isoTime(listed: string): string {
  const [, day, time, hours, minutes] = /^(\S+) (\S+) ([+-]\d\d)(\d\d)/.exec(listed) ?? [];
  return day === undefined ? "" : `${day}T${time}${hours}:${minutes}`;
}
