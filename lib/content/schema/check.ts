/** What a check may say in YAML: the object it is about, then what should be true of it. */

import * as v from "valibot";
import { duration } from "./basics.ts";
import {
  containerFields,
  containerStates,
  execFields,
  type FieldType,
  httpFields,
  imageFields,
  logsFields,
  networkFields,
  volumeFields,
} from "./field.ts";
import { type Matcher, matcherFor } from "./matcher.ts";
import { isRecord, pick } from "./pick.ts";

/** One expectation of a check: the field in the words of docker, its type, and what it should be. */
export interface Expectation {
  readonly field: string;
  readonly type: FieldType;
  readonly matcher: Matcher;
}

/** About an object that docker knows by name. `exists: false` means it must not be there; `steady` is seconds. */
export interface ObjectCheck {
  readonly kind: "container" | "image" | "volume" | "network";
  readonly name: string;
  readonly exists: boolean;
  readonly steady?: number;
  readonly expects: readonly Expectation[];
}

/** Runs a program inside a running container. `timeout` is seconds. */
export interface ExecCheck {
  readonly kind: "exec";
  readonly name: string;
  readonly run: readonly string[];
  readonly user?: string;
  readonly timeout: number;
  readonly expects: readonly Expectation[];
}

/** Asks for a page from the host, redirects not followed. `timeout` is seconds. */
export interface HttpCheck {
  readonly kind: "http";
  readonly url: string;
  readonly method: "GET" | "HEAD" | "POST";
  readonly timeout: number;
  readonly expects: readonly Expectation[];
}

/** Reads the last `tail` lines that a container wrote. */
export interface LogsCheck {
  readonly kind: "logs";
  readonly name: string;
  readonly tail: number;
  readonly expects: readonly Expectation[];
}

export type Check = ObjectCheck | ExecCheck | HttpCheck | LogsCheck;
export type CheckKind = Check["kind"];

/** What docker accepts as the name of a container, volume or network (moby: names.RestrictedNamePattern). */
const objectName = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/), v.maxLength(255));
/** A reference: [host[:port]/]path[:tag][@digest]. */
const imageName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:[._:/-]+[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/),
  v.maxLength(300),
);

/** Only this machine: a check never talks to anybody else's server. */
const localUrl = v.pipe(
  v.string(),
  v.url(),
  v.check((url) => {
    const { protocol, hostname } = new URL(url);
    return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  }, "local"),
);

type Fields = Readonly<Record<string, FieldType>>;

const state = v.union([v.picklist(containerStates), v.lazy(() => matcherFor("text"))]);

function matchers(fields: Fields): Record<string, v.ExactOptionalSchema<v.GenericSchema, undefined>> {
  return Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, v.exactOptional(matcherFor(type))]));
}

/** The expectations in the order of the field table, so that the basic ones are explained first. */
function expectations(fields: Fields, written: Readonly<Record<string, unknown>>): readonly Expectation[] {
  return Object.entries(fields).flatMap(([field, type]) =>
    written[field] === undefined ? [] : [{ field, type, matcher: written[field] as Matcher }]
  );
}

const asserts = (fields: Fields, also: readonly string[] = []) =>
  v.check(
    (written: Readonly<Record<string, unknown>>) => [...Object.keys(fields), ...also].some((field) => written[field] !== undefined),
    "nothing",
  );

const knownState = pick(
  [v.pipe(v.picklist(containerStates), v.transform((value): Matcher => ({ is: "equal", value }))), matcherFor("text")],
  (input) =>
    isRecord(input)
      ? matcherFor("text")
      : v.pipe(v.picklist(containerStates), v.transform((value): Matcher => ({ is: "equal", value }))),
);
void state;

function objectCheck(kind: ObjectCheck["kind"], fields: Fields, extra: v.ObjectEntries = {}): v.GenericSchema<unknown, ObjectCheck> {
  return v.pipe(
    v.strictObject({
      [kind]: kind === "image" ? imageName : objectName,
      exists: v.exactOptional(v.boolean()),
      ...matchers(fields),
      ...extra,
    }),
    asserts(fields, ["exists"]),
    v.check((written) => written["exists"] !== false || expectations(fields, written).length === 0, "gone"),
    v.check((written) => written["steady"] === undefined || written["state"] !== undefined, "steady"),
    v.transform((written): ObjectCheck => ({
      kind,
      name: String(written[kind]),
      exists: written["exists"] !== false,
      ...(typeof written["steady"] === "number" ? { steady: written["steady"] } : {}),
      expects: expectations(fields, written),
    })),
  ) as v.GenericSchema<unknown, ObjectCheck>;
}

const timeout = v.optional(v.pipe(duration, v.maxValue(60)), "5s");

const exec = v.pipe(
  v.strictObject({
    exec: objectName,
    run: v.pipe(v.array(v.string()), v.minLength(1)),
    user: v.exactOptional(v.string()),
    timeout,
    ...matchers(execFields),
  }),
  asserts(execFields),
  v.transform((written): ExecCheck => ({
    kind: "exec",
    name: written.exec,
    run: written.run,
    ...(written.user === undefined ? {} : { user: written.user }),
    timeout: written.timeout,
    expects: expectations(execFields, written),
  })),
);

const http = v.pipe(
  v.strictObject({
    http: localUrl,
    method: v.optional(v.picklist(["GET", "HEAD", "POST"]), "GET"),
    timeout,
    ...matchers(httpFields),
  }),
  asserts(httpFields),
  v.transform((written): HttpCheck => ({
    kind: "http",
    url: written.http,
    method: written.method,
    timeout: written.timeout,
    expects: expectations(httpFields, written),
  })),
);

const logs = v.pipe(
  v.strictObject({
    logs: objectName,
    tail: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 200),
    ...matchers(logsFields),
  }),
  asserts(logsFields),
  v.transform((written): LogsCheck => ({
    kind: "logs",
    name: written.logs,
    tail: written.tail,
    expects: expectations(logsFields, written),
  })),
);

/** Adding a kind is one line here, one in the judge's table, one in the prober's: the compiler names what is missing. */
export const checkSchemas = {
  container: objectCheck("container", { ...containerFields }, { state: v.exactOptional(knownState), steady: v.exactOptional(duration) }),
  image: objectCheck("image", imageFields),
  volume: objectCheck("volume", volumeFields),
  network: objectCheck("network", networkFields),
  exec,
  http,
  logs,
} as const satisfies Record<CheckKind, v.GenericSchema>;

export const checkKinds = Object.keys(checkSchemas) as readonly CheckKind[];

/** Said when no key of the mapping is a kind of check. */
const noKind = v.pipe(v.looseObject({}), v.check(() => false, "kind"), v.transform((): Check => {
  throw new TypeError("unreachable");
}));

export const check: v.GenericSchema<unknown, Check> = pick(
  [...Object.values(checkSchemas)] as unknown as readonly [v.GenericSchema<unknown, Check>],
  (input) => {
    const kind = isRecord(input) ? checkKinds.find((kind) => kind in input) : undefined;
    return (kind ? checkSchemas[kind] : noKind) as v.GenericSchema<unknown, Check>;
  },
);
