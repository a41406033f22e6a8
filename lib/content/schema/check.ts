/** What a check may say in YAML: the object it is about, then what should be true of it. */

import * as v from "valibot";
import { duration } from "./basics.ts";
import { closed } from "./closed.ts";
import {
  containerFields,
  execFields,
  type FieldType,
  httpFields,
  imageFields,
  logsFields,
  networkFields,
  volumeFields,
} from "./field.ts";
import { type Matcher, matcherFor, type MatcherSchema, type MatcherType } from "./matcher.ts";
import { imageName, localUrl, objectName } from "./names.ts";
import { isRecord, pick } from "./pick.ts";
import { because } from "./refusal.ts";

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

type Fields = Readonly<Record<string, FieldType>>;
type Expected<Of extends Fields> = {
  readonly [Field in keyof Of & string]: v.ExactOptionalSchema<MatcherSchema, undefined>;
};
type Written = { readonly [key: string]: unknown };

/** A schema for each field; `special` names the fields that are read more strictly than their type says. */
function matchers<const Of extends Fields>(
  fields: Of,
  special: Readonly<Record<string, MatcherType>> = {},
): Expected<Of> {
  const schemas = Object.entries(fields).map(([field, type]) =>
    [field, v.exactOptional(matcherFor(special[field] ?? type))] as const
  );
  return Object.fromEntries(schemas) as Expected<Of>;
}

/** The expectations in the order of the field table, so that the basic ones are explained first. */
function expectations(fields: Fields, written: Written): readonly Expectation[] {
  return Object.entries(fields).flatMap(([field, type]) =>
    written[field] === undefined ? [] : [{ field, type, matcher: written[field] as Matcher }]
  );
}

/** A check that expects nothing always passes, so it is refused. */
function asserts(fields: Fields, written: Written): boolean {
  return Object.keys(fields).some((field) => written[field] !== undefined);
}

function objectCheck(kind: ObjectCheck["kind"], fields: Fields, extra: v.ObjectEntries = {}) {
  return v.pipe(
    closed({
      [kind]: kind === "image" ? imageName : objectName,
      exists: v.exactOptional(v.boolean()),
      ...matchers(fields, { state: "state" }),
      ...extra,
    }),
    v.check((written: Written) => written["exists"] !== undefined || asserts(fields, written), because("nothing")),
    v.check((written: Written) => written["exists"] !== false || !asserts(fields, written), because("gone")),
    v.check(
      (written: Written) => written["steady"] === undefined || written["state"] !== undefined,
      because("steady"),
    ),
    v.transform((written): ObjectCheck => ({
      kind,
      name: String(written[kind]),
      exists: written["exists"] !== false,
      ...(typeof written["steady"] === "number" ? { steady: written["steady"] } : {}),
      expects: expectations(fields, written),
    })),
  );
}

const timeout = v.optional(v.pipe(duration, v.maxValue(60)), "5s");

const exec = v.pipe(
  closed({
    exec: objectName,
    run: v.pipe(v.array(v.string(because("text"))), v.minLength(1)),
    user: v.exactOptional(v.pipe(v.string(because("text")), v.nonEmpty(because("text")))),
    timeout,
    ...matchers(execFields),
  }),
  v.check((written) => asserts(execFields, written), because("nothing")),
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
  closed({
    http: localUrl,
    method: v.optional(v.picklist(["GET", "HEAD", "POST"]), "GET"),
    timeout,
    ...matchers(httpFields),
  }),
  v.check((written) => asserts(httpFields, written), because("nothing")),
  v.transform((written): HttpCheck => ({
    kind: "http",
    url: written.http,
    method: written.method,
    timeout: written.timeout,
    expects: expectations(httpFields, written),
  })),
);

const logs = v.pipe(
  closed({
    logs: objectName,
    tail: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 200),
    ...matchers(logsFields),
  }),
  v.check((written) => asserts(logsFields, written), because("nothing")),
  v.transform((written): LogsCheck => ({
    kind: "logs",
    name: written.logs,
    tail: written.tail,
    expects: expectations(logsFields, written),
  })),
);

/** Adding a kind is one line here, one in the judge's table, one in the prober's: the compiler names what is missing. */
export const checkSchemas = {
  container: objectCheck("container", containerFields, { steady: v.exactOptional(duration) }),
  image: objectCheck("image", imageFields),
  volume: objectCheck("volume", volumeFields),
  network: objectCheck("network", networkFields),
  exec,
  http,
  logs,
} as const satisfies Record<CheckKind, v.GenericSchema>;

export const checkKinds = Object.keys(checkSchemas) as readonly CheckKind[];

/** Said when no key of the mapping is a kind of check. */
const noKind = v.pipe(v.looseObject({}), v.check(() => false, because("checkKind")));

export const check = pick(
  Object.values(checkSchemas),
  (input) => {
    const kind = isRecord(input) ? checkKinds.find((kind) => Object.hasOwn(input, kind)) : undefined;
    return kind ? checkSchemas[kind] : noKind;
  },
);
