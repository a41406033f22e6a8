/** From checks to what must be looked at: each object once, however many checks speak of it. */

import type { Check } from "../content/schema/check.ts";
import type { HttpCheck, TcpCheck } from "../content/schema/checks/host.ts";
import type { ExecCheck, FileCheck, LogsCheck } from "../content/schema/checks/inside.ts";
import type { Inspectable } from "../content/schema/checks/inspect.ts";
import type { ObjectKind } from "../content/schema/checks/object.ts";
import type { Matcher } from "../content/schema/matcher.ts";

/** Only looked up by id when the container was made from another reference: two names may mean one image. */
export interface ExpectedImage {
  readonly container: string;
  readonly image: string;
}

/** A path into everything that docker says of an object. */
export interface RawWish {
  readonly object: Inspectable;
  readonly name: string;
  readonly path: readonly string[];
}

/** Data for `lib/docker/`, which runs one `inspect` per kind of object and the rest in parallel. */
export interface Plan {
  /** Names of each kind of object; those of `compose` and `stack` are values of a label. */
  readonly objects: { readonly [Kind in ObjectKind]: readonly string[] };
  readonly expectedImages: readonly ExpectedImage[];
  readonly raws: readonly RawWish[];
  /** Containers whose image is wanted with all its names: which one is expected is not known here. */
  readonly origins: readonly string[];
  /** Images of which the instructions that made them are asked for. */
  readonly histories: readonly string[];
  /** Containers that should run: where one fell, its last words are wanted. */
  readonly runners: readonly string[];
  readonly execs: readonly ExecCheck[];
  readonly logs: readonly LogsCheck[];
  /** In containers and in the workspace. */
  readonly files: readonly FileCheck[];
  readonly https: readonly HttpCheck[];
  readonly tcps: readonly TcpCheck[];
  readonly swarm: boolean;
  /** Whether what happened since the lab began is asked for. */
  readonly history: boolean;
}

/** Keys under which the snapshot holds the answers: two checks that ask the same are asked once. */
export const execKey = (check: ExecCheck): string => JSON.stringify([check.name, check.user ?? "", check.run]);
export const httpKey = (check: HttpCheck): string => JSON.stringify([check.method, check.url]);
export const logsKey = (check: LogsCheck): string => JSON.stringify([check.name, check.tail]);
export const tcpKey = (check: TcpCheck): string => JSON.stringify([check.address, readsBanner(check)]);
export const rawKey = ({ object, name, path }: RawWish): string => JSON.stringify([object, name, path]);

/** Whether what the other side says first is wanted too: waiting for it takes time. */
export const readsBanner = ({ expects, sealed }: TcpCheck): boolean =>
  sealed?.banner === true || expects.some(({ field }) => field === "banner");

/** Containers of exec, logs and file checks are looked at too. */
export function planOf(checks: readonly Check[]): Plan {
  const objects: { readonly [Kind in ObjectKind]: Set<string> } = {
    container: new Set(),
    image: new Set(),
    volume: new Set(),
    network: new Set(),
    compose: new Set(),
    service: new Set(),
    node: new Set(),
    secret: new Set(),
    config: new Set(),
    stack: new Set(),
  };
  const expected = new Map<string, ExpectedImage>();
  const raws = new Map<string, RawWish>();
  const origins = new Set<string>();
  const histories = new Set<string>();
  const runners = new Set<string>();
  const execs = new Map<string, ExecCheck>();
  const logs = new Map<string, LogsCheck>();
  const files = new Map<string, FileCheck>();
  const https = new Map<string, HttpCheck>();
  const tcps = new Map<string, TcpCheck>();
  for (const check of checks) {
    switch (check.kind) {
      case "exec":
        objects.container.add(check.name);
        runners.add(check.name);
        execs.set(execKey(check), check);
        break;
      case "logs":
        objects.container.add(check.name);
        logs.set(logsKey(check), check);
        break;
      case "file":
        if (check.container !== undefined) objects.container.add(check.container);
        files.set(check.name, check);
        break;
      case "http":
        https.set(httpKey(check), check);
        break;
      case "tcp":
        tcps.set(tcpKey(check), check);
        break;
      case "inspect":
        objects[check.object].add(check.name);
        raws.set(rawKey(check), { object: check.object, name: check.name, path: check.path });
        break;
      case "event":
        for (const name of check.sealed?.others ?? []) objects.container.add(name);
        // An event of a network names a container by its id alone.
        for (const { type, container } of [check.filter, check.after, check.before].flatMap((filter) => filter ?? [])) {
          if (type !== "network" || container === undefined) continue;
          for (const name of references(container)) objects.container.add(name);
        }
        break;
      case "swarm":
        break;
      case "container":
        objects.container.add(check.name);
        if (check.sealed) {
          origins.add(check.name);
          runners.add(check.name);
          for (const other of check.sealed.others) objects.container.add(other);
        }
        for (const { field, matcher } of check.expects) {
          if (field === "sameNetworkAs") { for (const other of namedItems(matcher)) objects.container.add(other); }
          if (field === "state" && references(matcher).includes("running")) runners.add(check.name);
          if (field !== "image") continue;
          for (const image of references(matcher)) {
            expected.set(`${check.name} ${image}`, { container: check.name, image });
          }
        }
        break;
      case "image":
        objects.image.add(check.name);
        for (const other of check.sealed?.others ?? []) objects.image.add(other);
        if (check.sealed?.history) histories.add(check.name);
        for (const { field, matcher } of check.expects) {
          if (field === "builtFrom") { for (const other of namedItems(matcher)) objects.image.add(other); }
          if (field === "history") histories.add(check.name);
        }
        break;
      default:
        objects[check.kind].add(check.name);
        break;
    }
  }
  return {
    objects: listed(objects),
    expectedImages: [...expected.values()],
    raws: [...raws.values()],
    origins: [...origins],
    histories: [...histories],
    runners: [...runners],
    execs: [...execs.values()],
    logs: [...logs.values()],
    files: [...files.values()],
    https: [...https.values()],
    tcps: [...tcps.values()],
    swarm: checks.some(({ kind }) => kind === "swarm"),
    history: checks.some(({ kind }) => kind === "event"),
  };
}

function listed(objects: { readonly [Kind in ObjectKind]: ReadonlySet<string> }): Plan["objects"] {
  const lists = Object.entries(objects).map(([kind, names]) => [kind, [...names]] as const);
  return Object.fromEntries(lists) as Plan["objects"];
}

/** Every reference that is compared as a whole, wherever it stands: its id must be known. */
export function references(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "equal":
      return [String(matcher.value)];
    case "oneOf":
      return matcher.values.map(String);
    case "all":
    case "any":
      return matcher.of.flatMap(references);
    case "not":
      return references(matcher.of);
    default:
      return [];
  }
}

/** The names that items of a list are compared with as a whole, wherever they stand: those objects must be known. */
export function namedItems(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "includes":
    case "exactly":
      return matcher.items.flatMap(references);
    case "contains":
      return references(matcher.part);
    case "all":
    case "any":
      return matcher.of.flatMap(namedItems);
    case "not":
      return namedItems(matcher.of);
    default:
      return [];
  }
}
