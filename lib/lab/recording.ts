/** What a look brought back, as a document: with it a lab is judged again where there is no engine. */

import * as v from "valibot";
import type { EngineIdentity } from "./engine.ts";
import type { Fault } from "./fault.ts";
import { isFaultKind } from "./fault_text.ts";
import type { JudgeOptions } from "./judge.ts";
import { emptySnapshot, type Sighting, type Snapshot } from "./snapshot.ts";

/** All that a verdict and its reports are made of, but the lab itself. */
export interface Recording {
  readonly lab: string;
  /** SHA-256 of the text of the lab file, hex: tells whether the lab has changed since. */
  readonly content: string;
  /** The version that wrote it. */
  readonly grumete: string;
  /** Absent when the engine could not be asked who it is. */
  readonly engine?: EngineIdentity;
  /** How long the look took, for the formats that tell it. */
  readonly seconds: number;
  readonly options: JudgeOptions;
  readonly snapshot: Snapshot;
}

/** What is wrong with a document, and where: `snapshot.containers.web.kind`, empty for the whole. */
export type Decoding =
  | { readonly kind: "recording"; readonly recording: Recording }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "unfit"; readonly at: string };

const format = 1;

/**
 * Stored format 1, JSON: `{format, grumete, lab, content, engine, seconds, options, snapshot}`; maps are objects, sets lists.
 * Nothing that was seen is left out, neither variables nor labels that no check asks for: a lab that is corrected later may ask
 * for them, and what was left out would then be judged as not there.
 */
export function encodeRecording({ engine, options, snapshot, ...rest }: Recording): string {
  const document = {
    format,
    ...rest,
    engine: engine ?? null,
    options: plain(options),
    snapshot: plain(snapshot),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function plain(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      part instanceof Map ? Object.fromEntries(part) : part instanceof Set ? [...part] : part,
    ]),
  );
}

/** Takes nothing on trust but the facts themselves: which fields they have is the engine's affair, and grows. */
export function decodeRecording(text: string): Decoding {
  const document = parsed(text);
  const written = isObject(document) ? document["format"] : undefined;
  if (typeof written === "number" && written > format) return { kind: "newer", format: written };
  const read = v.safeParse(recording, document, { abortEarly: true });
  if (!read.success) return { kind: "unfit", at: read.issues[0].path?.map(({ key }) => key).join(".") ?? "" };
  const { format: _, engine, ...rest } = read.output;
  return { kind: "recording", recording: { ...rest, ...(engine === null ? {} : { engine }) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const object = v.custom<Readonly<Record<string, unknown>>>(isObject);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Schema<Value> = v.GenericSchema<unknown, Value>;

/** As `v.record`, but as a map, and with every key: `v.record` leaves out names such as `constructor`. */
function mapOf<Value>(schemaOf: (key: string) => Schema<Value>) {
  return v.pipe(
    object,
    v.rawTransform(({ dataset: { value: input }, addIssue, NEVER }): ReadonlyMap<string, Value> => {
      const map = new Map<string, Value>();
      for (const [key, value] of Object.entries(input)) {
        const read = v.safeParse(schemaOf(key), value, { abortEarly: true });
        if (!read.success) {
          const step = { type: "object", origin: "value", input, key, value } as const;
          addIssue({ message: "", path: [step, ...read.issues[0].path ?? []] });
          return NEVER;
        }
        map.set(key, read.output);
      }
      return map;
    }),
  );
}

const amount = v.pipe(v.number(), v.finite());
const amounts = mapOf(() => amount);
const words = v.pipe(v.array(v.string()), v.transform((list): ReadonlySet<string> => new Set(list)));

const fault = v.strictObject({
  kind: v.custom<Fault["kind"]>((kind) => typeof kind === "string" && isFaultKind(kind)),
  detail: v.string(),
});

function sightingOf(facts: Schema<unknown>): Schema<Sighting<unknown>> {
  return v.variant("kind", [
    v.strictObject({ kind: v.literal("found"), facts }),
    v.strictObject({ kind: v.literal("missing") }),
    v.strictObject({ kind: v.literal("unknown"), fault }),
  ]);
}

const sighting = sightingOf(object);
const list = v.array(v.unknown());
/** Most parts hold sightings, some what only serves to explain: words or lists. */
const part = v.lazy((input): Schema<unknown> => isObject(input) ? sighting : v.union([v.string(), list]));

const nothing = emptySnapshot(0);

/** What an older look did not ask for is empty. Which facts belong to which key is what the compiler cannot see here. */
const snapshot = v.pipe(
  mapOf((key): Schema<unknown> => {
    const empty: unknown = Object.hasOwn(nothing, key) ? nothing[key as keyof Snapshot] : undefined;
    if (empty instanceof Map) return mapOf(() => part);
    if (Array.isArray(empty)) return list;
    if (typeof empty === "number") return amount;
    return empty === undefined ? sighting : mapOf(() => list);
  }),
  v.check((parts) => parts.has("takenAt")),
  v.transform((parts): Snapshot => {
    const neighbours = {
      ...nothing.neighbours,
      ...Object.fromEntries(parts.get("neighbours") as Map<string, unknown> ?? []),
    };
    return { ...nothing, ...Object.fromEntries(parts), neighbours } as Snapshot;
  }),
);

const engine = v.strictObject({
  binary: v.string(),
  context: v.string(),
  host: v.string(),
  clientVersion: v.string(),
  version: v.string(),
  apiVersion: v.string(),
});

const recording = v.strictObject({
  format: v.literal(format),
  grumete: v.string(),
  lab: v.string(),
  content: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  engine: v.nullable(engine),
  seconds: amount,
  options: v.strictObject({
    passed: amounts,
    workspace: v.string(),
    only: v.exactOptional(v.string()),
    hintCosts: v.exactOptional(amounts),
    givenUp: v.exactOptional(words),
    since: v.exactOptional(amounts),
  }),
  snapshot,
});
