/** What `docker service inspect` and `docker service ps` print, turned into facts. */

import type { ServiceFacts, ServiceTask } from "../lab/orchestration.ts";
import type { Mount, PortBinding } from "../lab/snapshot.ts";
import { envOf, facts, listOf, mapOf, numberOf, type Raw, rawOf, textOf, wordsOf } from "./facts.ts";

/** Without its tasks, of which inspect knows nothing, and with the ids of its networks in place of their names. */
export function serviceFacts(raw: Raw): ServiceFacts {
  const spec = rawOf(raw["Spec"]);
  const template = rawOf(spec?.["TaskTemplate"]);
  const container = rawOf(template?.["ContainerSpec"]);
  const placement = template && (rawOf(template["Placement"]) ?? {});
  const update = rawOf(spec?.["UpdateConfig"]);
  const status = rawOf(raw["UpdateStatus"]);
  const [mode, size] = modeOf(rawOf(spec?.["Mode"]));
  const [image, digest] = textOf(container?.["Image"])?.split("@") ?? [];
  return facts<ServiceFacts>({
    id: textOf(raw["ID"]) ?? "",
    name: textOf(spec?.["Name"]) ?? "",
    mode,
    replicas: size,
    running: undefined,
    completed: undefined,
    image,
    digest,
    command: container && listOf(container["Command"] ?? null),
    args: container && listOf(container["Args"] ?? null),
    env: container && envOf(container["Env"] ?? null),
    user: container && textOf(container["User"] ?? ""),
    labels: spec && mapOf(spec["Labels"] ?? null),
    containerLabels: container && mapOf(container["Labels"] ?? null),
    ports: spec && portsOf(rawOf(raw["Endpoint"])?.["Ports"] ?? rawOf(spec["EndpointSpec"])?.["Ports"]),
    mounts: container && rowsOf(container["Mounts"]).map(mountOf),
    // Until API 1.44 they stood beside the template.
    networks: template && namesIn(template["Networks"] ?? spec?.["Networks"], "Target"),
    secrets: container && namesIn(container["Secrets"], "SecretName"),
    configs: container && namesIn(container["Configs"], "ConfigName"),
    constraints: placement && listOf(placement["Constraints"] ?? null),
    maxPerNode: placement && (numberOf(placement["MaxReplicas"]) || undefined),
    ...resourcesOf(rawOf(template?.["Resources"])),
    restart: wordsOf(rawOf(template?.["RestartPolicy"])?.["Condition"]),
    updateState: wordsOf(status?.["State"]),
    updateMessage: wordsOf(status?.["Message"]),
    updateParallelism: numberOf(update?.["Parallelism"]),
    updateDelay: update && seconds(update["Delay"]),
    updateOrder: wordsOf(update?.["Order"]),
    failureAction: wordsOf(update?.["FailureAction"]),
    rollbackParallelism: numberOf(rawOf(spec?.["RollbackConfig"])?.["Parallelism"]),
    tasks: undefined,
  });
}

/** Docker's word for the mode, and how many tasks, or completions of a job, are wanted where a number is. */
function modeOf(mode: Raw | undefined): readonly [mode?: string, size?: number | undefined] {
  if (mode === undefined) return [];
  const replicated = rawOf(mode["Replicated"]);
  if (replicated) return ["replicated", numberOf(replicated["Replicas"])];
  const job = rawOf(mode["ReplicatedJob"]);
  if (job) return ["replicated-job", numberOf(job["TotalCompletions"])];
  if (mode["GlobalJob"]) return ["global-job"];
  return mode["Global"] ? ["global"] : [];
}

/** No limit is 0; nothing reserved is not reported at all. */
function resourcesOf(resources: Raw | undefined) {
  const limits = rawOf(resources?.["Limits"]);
  const reserved = rawOf(resources?.["Reservations"]);
  const cpus = (nano: unknown) => (numberOf(nano) ?? 0) / 1e9;
  return {
    memory: resources && (numberOf(limits?.["MemoryBytes"]) ?? 0),
    cpus: resources && cpus(limits?.["NanoCPUs"]),
    memoryReservation: numberOf(reserved?.["MemoryBytes"]) || undefined,
    cpusReservation: cpus(reserved?.["NanoCPUs"]) || undefined,
  };
}

function mountOf(mount: Raw): Mount {
  return {
    type: textOf(mount["Type"]) ?? "bind",
    source: textOf(mount["Source"]) ?? "",
    target: textOf(mount["Target"]) ?? "",
    readonly: mount["ReadOnly"] === true,
  };
}

/** A port that docker is still to choose has no binding. */
function portsOf(value: unknown): Readonly<Record<string, readonly PortBinding[]>> {
  const ports = new Map<string, readonly PortBinding[]>();
  for (const port of rowsOf(value)) {
    const inside = `${numberOf(port["TargetPort"]) ?? 0}/${textOf(port["Protocol"]) ?? "tcp"}`;
    const published = numberOf(port["PublishedPort"]) ?? 0;
    const bindings = published > 0 ? [{ port: published, address: "0.0.0.0" }] : [];
    ports.set(inside, [...ports.get(inside) ?? [], ...bindings]);
  }
  return Object.fromEntries(ports);
}

function rowsOf(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.map(rawOf).filter((raw) => raw !== undefined) : [];
}

function namesIn(value: unknown, field: string): readonly string[] {
  return rowsOf(value).flatMap((row) => wordsOf(row[field]) ?? []).sort();
}

/** Docker counts in nanoseconds, and leaves 0 out. */
function seconds(value: unknown): number {
  return (numberOf(value) ?? 0) / 1e9;
}

/** The columns that `taskOf` reads. */
export const taskFormat =
  "[{{json .Name}},{{json .Node}},{{json .DesiredState}},{{json .CurrentState}},{{json .Error}}]";

/** A row of `service ps`: the name of its service, which may hold dots of its own, and the task. */
export function taskOf([name = "", node, desired = "", state = "", error = ""]: readonly string[]): readonly [
  service: string,
  task: ServiceTask,
] {
  const dot = name.lastIndexOf(".");
  const said = error.replace(/^"(.*)"$/s, "$1");
  const code = /non-zero exit \((\d+)\)/.exec(said)?.[1];
  const task = facts<ServiceTask>({
    slot: name.slice(dot + 1),
    // "Running 17 seconds ago".
    state: state.split(" ", 1)[0]?.toLowerCase() ?? "",
    desired: desired.toLowerCase(),
    node: wordsOf(node),
    error: wordsOf(said),
    exitCode: code === undefined ? undefined : Number(code),
  });
  return [name.slice(0, dot), task];
}

/** `tasks` as docker lists them: by slot, the newest of each first. */
export function withTasks(service: ServiceFacts, tasks: readonly ServiceTask[]): ServiceFacts {
  const job = service.mode?.endsWith("-job") === true;
  // A job that was updated is done again, and keeps what it did before.
  const newest = tasks.filter(({ slot }, at) => tasks.findIndex((other) => other.slot === slot) === at);
  return {
    ...service,
    tasks,
    running: tasks.filter(({ state, desired }) => state === "running" && desired !== "shutdown").length,
    ...(job ? { completed: newest.filter(({ state }) => state === "complete").length } : {}),
  };
}
