/** What `docker … inspect` prints, turned into facts; every generation of engine leaves out other fields. */

import { type ContainerState, containerStates } from "../content/schema/field.ts";
import type { ContainerFacts, ImageFacts, Mount, NetworkFacts, PortBinding, VolumeFacts } from "../lab/snapshot.ts";
import { envOf, facts, flagOf, listOf, mapOf, numberOf, type Raw, rawOf, textOf, timeOf, wordsOf } from "./facts.ts";

/** The objects of an inspect's output; `undefined` when it is not JSON, an empty list when nothing was found. */
export function parseInspect(stdout: string): readonly Raw[] | undefined {
  try {
    const value: unknown = JSON.parse(stdout);
    return Array.isArray(value) ? value.map(rawOf).filter((raw) => raw !== undefined) : undefined;
  } catch {
    return undefined;
  }
}

export function containerFacts(raw: Raw): ContainerFacts {
  const config = rawOf(raw["Config"]);
  const host = rawOf(raw["HostConfig"]);
  const state = rawOf(raw["State"]);
  const health = rawOf(state?.["Health"]);
  return facts<ContainerFacts>({
    id: textOf(raw["Id"]) ?? "",
    name: (textOf(raw["Name"]) ?? "").replace(/^\//, ""),
    state: state && containerState(state),
    exitCode: numberOf(state?.["ExitCode"]),
    error: wordsOf(state?.["Error"]),
    oomKilled: flagOf(state?.["OOMKilled"]),
    startedAt: timeOf(state?.["StartedAt"]),
    finishedAt: timeOf(state?.["FinishedAt"]),
    restarts: numberOf(raw["RestartCount"]),
    health: health?.["Status"] === "none" ? undefined : wordsOf(health?.["Status"]),
    healthOutput: lastProbe(health),
    image: wordsOf(config?.["Image"]),
    imageId: wordsOf(raw["Image"]),
    command: ofConfig(config, "Cmd", listOf, []),
    entrypoint: ofConfig(config, "Entrypoint", listOf, []),
    user: ofConfig(config, "User", textOf, ""),
    workdir: ofConfig(config, "WorkingDir", textOf, ""),
    hostname: wordsOf(config?.["Hostname"]),
    env: ofConfig(config, "Env", envOf, {}),
    labels: ofConfig(config, "Labels", mapOf, {}),
    ports: portsOf(host, rawOf(raw["NetworkSettings"])),
    mounts: mountsOf(raw["Mounts"], host),
    livePorts: livePorts(rawOf(raw["NetworkSettings"])),
    networks: networkNames(raw),
    aliases: ofNetworks(raw, (network) => listOf(network["Aliases"] ?? null)),
    addresses: ofNetworks(raw, (network) => wordsOf(network["IPAddress"])),
    restart: restartOf(rawOf(host?.["RestartPolicy"])),
    memory: limit(host?.["Memory"]),
    cpus: host && cpusOf(host),
    pids: host && limit(host["PidsLimit"] ?? 0),
    readonly: flagOf(host?.["ReadonlyRootfs"]),
    privileged: flagOf(host?.["Privileged"]),
    autoRemove: flagOf(host?.["AutoRemove"]),
    init: flagOf(host?.["Init"]),
    capAdd: host && listOf(host["CapAdd"] ?? null),
    capDrop: host && listOf(host["CapDrop"] ?? null),
  });
}

export function imageFacts(raw: Raw): ImageFacts {
  // Engines from API 1.52 on leave out what is empty; the configuration of an imported image may be null.
  const config = rawOf(raw["Config"]) ?? {};
  const layers = rawOf(raw["RootFS"])?.["Layers"];
  return facts<ImageFacts>({
    id: textOf(raw["Id"]) ?? "",
    tags: listOf(raw["RepoTags"] ?? null)?.filter((tag) => !tag.includes("<none>")),
    size: numberOf(raw["Size"]),
    layers: Array.isArray(layers) ? layers.length : undefined,
    layerIds: Array.isArray(layers) ? listOf(layers) : undefined,
    digests: listOf(raw["RepoDigests"] ?? null),
    volumes: Object.keys(rawOf(config["Volumes"]) ?? {}).sort(),
    healthcheck: healthcheckOf(config),
    architecture: wordsOf(raw["Architecture"]),
    history: undefined,
    command: ofConfig(config, "Cmd", listOf, []),
    entrypoint: ofConfig(config, "Entrypoint", listOf, []),
    user: ofConfig(config, "User", textOf, ""),
    workdir: ofConfig(config, "WorkingDir", textOf, ""),
    exposed: Object.keys(rawOf(config["ExposedPorts"]) ?? {}).sort(),
    env: ofConfig(config, "Env", envOf, {}),
    labels: ofConfig(config, "Labels", mapOf, {}),
  });
}

export function volumeFacts(raw: Raw): VolumeFacts {
  return facts<VolumeFacts>({
    name: textOf(raw["Name"]) ?? "",
    driver: wordsOf(raw["Driver"]),
    labels: mapOf(raw["Labels"] ?? null),
    options: mapOf(raw["Options"] ?? null),
    scope: wordsOf(raw["Scope"]),
  });
}

export function networkFacts(raw: Raw): NetworkFacts {
  const ranges = rawOf(raw["IPAM"])?.["Config"] ?? [];
  return facts<NetworkFacts>({
    id: textOf(raw["Id"]) ?? "",
    name: textOf(raw["Name"]) ?? "",
    driver: wordsOf(raw["Driver"]),
    internal: flagOf(raw["Internal"]),
    attachable: flagOf(raw["Attachable"]),
    gateways: Array.isArray(ranges)
      ? ranges.map((range) => wordsOf(rawOf(range)?.["Gateway"])).filter((gateway) => gateway !== undefined)
      : undefined,
    scope: wordsOf(raw["Scope"]),
    options: mapOf(raw["Options"] ?? null),
    subnets: Array.isArray(ranges)
      ? ranges.map((range) => wordsOf(rawOf(range)?.["Subnet"])).filter((subnet) => subnet !== undefined)
      : undefined,
    containers: Object.values(rawOf(raw["Containers"] ?? {}) ?? {})
      .map((container) => wordsOf(rawOf(container)?.["Name"])).filter((name) => name !== undefined).sort(),
    labels: mapOf(raw["Labels"] ?? null),
  });
}

/** Within a configuration that was reported, an absent field is an empty one. */
function ofConfig<Value>(
  config: Raw | undefined,
  field: string,
  read: (value: unknown) => Value | undefined,
  empty: Value,
): Value | undefined {
  return config === undefined ? undefined : read(config[field] ?? null) ?? empty;
}

/** In a crash loop `Running` is true as well: the word decides, flags only where there is none. */
function containerState(state: Raw): ContainerState | undefined {
  const word = containerStates.find((known) => known === state["Status"]);
  if (word !== undefined) return word;
  if (state["Restarting"] === true) return "restarting";
  if (state["Paused"] === true) return "paused";
  if (state["Running"] === true) return "running";
  if (state["Dead"] === true) return "dead";
  return state["Running"] === false && timeOf(state["FinishedAt"]) !== undefined ? "exited" : undefined;
}

function lastProbe(health: Raw | undefined): string | undefined {
  const log = health?.["Log"];
  if (!Array.isArray(log)) return undefined;
  return wordsOf(textOf(rawOf(log.at(-1))?.["Output"])?.trim().slice(0, 4096));
}

/** What was asked for; the live ports where docker was to choose (`-p 80`, `-P`, a range). */
function portsOf(
  host: Raw | undefined,
  settings: Raw | undefined,
): Readonly<Record<string, readonly PortBinding[]>> | undefined {
  const asked = rawOf(host?.["PortBindings"] ?? {});
  const live = rawOf(settings?.["Ports"]) ?? {};
  if (host === undefined || asked === undefined) return undefined;
  const names = new Set([...Object.keys(asked), ...(host["PublishAllPorts"] === true ? Object.keys(live) : [])]);
  const ports: [string, readonly PortBinding[]][] = [];
  for (const name of names) {
    const bindings = bindingsOf(asked[name]);
    const known = bindings.length > 0 && bindings.every(({ port }) => port > 0) ? bindings : bindingsOf(live[name]);
    ports.push([name, known.filter(({ port }) => port > 0)]);
  }
  return Object.fromEntries(ports);
}

function livePorts(settings: Raw | undefined): Readonly<Record<string, readonly PortBinding[]>> | undefined {
  const live = rawOf(settings?.["Ports"] ?? {});
  if (settings === undefined || live === undefined) return undefined;
  const open = Object.entries(live).map(([name, bindings]) => [name, bindingsOf(bindings)] as const);
  return Object.fromEntries(open.filter(([, bindings]) => bindings.length > 0));
}

/** `NONE` switches an inherited one off. */
function healthcheckOf(config: Raw): string | undefined {
  const [how, ...words] = listOf(rawOf(config["Healthcheck"])?.["Test"]) ?? [];
  return how === undefined || how === "NONE" ? undefined : words.join(" ");
}

/** A range or an empty text is port 0. Of the two rows of a dual-stack host that say the same, the first is kept. */
function bindingsOf(value: unknown): readonly PortBinding[] {
  if (!Array.isArray(value)) return [];
  const bindings = value.map(rawOf).filter((raw) => raw !== undefined).map((raw): PortBinding => ({
    port: /^\d+$/.test(textOf(raw["HostPort"]) ?? "") ? Number(raw["HostPort"]) : 0,
    address: wordsOf(raw["HostIp"]) ?? "0.0.0.0",
  }));
  const any = bindings.filter(({ address }) => address === "0.0.0.0").map(({ port }) => port);
  return bindings.filter(({ port, address }) => address !== "::" || !any.includes(port));
}

/** `--tmpfs` stands in HostConfig only, `--mount type=tmpfs` in Mounts. */
function mountsOf(value: unknown, host: Raw | undefined): readonly Mount[] | undefined {
  const listed = value ?? [];
  if (!Array.isArray(listed) || (value === undefined && host === undefined)) return undefined;
  const mounts = listed.map(rawOf).filter((raw) => raw !== undefined).map((raw): Mount => ({
    type: textOf(raw["Type"]) ?? (raw["Name"] === undefined ? "bind" : "volume"),
    source: wordsOf(raw["Type"] === "volume" || raw["Type"] === undefined ? raw["Name"] : undefined) ??
      textOf(raw["Source"]) ?? "",
    target: textOf(raw["Destination"]) ?? "",
    readonly: raw["RW"] === false,
  }));
  for (const [target, options] of Object.entries(mapOf(host?.["Tmpfs"] ?? null) ?? {})) {
    if (mounts.some((mount) => mount.target === target)) continue;
    mounts.push({ type: "tmpfs", source: "", target, readonly: options.split(",").includes("ro") });
  }
  return mounts;
}

/** What each network says of the container; networks that say nothing are left out. */
function ofNetworks<Value>(
  raw: Raw,
  read: (network: Raw) => Value | undefined,
): Readonly<Record<string, Value>> | undefined {
  const networks = rawOf(rawOf(raw["NetworkSettings"])?.["Networks"]);
  if (networks === undefined) return undefined;
  const said = Object.entries(networks).flatMap(([name, network]) => {
    const value = read(rawOf(network) ?? {});
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

function networkNames(raw: Raw): readonly string[] | undefined {
  const networks = rawOf(rawOf(raw["NetworkSettings"])?.["Networks"]);
  return networks && Object.keys(networks).sort();
}

/** As it is typed: `no`, `always`, `unless-stopped`, `on-failure`, `on-failure:3`. */
function restartOf(policy: Raw | undefined): string | undefined {
  if (policy === undefined) return undefined;
  const name = wordsOf(policy["Name"]) ?? "no";
  const tries = numberOf(policy["MaximumRetryCount"]) ?? 0;
  return name === "on-failure" && tries > 0 ? `${name}:${tries}` : name;
}

/** Docker writes "no limit" as 0, -1 or null. */
function limit(value: unknown): number | undefined {
  const count = numberOf(value);
  return count === undefined ? undefined : Math.max(0, count);
}

function cpusOf(host: Raw): number | undefined {
  const nano = limit(host["NanoCpus"]) ?? 0;
  if (nano > 0) return nano / 1e9;
  const quota = limit(host["CpuQuota"]) ?? 0;
  return quota > 0 ? quota / (limit(host["CpuPeriod"]) || 100_000) : 0;
}
