/** What was seen can be written down and read back without losing anything, and nonsense is refused with its place. */

import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { EngineIdentity } from "../../lib/lab/engine.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { judgeLab, type JudgeOptions } from "../../lib/lab/judge.ts";
import { decodeRecording, encodeRecording, type Recording } from "../../lib/lab/recording.ts";
import { type ContainerFacts, emptySnapshot, type Sighting, type Snapshot } from "../../lib/lab/snapshot.ts";
import { faultKinds } from "../docker/fault_kinds.ts";
import {
  container,
  contains,
  eq,
  execCheck,
  httpCheck,
  lab,
  logsCheck,
  mounted,
  objectCheck,
  published,
  snapshot,
  takenAt,
  task,
  workspace,
} from "./samples.ts";
import { execKey, httpKey, logsKey } from "../../lib/lab/plan.ts";

const engine: EngineIdentity = {
  binary: "/usr/bin/docker",
  context: "default",
  host: "unix:///var/run/docker.sock",
  clientVersion: "28.2.2",
  version: "20.10.24",
  apiVersion: "1.41",
};

const simple: Recording = {
  lab: "puerto",
  content: "0".repeat(64),
  grumete: "0.1.0",
  engine,
  seconds: 0.125,
  options: { passed: new Map([["uno", takenAt]]), workspace },
  snapshot: snapshot({ containers: [container("web")], missing: ["db"] }),
};

function decoded(recording: Recording): Recording {
  const decoding = decodeRecording(encodeRecording(recording));
  if (decoding.kind !== "recording") throw new Error(JSON.stringify(decoding));
  return decoding.recording;
}

/** Names that are also those of what every object has. */
const name = fc.oneof(fc.string(), fc.constantFrom("web", "constructor", "__proto__", "toString", "hasOwnProperty"));
/** As `JSON.parse` makes it: there is no -0. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
const facts = fc.dictionary(name, json);
const fault = fc.record({ kind: fc.constantFrom(...faultKinds), detail: fc.string() });

function sighting<Facts>(facts: fc.Arbitrary<Facts>): fc.Arbitrary<Sighting<Facts>> {
  return fc.oneof(
    fc.record({ kind: fc.constant("found" as const), facts }),
    fc.constant({ kind: "missing" as const }),
    fc.record({ kind: fc.constant("unknown" as const), fault }),
  );
}

function mapOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ReadonlyMap<string, Value>> {
  return fc.array(fc.tuple(name, value), { maxLength: 4 }).map((entries) => new Map(entries));
}

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0);

/** Whatever parts a snapshot has: each as its empty self shows it. */
const parts = fc.record({
  ...Object.fromEntries(
    Object.entries(emptySnapshot(0)).map(([key, empty]: [string, unknown]) => {
      if (empty instanceof Map) return [key, mapOf(fc.oneof(sighting(facts), fc.string(), fc.array(json)))];
      return [key, Array.isArray(empty) ? fc.array(json) : number];
    }),
  ),
  neighbours: fc.record({
    containers: fc.array(facts),
    volumes: fc.array(fc.string()),
    networks: fc.array(fc.string()),
    images: fc.array(fc.string()),
  }),
});
const single = fc.record({ swarm: sighting(facts), history: sighting(facts) }, { requiredKeys: [] });
// The facts are any JSON: more than the types allow.
const anySnapshot = fc.tuple(parts, single).map((both) => Object.assign({}, ...both) as Snapshot);

/** Every option that the judge takes: one that is added and not written down does not compile here. */
const anyOptions: fc.Arbitrary<JudgeOptions> = fc.record(
  {
    passed: mapOf(number),
    workspace: fc.string(),
    only: fc.string(),
    hintCosts: mapOf(number),
    since: mapOf(number),
    givenUp: fc.array(name).map((ids): ReadonlySet<string> => new Set(ids)),
  } satisfies { readonly [Key in keyof Required<JudgeOptions>]: fc.Arbitrary<Required<JudgeOptions>[Key]> },
  {
    requiredKeys: ["passed", "workspace"],
  },
);

Deno.test("what was seen is read back as it was, every kind of sighting and every fault", () => {
  fc.assert(fc.property(anySnapshot, anyOptions, number, fc.boolean(), (snapshot, options, seconds, known) => {
    const { engine, ...rest } = simple;
    const recording: Recording = { ...rest, ...(known ? { engine } : {}), snapshot, options, seconds };
    deepEqual(decoded(recording), recording);
  }));
});

const checks = [
  objectCheck("container", "web", {
    state: eq("running"),
    image: eq("nginx:1.27"),
    env: { is: "fields", fields: { CLAVE: eq("a") } },
    ports: published({ "80/tcp": 8080 }),
    mounts: mounted({ type: "volume", source: "datos", target: "/data" }),
  }, { steady: 3 }),
  objectCheck("image", "nginx:1.27"),
  objectCheck("volume", "datos"),
  objectCheck("network", "red"),
];
const inside = execCheck("web", ["cat", "/x"], { stdout: contains("hola") });
const page = httpCheck("http://localhost:8080/", { status: eq(200) });
const lines = logsCheck("web", { output: contains("hola") });
const mixed = lab([
  task("uno", [checks[0] ?? inside]),
  ...[...checks, inside, page, lines].map((check, at) => task(`t${at}`, [check])),
]);

const containerFacts: fc.Arbitrary<ContainerFacts> = fc.record({
  id: fc.string(),
  name: fc.constantFrom("web", "wbe"),
  state: fc.constantFrom("running" as const, "exited" as const, "created" as const),
  exitCode: fc.nat(255),
  error: fc.string(),
  oomKilled: fc.boolean(),
  startedAt: fc.nat().map((ms) => takenAt - ms),
  restarts: fc.nat(3),
  image: fc.constantFrom("nginx:1.27", "nginx:1.25"),
  imageId: fc.constantFrom("sha256:aaa", "sha256:bbb"),
  env: fc.dictionary(fc.constantFrom("CLAVE", "CLAVES", "constructor"), fc.constantFrom("a", "b")),
  ports: fc.constantFrom({}, { "80/tcp": [{ port: 8080, address: "0.0.0.0" }] }, {
    "80/tcp": [{ port: 8081, address: "::" }],
  }),
  mounts: fc.constantFrom([], [{ type: "volume", source: "datos", target: "/data", readonly: false }]),
  networks: fc.array(fc.constantFrom("bridge", "red")),
}, { requiredKeys: ["id", "name"] });

const web = sighting(containerFacts);
const seen: fc.Arbitrary<Snapshot> = fc.record({
  containers: web.map((found) => new Map([["web", found]])),
  images: sighting(fc.record({ id: fc.constantFrom("sha256:aaa", "sha256:ccc") })).map((found) =>
    new Map([["nginx:1.27", found]])
  ),
  volumes: sighting(fc.record({ name: fc.constant("datos") })).map((found) => new Map([["datos", found]])),
  execs: sighting(fc.record({ exitCode: fc.nat(127), stdout: fc.constantFrom("hola\n", ""), stderr: fc.string() })).map(
    (found) => new Map([[execKey(inside), found]]),
  ),
  https: sighting(fc.oneof(
    fc.record({
      kind: fc.constant("answered" as const),
      status: fc.constantFrom(200, 404),
      body: fc.string(),
      headers: fc.constant({}),
    }),
    fc.record({ kind: fc.constantFrom("refused" as const, "reset" as const, "timeout" as const), detail: fc.string() }),
  )).map((found) => new Map([[httpKey(page), found]])),
  logs: sighting(
    fc.record({ stdout: fc.constant(""), stderr: fc.constant(""), output: fc.constantFrom("hola\n", "adiós\n") }),
  ).map(
    (found) => new Map([[logsKey(lines), found]]),
  ),
}).map((parts) => ({ ...snapshot(), ...parts }));

Deno.test("the verdict on what was read back is the same, whatever was seen", () => {
  fc.assert(fc.property(seen, fc.option(fc.constant("t2"), { nil: undefined }), (snapshot, only) => {
    const options: JudgeOptions = {
      ...simple.options,
      ...(only === undefined ? {} : { only }),
      hintCosts: new Map([["t2", 0.5]]),
    };
    const again = decoded({ ...simple, snapshot, options });
    deepEqual(judgeLab(mixed, again.snapshot, again.options, advise), judgeLab(mixed, snapshot, options, advise));
  }));
});

Deno.test("a part that a look did not have yet when the file was written is empty", () => {
  const document = JSON.parse(encodeRecording(simple));
  delete document.snapshot.tcps;
  delete document.snapshot.neighbours.images;
  const decoding = decodeRecording(JSON.stringify(document));
  deepEqual(decoding.kind === "recording" && decoding.recording, simple);
});

/** What is done to a good document, and the place that is named. */
const nonsense: readonly (readonly [string, (document: Readonly<Record<string, unknown>>) => unknown, string])[] = [
  ["not an object", () => [], "format"],
  ["no format", ({ format: _, ...rest }) => rest, "format"],
  ["a format that never was", (good) => ({ ...good, format: 0 }), "format"],
  ["no lab", ({ lab: _, ...rest }) => rest, "lab"],
  ["a key that nobody knows", (good) => ({ ...good, grade: 10 }), "grade"],
  ["a hash that is none", (good) => ({ ...good, content: "abc" }), "content"],
  ["an engine without a host", (good) => ({ ...good, engine: { context: "default" } }), "engine.binary"],
  ["time as text", (good) => ({ ...good, seconds: "0.1" }), "seconds"],
  [
    "a pass without a time",
    (good) => ({ ...good, options: { passed: { uno: true }, workspace } }),
    "options.passed.uno",
  ],
  ["no snapshot", ({ snapshot: _, ...rest }) => rest, "snapshot"],
  ["a list of containers", (good) => seenAs(good, { containers: [] }), "snapshot.containers"],
  ["a container that is a number", (good) => seenAs(good, { containers: { web: 5 } }), "snapshot.containers.web"],
  [
    "another kind of sighting",
    (good) => seenAs(good, { containers: { web: { kind: "seen" } } }),
    "snapshot.containers.web.kind",
  ],
  [
    "nothing found",
    (good) => seenAs(good, { containers: { web: { kind: "found" } } }),
    "snapshot.containers.web.facts",
  ],
  [
    "facts that are a text",
    (good) => seenAs(good, { images: { a: { kind: "found", facts: "x" } } }),
    "snapshot.images.a.facts",
  ],
  [
    "a fault that nobody knows",
    (good) => seenAs(good, { volumes: { a: { kind: "unknown", fault: { kind: "toString", detail: "" } } } }),
    "snapshot.volumes.a.fault.kind",
  ],
  ["a time that is a text", (good) => seenAs(good, { takenAt: "now" }), "snapshot.takenAt"],
  [
    "neighbours that are no list",
    (good) => seenAs(good, { neighbours: { containers: {} } }),
    "snapshot.neighbours.containers",
  ],
  ["a part of another program", (good) => seenAs(good, { grades: [1] }), "snapshot.grades.kind"],
];

function seenAs(good: Readonly<Record<string, unknown>>, part: Readonly<Record<string, unknown>>) {
  return { ...good, snapshot: { ...good["snapshot"] as object, ...part } };
}

for (const [what, spoil, place] of nonsense) {
  Deno.test(`what is read is no recording: ${what}`, () => {
    const document = spoil(JSON.parse(encodeRecording(simple)));
    deepEqual(decodeRecording(JSON.stringify(document)), { kind: "unfit", at: place });
  });
}

Deno.test("a file of a newer format says so, whatever else it holds", () => {
  deepEqual(decodeRecording('{"format": 2, "snapshot": []}'), { kind: "newer", format: 2 });
});

Deno.test("no text makes the reader throw, neither a cut one nor one with some other character", () => {
  const text = encodeRecording(simple);
  fc.assert(fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), fc.nat(5), (at, put, taken) => {
    const { kind } = decodeRecording(text.slice(0, at) + put + text.slice(at + taken));
    ok(["recording", "newer", "unfit"].includes(kind));
  }));
  equal(decodeRecording(text.slice(0, -5)).kind, "unfit");
  fc.assert(fc.property(fc.json(), (text) => equal(decodeRecording(text).kind === "recording", false)));
});
