/** Small snapshots, checks and labs for the tests of the judge. */

import type { Check } from "../../lib/content/schema/check.ts";
import type { HttpCheck, TcpCheck } from "../../lib/content/schema/checks/host.ts";
import type { ExecCheck, LogsCheck } from "../../lib/content/schema/checks/inside.ts";
import { type InspectCheck, pathOf } from "../../lib/content/schema/checks/inspect.ts";
import { type ObjectCheck, objectFields } from "../../lib/content/schema/checks/object.ts";
import type { Expectation } from "../../lib/content/schema/expectation.ts";
import { execFields, httpFields, logsFields, tcpFields } from "../../lib/content/schema/field.ts";
import type { Lab, Task } from "../../lib/content/schema/lab.ts";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { same } from "../../lib/content/text.ts";
import type { Listener } from "../../lib/lab/listeners.ts";
import { execKey, httpKey, logsKey, rawKey, tcpKey } from "../../lib/lab/plan.ts";
import { follow, type Json } from "../../lib/lab/raw_path.ts";
import type { HttpFacts, TcpFacts } from "../../lib/lab/host_facts.ts";
import {
  type ContainerFacts,
  emptySnapshot,
  type ExecFacts,
  type ImageFacts,
  type LogsFacts,
  type NetworkFacts,
  type Sighting,
  type Snapshot,
  type Stranger,
  type VolumeFacts,
} from "../../lib/lab/snapshot.ts";

export const workspace = "/home/ana/grumete/lab";
export const takenAt = Date.UTC(2026, 0, 15, 12, 0, 0);

type Expects = Readonly<Record<string, Matcher>>;

const fieldTables = { ...objectFields, exec: execFields, http: httpFields, tcp: tcpFields, logs: logsFields } as const;

function expectations(kind: keyof typeof fieldTables, expects: Expects): readonly Expectation[] {
  return Object.entries(fieldTables[kind]).flatMap(([field, type]) => {
    const matcher = expects[field];
    return matcher ? [{ field, type, matcher }] : [];
  });
}

export const eq = (value: string | number | boolean): Matcher => ({ is: "equal", value });
export const includes = (...values: readonly string[]): Matcher => ({ is: "includes", items: values.map(eq) });
export const exactly = (...values: readonly string[]): Matcher => ({ is: "exactly", items: values.map(eq) });
export const contains = (text: string): Matcher => ({ is: "contains", part: eq(text) });
export const fields = (map: Readonly<Record<string, Matcher>>): Matcher => ({ is: "fields", fields: map });
/** `ports: { 80/tcp: 8080 }`. */
export const published = (map: Readonly<Record<string, number>>): Matcher =>
  fields(
    Object.fromEntries(
      Object.entries(map).map(([inside, port]) => [inside, { is: "includes", items: [fields({ port: eq(port) })] }]),
    ),
  );
export const mounted = (...rows: readonly Readonly<Record<string, string | boolean>>[]): Matcher => ({
  is: "includes",
  items: rows.map((row) => fields(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, eq(value)])))),
});

export function objectCheck(
  kind: ObjectCheck["kind"],
  name: string,
  expects: Expects = {},
  more: Partial<Pick<ObjectCheck, "exists" | "steady">> = {},
): ObjectCheck {
  return { kind, name, exists: true, expects: expectations(kind, expects), ...more };
}

export function execCheck(name: string, run: readonly string[], expects: Expects): ExecCheck {
  return { kind: "exec", name, run, timeout: 5, expects: expectations("exec", expects) };
}

export function httpCheck(url: string, expects: Expects): HttpCheck {
  return { kind: "http", url, method: "GET", timeout: 5, expects: expectations("http", expects) };
}

export function tcpCheck(address: string, expects: Expects): TcpCheck {
  const [host = "", port] = address.split(":");
  return { kind: "tcp", address, host, port: Number(port), timeout: 5, expects: expectations("tcp", expects) };
}

export function inspectCheck(
  object: InspectCheck["object"],
  name: string,
  path: string,
  matcher: Matcher,
): InspectCheck {
  return { kind: "inspect", object, name, path: pathOf(path) ?? [], matcher };
}

export function logsCheck(name: string, expects: Expects): LogsCheck {
  return { kind: "logs", name, tail: 200, expects: expectations("logs", expects) };
}

/** A healthy container that has been running for a minute. */
export function container(name: string, facts: Partial<ContainerFacts> = {}): ContainerFacts {
  return {
    id: `id-${name}`,
    name,
    state: "running",
    exitCode: 0,
    startedAt: takenAt - 60_000,
    restarts: 0,
    image: "nginx:1.27",
    imageId: "sha256:aaa",
    networks: ["bridge"],
    ports: {},
    mounts: [],
    env: { PATH: "/usr/bin" },
    ...facts,
  };
}

export interface Seen {
  readonly containers?: readonly ContainerFacts[];
  readonly images?: Readonly<Record<string, ImageFacts>>;
  readonly volumes?: readonly VolumeFacts[];
  readonly networks?: readonly NetworkFacts[];
  readonly execs?: readonly (readonly [ExecCheck, ExecFacts])[];
  readonly https?: readonly (readonly [HttpCheck, HttpFacts])[];
  readonly tcps?: readonly (readonly [TcpCheck, TcpFacts])[];
  /** The whole object that docker shows. */
  readonly raws?: readonly (readonly [InspectCheck, Json])[];
  readonly listeners?: Readonly<Record<string, readonly Listener[]>>;
  readonly strangers?: readonly Stranger[];
  readonly lastWords?: Readonly<Record<string, string>>;
  readonly logs?: readonly (readonly [LogsCheck, LogsFacts])[];
  readonly neighbours?: Partial<Snapshot["neighbours"]>;
  /** Every name that was asked for and is not there. */
  readonly missing?: readonly string[];
}

const found = <Facts>(facts: Facts): Sighting<Facts> => ({ kind: "found", facts });

export function snapshot(seen: Seen = {}): Snapshot {
  const gone = (seen.missing ?? []).map((name) => [name, { kind: "missing" }] as const);
  return {
    ...emptySnapshot(takenAt),
    containers: new Map([...gone, ...(seen.containers ?? []).map((facts) => [facts.name, found(facts)] as const)]),
    images: new Map([
      ...gone,
      ...Object.entries(seen.images ?? {}).map(([name, facts]) => [name, found(facts)] as const),
    ]),
    volumes: new Map([...gone, ...(seen.volumes ?? []).map((facts) => [facts.name, found(facts)] as const)]),
    networks: new Map([...gone, ...(seen.networks ?? []).map((facts) => [facts.name, found(facts)] as const)]),
    execs: new Map((seen.execs ?? []).map(([check, facts]) => [execKey(check), found(facts)] as const)),
    https: new Map((seen.https ?? []).map(([check, facts]) => [httpKey(check), found(facts)] as const)),
    tcps: new Map((seen.tcps ?? []).map(([check, facts]) => [tcpKey(check), found(facts)] as const)),
    raws: new Map((seen.raws ?? []).map(([check, json]) => [rawKey(check), found(follow(json, check.path))] as const)),
    listeners: new Map(
      Object.entries(seen.listeners ?? {}).map(([name, listeners]) => [name, found({ listeners })] as const),
    ),
    strangers: new Map((seen.strangers ?? []).map((facts) => [facts.name, found(facts)] as const)),
    lastWords: new Map(Object.entries(seen.lastWords ?? {}).map(([name, lines]) => [name, found({ lines })] as const)),
    logs: new Map((seen.logs ?? []).map(([check, facts]) => [logsKey(check), found(facts)] as const)),
    neighbours: { containers: [], volumes: [], networks: [], images: [], ...seen.neighbours },
  };
}

/** The engine did not answer at all. */
export function blindSnapshot(names: readonly string[]): Snapshot {
  const unknown = { kind: "unknown", fault: { kind: "daemon-down", detail: "no answer" } } as const;
  const all = new Map(names.map((name) => [name, unknown] as const));
  return { ...snapshot(), containers: all, images: all, volumes: all, networks: all };
}

export function task(id: string, checks: readonly Check[], more: Partial<Task> = {}): Task {
  return {
    id,
    title: same(`Task ${id}`),
    text: same("Do it."),
    concepts: [],
    points: 1,
    needs: [],
    checks,
    questions: [],
    hints: [],
    explanation: same("Because."),
    solution: ["docker ps"],
    alternatives: [],
    partial: false,
    mistakes: [],
    ...more,
  };
}

export function lab(tasks: readonly Task[], more: Partial<Lab> = {}): Lab {
  return {
    format: 1,
    id: "puerto",
    title: same("Lab"),
    concepts: ["container"],
    minutes: 10,
    images: [],
    ports: [],
    workspace: [],
    setup: [],
    tasks,
    ...more,
  };
}
