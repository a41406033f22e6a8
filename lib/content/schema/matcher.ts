/** What a check expects of one field: a bare value, or words such as `contains`, `matches`, `min`, `absent`. */

import * as v from "valibot";
import { duration, some } from "./basics.ts";
import { closed } from "./closed.ts";
import type { FieldType } from "./field.ts";
import { isRecord } from "../is_record.ts";
import { pick } from "./pick.ts";
import { because } from "./refusal.ts";
import { pattern, port, scalars, wordAsText } from "./scalar.ts";
import { isVocabulary, vocabularies, type Vocabulary } from "./vocabulary.ts";

export type Scalar = string | number | boolean;

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

export type MatcherSchema = v.GenericSchema<unknown, Matcher>;

/**
 * Some texts are read more strictly than their field type says; `healths` is a map to words of `health`; `names` is a list
 * that can only be asked about by name, because nothing but what is named is looked at.
 */
export type MatcherType = FieldType | Vocabulary | "restart" | "mode" | "owner" | "healths" | "names";

const built = new Map<MatcherType, MatcherSchema>();

/** The schema of what a check may expect of a field of this type; the same one whenever asked. */
export function matcherFor(type: MatcherType): MatcherSchema {
  const known = built.get(type);
  if (known) return known;
  const schema = withBare(type, inWords(type));
  built.set(type, schema);
  return schema;
}

const later = (type: MatcherType): MatcherSchema => v.lazy(() => matcherFor(type));

/** The words that a field of each type understands. */
function words(type: MatcherType, self: MatcherSchema): Record<string, v.GenericSchema> {
  const nested = { all: some(self), any: some(self), not: self, absent: v.boolean() };
  if (isVocabulary(type)) {
    const word = v.picklist(vocabularies[type]);
    return { equals: word, oneOf: some(word), ...nested };
  }
  switch (type) {
    case "text":
    case "restart":
    case "mode":
    case "owner":
    case "image": {
      const part = scalars.text;
      const { [type]: whole } = scalars;
      return { equals: whole, contains: part, matches: pattern, startsWith: part, oneOf: some(whole), ...nested };
    }
    case "whole":
    case "decimal":
    case "bytes": {
      const { [type]: amount } = scalars;
      return { equals: amount, oneOf: some(amount), min: amount, max: amount, ...nested };
    }
    case "flag":
      return { equals: scalars.flag, ...nested };
    case "list":
    case "mounts":
      return { contains: itemOf(type), exactly: v.array(itemOf(type)), count: later("whole"), ...nested };
    case "names":
      return { contains: scalars.text, all: some(self), any: some(self), not: self };
    case "duration":
      return { equals: duration, min: duration, max: duration, ...nested };
    case "map":
    case "ports":
    case "counts":
    case "healths":
    case "lists":
      return { exactly: entries(type), count: later("whole"), all: some(self), any: some(self), not: self };
    case "raw":
      return {
        equals: scalars.raw,
        contains: scalars.raw,
        matches: pattern,
        startsWith: scalars.text,
        oneOf: some(scalars.raw),
        min: scalars.amount,
        max: scalars.amount,
        exactly: v.array(v.pipe(scalars.raw, v.transform((value: Scalar) => equal(value)))),
        count: later("whole"),
        ...nested,
      };
  }
}

/** Several words in one mapping must all hold. */
function inWords(type: MatcherType): MatcherSchema {
  const known = Object.entries(words(type, later(type)));
  return v.pipe(
    closed(Object.fromEntries(known.map(([word, schema]) => [word, v.exactOptional(schema)]))),
    v.check((written) => Object.keys(written).length > 0, because("nothing")),
    v.transform((written) => fromWords(written as Written)),
  );
}

/** Adds the short way to write the most usual expectation. */
function withBare(type: MatcherType, worded: MatcherSchema): MatcherSchema {
  if (isVocabulary(type)) return orBare(v.picklist(vocabularies[type]), worded);
  switch (type) {
    case "names":
    case "list":
    case "mounts": {
      const bareList = v.pipe(some(itemOf(type)), v.transform((items): Matcher => ({ is: "includes", items })));
      return pick([bareList, worded], (input) => isRecord(input) ? worded : bareList);
    }
    case "map":
    case "ports":
    case "counts":
    case "healths":
    case "lists": {
      const bareMap = entries(type);
      const known = new Set(["exactly", "count", "all", "any", "not"]);
      const isWorded = (input: unknown) => isRecord(input) && Object.keys(input).some((key) => known.has(key));
      return pick([bareMap, worded], (input) => isWorded(input) ? worded : bareMap);
    }
    case "duration":
      return orBare(duration, worded);
    default:
      return orBare(scalars[type], worded);
  }
}

function orBare(scalar: v.GenericSchema<unknown, Scalar>, worded: MatcherSchema): MatcherSchema {
  const bare = v.pipe(scalar, v.transform((value: Scalar) => equal(value)));
  return pick([bare, worded], (input) => isRecord(input) ? worded : bare);
}

/** An item of a list field: text for `list`, a mapping for `mounts`. */
function itemOf(type: "list" | "mounts" | "names"): MatcherSchema {
  if (type === "names") return name;
  return type === "list" ? later("text") : mount;
}

const name: MatcherSchema = v.pipe(scalars.text, v.transform((value) => equal(value)));

const mount: MatcherSchema = v.pipe(
  closed({
    type: v.exactOptional(later("text")),
    /** A volume's name, or a path; `./…` is inside the lab's workspace. */
    source: v.exactOptional(later("text")),
    target: v.exactOptional(later("text")),
    readonly: v.exactOptional(later("flag")),
  }),
  v.check((fields) => Object.keys(fields).length > 0, because("nothing")),
  v.transform(asFields),
);

/** The keys and values of a map field: `80/tcp: 8080`, `MODE: produccion`. */
function entries(type: "map" | "ports" | "counts" | "lists" | "healths"): MatcherSchema {
  const values = {
    map: mapValue,
    ports: portValue,
    counts: later("whole"),
    lists: later("list"),
    healths: later("health"),
  };
  const written: v.GenericSchema<unknown, Record<string, Matcher>> = v.record(
    type === "ports" ? portKey : v.string(),
    values[type],
  );
  return v.pipe(
    written,
    v.check((map) => Object.keys(map).length > 0, because("nothing")),
    v.transform((map) => asFields(map)),
  );
}

const bareWord = v.pipe(wordAsText, v.transform((word) => equal(word)));
const wordInWords = later("text");
const mapValue = pick([bareWord, wordInWords], (input) => isRecord(input) ? wordInWords : bareWord);

const portKey = v.pipe(v.string(), v.regex(/^\d{1,5}\/(?:tcp|udp|sctp)$/, because("portKey")));
const hostPort = v.pipe(port, v.transform((wanted) => anyBinding({ port: equal(wanted) })));
const hostBinding = v.pipe(
  closed({ port: v.exactOptional(port), address: v.exactOptional(later("text")) }),
  v.check((wanted) => Object.keys(wanted).length > 0, because("nothing")),
  v.transform(({ port, address }) =>
    anyBinding({ ...(port === undefined ? {} : { port: equal(port) }), ...(address === undefined ? {} : { address }) })
  ),
);
const notPublished = v.pipe(
  closed({ absent: v.literal(true) }),
  v.transform((): Matcher => ({ is: "absent", absent: true })),
);
const portValue = pick(
  [hostPort, hostBinding, notPublished],
  (input) => !isRecord(input) ? hostPort : "absent" in input ? notPublished : hostBinding,
);

function equal(value: Scalar): Matcher {
  return { is: "equal", value };
}

function asFields(fields: Readonly<Record<string, Matcher | undefined>>): Matcher {
  const written = Object.entries(fields).flatMap(([key, matcher]) => matcher ? [[key, matcher] as const] : []);
  return { is: "fields", fields: Object.fromEntries(written) };
}

function anyBinding(fields: Readonly<Record<string, Matcher>>): Matcher {
  return { is: "includes", items: [{ is: "fields", fields }] };
}

interface Written {
  readonly equals?: Scalar;
  /** A part of a text, or a matcher for an item of a list. */
  readonly contains?: Scalar | Matcher;
  readonly matches?: string;
  readonly startsWith?: string;
  readonly oneOf?: readonly Scalar[];
  readonly min?: number;
  readonly max?: number;
  readonly count?: Matcher;
  readonly exactly?: readonly Matcher[] | Matcher;
  readonly absent?: boolean;
  readonly all?: readonly Matcher[];
  readonly any?: readonly Matcher[];
  readonly not?: Matcher;
}

function fromWords(written: Written): Matcher {
  const { equals, contains, matches, startsWith, oneOf, min, max } = written;
  const parts: Matcher[] = [];
  if (equals !== undefined) parts.push(equal(equals));
  if (contains !== undefined) {
    parts.push({ is: "contains", part: typeof contains === "object" ? contains : equal(contains) });
  }
  if (matches !== undefined) parts.push({ is: "matches", pattern: matches });
  if (startsWith !== undefined) parts.push({ is: "startsWith", prefix: startsWith });
  if (oneOf !== undefined) parts.push({ is: "oneOf", values: oneOf });
  if (min !== undefined || max !== undefined) {
    parts.push({ is: "range", ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
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
  if (!("is" in written)) return { is: "exactly", items: written };
  const size = written.is === "fields" ? Object.keys(written.fields).length : 0;
  return { is: "all", of: [written, { is: "count", of: equal(size) }] };
}
