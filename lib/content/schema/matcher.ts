/** What a check expects of one field: a bare value, or words such as `contains`, `matches`, `min`, `absent`. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import type { FieldType } from "./field.ts";
import { some } from "./basics.ts";
import { isRecord, pick } from "./pick.ts";

type Scalar = string | number | boolean;

/** Decoded form. Sizes are bytes; `fields` holds matchers by key; a bare list is `includes`. */
export type Matcher =
  | { readonly is: "equal"; readonly value: Scalar }
  | { readonly is: "contains"; readonly part: Matcher }
  | { readonly is: "matches"; readonly pattern: string }
  | { readonly is: "startsWith"; readonly prefix: string }
  | { readonly is: "oneOf"; readonly values: readonly Scalar[] }
  | { readonly is: "range"; readonly min?: number; readonly max?: number }
  | { readonly is: "count"; readonly of: Matcher }
  | { readonly is: "exactly"; readonly items: readonly Matcher[] }
  | { readonly is: "includes"; readonly items: readonly Matcher[] }
  | { readonly is: "fields"; readonly fields: Readonly<Record<string, Matcher>> }
  | { readonly is: "absent"; readonly absent: boolean }
  | { readonly is: "all"; readonly of: readonly Matcher[] }
  | { readonly is: "any"; readonly of: readonly Matcher[] }
  | { readonly is: "not"; readonly of: Matcher };

type MatcherSchema = v.GenericSchema<unknown, Matcher>;

/** 1 k = 1024 bytes, as docker counts in `--memory`. */
const unitBytes = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 } as const;

const bytes = v.pipe(
  v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.string(), v.regex(/^\d+(?:\.\d+)?\s?[bkmg]i?b?$/i))]),
  v.transform((written): number => {
    if (typeof written === "number") return written;
    const [, count = "0", unit = "b"] = /^([\d.]+)\s?([bkmg])/i.exec(written) ?? [];
    return Math.round(Number(count) * unitBytes[unit.toLowerCase() as keyof typeof unitBytes]);
  }),
);

const word = v.union([v.string(), v.number(), v.boolean()]);
const wordAsText = v.pipe(word, v.transform(String));

const scalars = {
  text: v.pipe(v.string(), v.nonEmpty()),
  whole: v.pipe(v.number(), v.integer()),
  decimal: v.pipe(v.number(), v.finite()),
  flag: v.boolean(),
  bytes,
  image: v.pipe(v.string(), v.nonEmpty()),
} as const;

type ScalarType = keyof typeof scalars;

/** A pattern that can run for a very long time on a hostile text: a repeat of something that ends in a repeat. */
const runaway = /\([^()]*[+*}]\)[+*{]/;

const pattern = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check(isPattern, "pattern"),
  v.check((written) => !runaway.test(written), "runaway"),
);

function isPattern(written: string): boolean {
  try {
    new RegExp(written, "mu");
    return true;
  } catch {
    return false;
  }
}

const absent = v.boolean();
const port = v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits())]), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(65535));

/** The words that a field of each type understands; several words in one mapping must all hold. */
function words(type: FieldType, self: MatcherSchema): Record<string, v.GenericSchema> {
  const nested = { all: some(self), any: some(self), not: self, absent };
  const textual = { contains: scalars.text, matches: pattern, startsWith: scalars.text };
  switch (type) {
    case "text":
    case "image":
      return { equals: scalars[type], ...textual, oneOf: some(scalars[type]), ...nested };
    case "whole":
    case "decimal":
    case "bytes":
      return { equals: scalars[type], oneOf: some(scalars[type]), min: scalars[type], max: scalars[type], ...nested };
    case "flag":
      return { equals: scalars.flag, ...nested };
    case "list":
      return { contains: itemOf(type), exactly: v.array(itemOf(type)), count: matcherFor("whole"), ...nested };
    case "mounts":
      return { contains: itemOf(type), exactly: v.array(itemOf(type)), count: matcherFor("whole"), ...nested };
    case "map":
    case "ports":
      return { exactly: entries(type), count: matcherFor("whole"), all: some(self), any: some(self), not: self };
  }
}

const binding = v.strictObject({ port: v.exactOptional(port), address: v.exactOptional(v.lazy(() => matcherFor("text"))) });

const mountFields = v.strictObject({
  type: v.exactOptional(v.lazy(() => matcherFor("text"))),
  /** A volume's name, or a path; `./…` is inside the lab's workspace. */
  source: v.exactOptional(v.lazy(() => matcherFor("text"))),
  target: v.exactOptional(v.lazy(() => matcherFor("text"))),
  readonly: v.exactOptional(v.lazy(() => matcherFor("flag"))),
});

/** An item of a list field: text for `list`, a mapping for `mounts`. */
function itemOf(type: "list" | "mounts"): MatcherSchema {
  if (type === "list") return v.lazy(() => matcherFor("text"));
  return v.pipe(mountFields, v.check((fields) => Object.keys(fields).length > 0, "nothing"), v.transform(asFields));
}

/** The keys and values of a map field: `80/tcp: 8080`, `MODE: produccion`. */
function entries(type: "map" | "ports"): MatcherSchema {
  if (type === "map") {
    const value = pick([v.pipe(wordAsText, v.transform(equal)), matcherFor("text")], (input) =>
      isRecord(input) ? matcherFor("text") : v.pipe(wordAsText, v.transform(equal)));
    return v.pipe(v.record(v.string(), value), v.check((map) => Object.keys(map).length > 0, "nothing"), v.transform(asFields));
  }
  const hostPort = v.pipe(port, v.transform((wanted): Matcher => anyBinding({ port: equal(wanted) })));
  const hostBinding = v.pipe(
    binding,
    v.transform((wanted): Matcher =>
      anyBinding({
        ...(wanted.port === undefined ? {} : { port: equal(wanted.port) }),
        ...(wanted.address === undefined ? {} : { address: wanted.address }),
      })
    ),
  );
  const gone = v.pipe(v.strictObject({ absent: v.literal(true) }), v.transform((): Matcher => ({ is: "absent", absent: true })));
  const value = pick([hostPort, hostBinding, gone], (input) => isRecord(input) ? "absent" in input ? gone : hostBinding : hostPort);
  const key = v.pipe(v.string(), v.regex(/^\d{1,5}\/(?:tcp|udp|sctp)$/));
  return v.pipe(v.record(key, value), v.check((map) => Object.keys(map).length > 0, "nothing"), v.transform(asFields));
}

const equal = (value: Scalar): Matcher => ({ is: "equal", value });
const asFields = (fields: Readonly<Record<string, Matcher | undefined>>): Matcher => ({
  is: "fields",
  fields: Object.fromEntries(Object.entries(fields).flatMap(([key, matcher]) => matcher ? [[key, matcher]] : [])),
});
const anyBinding = (fields: Readonly<Record<string, Matcher>>): Matcher => ({
  is: "includes",
  items: [{ is: "fields", fields }],
});

const built = new Map<FieldType, MatcherSchema>();

/** The schema of what a check may expect of a field of this type. */
export function matcherFor(type: FieldType): MatcherSchema {
  const known = built.get(type);
  if (known) return known;
  const self: MatcherSchema = v.lazy(() => matcherFor(type));
  const inWords = v.pipe(
    v.strictObject(Object.fromEntries(Object.entries(words(type, self)).map(([key, schema]) => [key, v.exactOptional(schema)]))),
    v.check((written) => Object.keys(written).length > 0, "nothing"),
    v.transform((written) => fromWords(written)),
  );
  const schema = withBare(type, inWords);
  built.set(type, schema);
  return schema;
}

/** Adds the short way to write the most usual expectation. */
function withBare(type: FieldType, inWords: MatcherSchema): MatcherSchema {
  switch (type) {
    case "list":
    case "mounts": {
      const bareItem = itemOf(type);
      const bareList = v.pipe(some(bareItem), v.transform((items): Matcher => ({ is: "includes", items })));
      return pick([inWords, bareList], (input) => isRecord(input) ? inWords : bareList);
    }
    case "map":
    case "ports": {
      const bareMap = entries(type);
      const known = new Set(["exactly", "count", "all", "any", "not"]);
      return pick([inWords, bareMap], (input) => isRecord(input) && Object.keys(input).some((key) => known.has(key)) ? inWords : bareMap);
    }
    default: {
      const bare = v.pipe(scalars[type as ScalarType], v.transform((value: Scalar) => equal(value)));
      return pick([bare, inWords], (input) => isRecord(input) ? inWords : bare);
    }
  }
}

interface Written {
  equals?: Scalar;
  contains?: Scalar | Matcher;
  matches?: string;
  startsWith?: string;
  oneOf?: readonly Scalar[];
  min?: number;
  max?: number;
  count?: Matcher;
  exactly?: readonly Matcher[] | Matcher;
  absent?: boolean;
  all?: readonly Matcher[];
  any?: readonly Matcher[];
  not?: Matcher;
}

function fromWords(written: Written): Matcher {
  const parts: Matcher[] = [];
  if (written.equals !== undefined) parts.push(equal(written.equals));
  if (written.contains !== undefined) {
    parts.push({ is: "contains", part: typeof written.contains === "object" ? written.contains : equal(written.contains) });
  }
  if (written.matches !== undefined) parts.push({ is: "matches", pattern: written.matches });
  if (written.startsWith !== undefined) parts.push({ is: "startsWith", prefix: written.startsWith });
  if (written.oneOf !== undefined) parts.push({ is: "oneOf", values: written.oneOf });
  if (written.min !== undefined || written.max !== undefined) {
    parts.push({
      is: "range",
      ...(written.min === undefined ? {} : { min: written.min }),
      ...(written.max === undefined ? {} : { max: written.max }),
    });
  }
  if (written.count !== undefined) parts.push({ is: "count", of: written.count });
  if (written.exactly !== undefined) parts.push(exactly(written.exactly));
  if (written.absent !== undefined) parts.push({ is: "absent", absent: written.absent });
  if (written.all !== undefined) parts.push({ is: "all", of: written.all });
  if (written.any !== undefined) parts.push({ is: "any", of: written.any });
  if (written.not !== undefined) parts.push({ is: "not", of: written.not });
  const [only] = parts;
  return parts.length === 1 && only ? only : { is: "all", of: parts };
}

/** A set of items, or a mapping with these keys and no others. */
function exactly(written: readonly Matcher[] | Matcher): Matcher {
  if (Array.isArray(written)) return { is: "exactly", items: written };
  const fields = written as Matcher & { is: "fields" };
  return { is: "all", of: [fields, { is: "count", of: equal(Object.keys(fields.fields).length) }] };
}

export type FrozenMatcher = Frozen<Matcher>;
