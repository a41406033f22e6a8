/** What another machine exported is taken line by line, and only what every reader of events can rely on. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { emptyInventory } from "../../lib/lab/inventory.ts";
import type { Answer } from "../../lib/quiz/answer.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import {
  decodeEvent,
  decodeHeader,
  encodeEvent,
  encodeHeader,
  type Exported,
  type Line,
} from "../../lib/study/exported.ts";
import { recordOf } from "../../lib/study/record.ts";
import { asStored } from "./as_stored.ts";

const place = { path: "progreso.jsonl", line: 7 };
const header = { program: "0.1.0", store: "x", exported: "2026-11-21T10:00:00Z", events: 3 };

const quiz = { quiz: "redes", attempt: "a" };
const lab = { lab: "muelle", attempt: "b" };
const graded = { status: "partial", fraction: 0.5 } as const;
const circumstances = { confidence: "guess", took: 1200, hints: 1, meaning: "k:1f" } as const;

const choice: Answer = { kind: "choice", choice: "host" };
const cloze: StudyEvent = {
  kind: "quiz-answered",
  ...{ ...quiz, question: "q", answer: { kind: "cloze", blanks: { a: "cliente" } }, ...graded },
};
const answered: StudyEvent = { kind: "quiz-answered", ...quiz, question: "q", answer: choice, ...graded };
const finished: StudyEvent = { kind: "quiz-finished", ...quiz, score: 1.5, max: 3 };

const answers: readonly Answer[] = [
  choice,
  { kind: "multiple", choices: ["a", "b"] },
  { kind: "truefalse", value: false },
  { kind: "text", typed: "dockerd \u001b[2J «ñ» \u2028" },
  { kind: "number", typed: "3,5" },
  { kind: "order", items: ["a", "b"] },
  { kind: "match", pairs: JSON.parse('{"ps":"lista","constructor":"x","__proto__":"y"}') },
  { kind: "cloze", blanks: { a: "cliente", b: "" } },
  { kind: "command", typed: "docker ps -a" },
];

const before = {
  ...emptyInventory,
  containers: [{
    ...{ id: "1", name: "web", image: "nginx", labels: { "com.docker.x": "\u0000" }, createdAt: "2026" },
    ...{ ports: [8080], volumes: ["v"], networks: ["n"], imageId: "sha256:1" },
  }],
  networks: [{ id: "n", name: "red", labels: {}, subnets: ["10.0.0.0/8"] }],
  swarm: "active",
  services: [{ id: "s", name: "s", labels: {}, createdAt: "" }],
};

/** At least one of each kind, with all that it may hold. */
const events: readonly StudyEvent[] = [
  { kind: "quiz-started", ...quiz, options: { seed: 7, count: 3, kind: "cloze", concept: "c", questions: ["q"] } },
  ...answers.map((answer): StudyEvent => ({
    kind: "quiz-answered",
    ...{ ...quiz, question: "q", answer, ...graded, ...circumstances },
  })),
  { kind: "quiz-skipped", ...quiz, question: "q" },
  { kind: "quiz-hint", ...quiz, question: "q", tier: 2 },
  finished,
  {
    kind: "lab-prepared",
    ...lab,
    before,
    engine: { context: "default", host: "unix:///x", id: "e" },
    claim: { lab: "muelle", containers: [], volumes: [], networks: [], images: [], ports: [80] },
    folder: "/labs/muelle",
  },
  { kind: "lab-renamed", lab: "muelle", attempt: "", renamed: { object: "container", from: "web", to: "web-1" } },
  { kind: "lab-trusted", lab: "muelle", attempt: "", hash: "ab" },
  { kind: "lab-task-reset", ...lab, tasks: ["t"] },
  { kind: "lab-set-up", ...lab },
  { kind: "lab-task-passed", ...lab, task: "t" },
  { kind: "lab-hint", ...lab, task: "t", tier: 1, cost: 0.5 },
  { kind: "lab-given-up", ...lab, task: "t" },
  { kind: "lab-question-answered", ...lab, task: "t", question: "q", answer: choice, ...graded },
  { kind: "lab-command", ...lab, argv: ["docker", "ps"], code: 0, from: 1, to: 2 },
  { kind: "lab-cleaned", ...lab },
  { kind: "lab-task-missed", ...lab, task: "t", checks: [0, 2] },
  {
    kind: "review-answered",
    ...{ item: "quiz/redes/q", attempt: "c", answer: choice, ...graded, ...circumstances },
    ...{ rating: "hard", cram: true },
  },
  { kind: "review-rated", item: "quiz/redes/q", attempt: "c", rating: "easy" },
  { kind: "question-flagged", item: "quiz/redes/q", attempt: "c", note: "¿Qué?\nNo se entiende", instead: "¿Eh?" },
  { kind: "question-unflagged", item: "quiz/redes/q", attempt: "c", note: "¿Qué?" },
  {
    kind: "study-settings",
    attempt: "c",
    settings: { retention: 0.8, newPerDay: 5, dayStart: 3 },
    algorithm: "FSRS-6",
  },
];

const exported = (event: StudyEvent, index = 0): Exported => ({
  ...{ uid: `uid-${index}`, turn: 2000 + index, at: 1000, zone: -90, event },
});

function value<Value>(line: Line<Value>): Value {
  assert.ok(line.kind === "read", JSON.stringify(line));
  return line.value;
}

/** `line:column  path  what` of each problem. */
function said(line: Line<unknown>): readonly string[] {
  assert.ok(line.kind === "bad", "it was taken");
  return line.problems.map(({ path, line, column, at, what }) => `${path}:${line}:${column} ${at} ${what.en}`);
}

/** A sound line with something else in the place of a piece of it. */
function changed(event: StudyEvent, piece: string, other: string): Line<Exported> {
  const text = encodeEvent(exported(event));
  assert.ok(text.includes(piece), text);
  return decodeEvent(text.replace(piece, other), place);
}

Deno.test("every kind of event, with all that it can hold, is read as it was written", () => {
  for (const [index, event] of events.entries()) {
    const line = encodeEvent(exported(event, index));
    assert.equal(line.indexOf("\n"), line.length - 1);
    assert.equal(encodeEvent(value(decodeEvent(line, place))), line);
  }
  assert.deepEqual(value(decodeHeader(encodeHeader(header), place)), {
    ...{ format: 1, what: "grumete-progress" },
    ...header,
  });
});

Deno.test("what a newer grumete wrote is kept as it is, and nothing that reads events stumbles over it", () => {
  const unknown = { kind: "quiz-dreamt", quiz: "redes", attempt: "a", dream: { deep: [1, null] } } as never;
  const more = { ...events[0], mood: "good" } as never;
  for (const event of [unknown, more]) {
    const line = encodeEvent(exported(event));
    assert.equal(encodeEvent(value(decodeEvent(line, place))), line);
  }
  const about = [unknown, { kind: "lab-dreamt", lab: "muelle", attempt: "b" }, { kind: "dreamt", attempt: "a" }];
  const with_ = recordOf(asStored([...events, ...about as never[]]));
  assert.equal(with_.quizzes.get("redes")?.attempt, "a");
  assert.deepEqual([...with_.cards.keys()], [...recordOf(asStored(events)).cards.keys()]);
});

Deno.test("a newer format is refused with a sentence", () => {
  const line = decodeHeader(encodeHeader(header).replace('"format":1', '"format":2'), { path: "p", line: 1 });
  assert.deepEqual(said(line), ["p:1:11 format Cannot read format 2: this program knows up to 1"]);
});

Deno.test("what is no progress file is refused as a whole", () => {
  for (const text of ["", "hello", "[]", "null", '{"format":1}', "{", encodeEvent(exported(answered))]) {
    assert.deepEqual(said(decodeHeader(text, { path: "p", line: 1 })), [
      "p:1:1  Cannot import this: it is not a progress file of grumete",
    ]);
  }
});

Deno.test("a line that is wrong says where and why", async (t) => {
  const all = {
    "no JSON": decodeEvent('{"uid": "a", "turn": }oops', place),
    "not an object": decodeEvent("7", place),
    "a word for a number": changed(answered, '"fraction":0.5', '"fraction":"half"'),
    "more than all points": changed(answered, '"fraction":0.5', '"fraction":1.5'),
    "infinite points": changed(finished, '"score":1.5', '"score":1e999'),
    "NaN": changed(answered, '"fraction":0.5', '"fraction":NaN'),
    "no such status": changed(answered, '"status":"partial"', '"status":"great"'),
    "no such kind of answer": changed(answered, '"kind":"choice"', '"kind":"choise"'),
    "a number in a gap": changed(cloze, '"cliente"', "[1]"),
    "no question": changed(answered, '"question":"q",', ""),
    "a time after the calendar": changed(answered, '"at":1000', '"at":9e15'),
    "half a millisecond": changed(answered, '"at":1000', '"at":1000.5'),
    "a turn before its time": changed(answered, '"turn":2000', '"turn":999'),
    "a name that steers the terminal": changed(answered, '"quiz":"redes"', '"quiz":"\\u001b[2Jredes"'),
    "a uid with a space": changed(answered, '"uid-0"', '"uid 0"'),
    "an inventory that is a word": decodeEvent(
      encodeEvent(exported({ kind: "lab-prepared", ...lab, before: "all" as never })),
      place,
    ),
    "no event": changed(answered, JSON.stringify(answered), "null"),
  };
  const told = Object.entries(all).map(([what, line]) => `${what}: ${said(line).join(" | ")}`);
  await t.assertSnapshot(told);
});

Deno.test("a hostile key changes nothing but the event that holds it", () => {
  const text = encodeEvent(exported(answered)).replace('"event":{', '"event":{"__proto__":{"evil":true},');
  const { event } = value(decodeEvent(text, place));
  assert.equal(({} as Record<string, unknown>)["evil"], undefined);
  const copy = { ...event } as Record<string, unknown>;
  assert.equal(copy["evil"], undefined);
  assert.ok(Object.hasOwn(copy, "__proto__"));
});

Deno.test("no text makes the reader throw, and what it takes it writes again in the same way", () => {
  const lines = events.map((event, index) => encodeEvent(exported(event, index)).trimEnd());
  const broken = fc.tuple(fc.constantFrom(...lines), fc.nat(), fc.nat(12), fc.string()).map(
    ([line, at, length, by]) => {
      const from = at % line.length;
      return line.slice(0, from) + by + line.slice(from + length);
    },
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
      const line = decodeEvent(text, place);
      if (line.kind === "bad") return line.problems.length > 0 && line.problems.every(({ line }) => line === 7);
      // As text: what was written as -0 is 0 for everybody but JavaScript.
      const written = encodeEvent(line.value);
      assert.equal(encodeEvent(value(decodeEvent(written.trimEnd(), place))), written);
      return true;
    }),
    { numRuns: 2000 },
  );
});
