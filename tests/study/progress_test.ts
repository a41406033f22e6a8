/** Progress is nothing but a fold over the events. */

import assert from "node:assert/strict";
import type { Inventory } from "../../lib/lab/inventory.ts";
import { leftovers } from "../../lib/lab/ledger.ts";
import { removalOrder } from "../../lib/lab/removal_order.ts";
import type { SessionOptions } from "../../lib/quiz/session.ts";
import type { Stored, StudyEvent } from "../../lib/study/events.ts";
import { halfDone, progressOf } from "../../lib/study/progress.ts";
import { asStored } from "./as_stored.ts";
import { lab as labOf, objectCheck, task } from "../lab/samples.ts";

const nothing = { containers: [], volumes: [], networks: [], images: [] };
const stored = (events: readonly StudyEvent[]): readonly Stored[] => asStored(events);

const started = (attempt: string, options: SessionOptions = { seed: 7 }): StudyEvent => ({
  kind: "quiz-started",
  quiz: "redes",
  attempt,
  options,
});
const answered = (attempt: string, question: string): StudyEvent => ({
  kind: "quiz-answered",
  quiz: "redes",
  attempt,
  question,
  answer: { kind: "truefalse", value: true },
  status: "correct",
  fraction: 1,
});

Deno.test("an attempt that was interrupted knows its order and its answers", () => {
  const hint: StudyEvent = { kind: "quiz-hint", quiz: "redes", attempt: "x", question: "a", tier: 1 };
  const quiz = progressOf(stored([started("x"), hint, answered("x", "a")])).quizzes.get("redes");
  assert.equal(quiz?.finished, false);
  assert.deepEqual(quiz?.options, { seed: 7 });
  assert.deepEqual([...quiz?.answers.keys() ?? []], ["a"]);
  assert.equal(quiz?.hints.get("a"), 1);
});

Deno.test("a question that was skipped and answered later is not skipped any more", () => {
  const skip: StudyEvent = { kind: "quiz-skipped", quiz: "redes", attempt: "x", question: "a" };
  const quiz = progressOf(stored([started("x"), skip, answered("x", "a")])).quizzes.get("redes");
  assert.deepEqual([...quiz?.skipped ?? []], []);
});

Deno.test("a new attempt starts empty but keeps the best result", () => {
  const finished: StudyEvent = { kind: "quiz-finished", quiz: "redes", attempt: "x", score: 3, max: 4 };
  const quiz = progressOf(stored([started("x"), finished, started("y")])).quizzes.get("redes");
  assert.equal(quiz?.best, 0.75);
  assert.equal(quiz?.finished, false);
  assert.equal(quiz?.attempt, "y");
});

Deno.test("a good result in a part of the quiz is not the best result of the whole", () => {
  const finished: StudyEvent = { kind: "quiz-finished", quiz: "redes", attempt: "x", score: 1, max: 1 };
  const quiz = progressOf(stored([started("x", { seed: 7, questions: ["a"] }), finished])).quizzes.get("redes");
  assert.equal(quiz?.finished, true);
  assert.equal(quiz?.best, undefined);
});

Deno.test("an event of another attempt does not change the one that is going on", () => {
  const quiz = progressOf(stored([started("x"), answered("other", "a")])).quizzes.get("redes");
  assert.equal(quiz?.answers.size, 0);
});

Deno.test("a task that was passed stays passed at its first time, until the lab is prepared again", () => {
  const prepared = (attempt: string): StudyEvent => ({ kind: "lab-prepared", lab: "uno", attempt, before: nothing });
  const passed: StudyEvent = { kind: "lab-task-passed", lab: "uno", attempt: "x", task: "run" };
  const events = [prepared("x"), passed, passed];
  assert.deepEqual([...progressOf(stored(events)).labs.get("uno")?.passed ?? []], [["run", 2000]]);
  const cleaned: StudyEvent = { kind: "lab-cleaned", lab: "uno", attempt: "x" };
  assert.equal(progressOf(stored([...events, cleaned, prepared("y")])).labs.get("uno")?.passed.size, 0);
});

Deno.test("a run of a lab that the first version stored goes on, and is cleaned up by what it knew", () => {
  // As it stands on disk: neither engine, nor what the lab takes, nor what containers mount.
  const before = {
    containers: [{ id: "a", name: "mio", image: "busybox", labels: {}, createdAt: "2026-01-01T00:00:00Z" }],
    volumes: [{ name: "viejo", createdAt: "2026-01-01T00:00:00Z", labels: {} }],
    networks: [{ id: "n", name: "bridge", labels: {} }],
    images: [{ tag: "busybox:latest", id: "sha256:1" }],
  };
  const lines = [
    { kind: "lab-prepared", lab: "puerto", attempt: "x", before },
    { kind: "lab-set-up", lab: "puerto", attempt: "x" },
    { kind: "lab-task-passed", lab: "puerto", attempt: "x", task: "run" },
    { kind: "lab-hint", lab: "puerto", attempt: "x", task: "stop", tier: 1, cost: 0.5 },
    { kind: "lab-given-up", lab: "puerto", attempt: "x", task: "stop" },
  ].map((event) => JSON.stringify(event));
  const run = progressOf(stored(lines.map((line) => JSON.parse(line) as StudyEvent))).labs.get("puerto");
  assert.ok(run && !run.cleaned && run.setUp);
  assert.deepEqual([[...run.passed], [...run.givenUp], run.hints.get("stop")?.cost], [[["run", 3000]], ["stop"], 0.5]);
  assert.deepEqual([run.commands, [...run.resets], run.engine, run.claim], [[], [], undefined, undefined]);
  const lab = labOf([task("run", [objectCheck("container", "web", {})])]);
  const web = { ...before.containers[0], id: "b", name: "web", volumes: ["nuevo"], networks: ["bridge"] };
  const now = {
    ...before,
    containers: [...before.containers, web] as Inventory["containers"],
    volumes: [...before.volumes, { name: "nuevo", createdAt: "2026-01-02T00:00:00Z", labels: {} }],
    untagged: [{ id: "sha256:2", createdAt: "2026-01-02T00:00:00Z" }],
    swarm: "active",
    services: [{ id: "s", name: "web", labels: {}, createdAt: "2026-01-02T00:00:00Z" }],
  };
  const { remove, alsoNew } = leftovers(lab, run.before, now, { attempt: run.attempt, commands: run.commands });
  assert.deepEqual(removalOrder(remove).map(({ kind, name }) => [kind, name]), [["container", "web"]]);
  assert.deepEqual(removalOrder(alsoNew).map(({ kind, name }) => [kind, name]), [["volume", "nuevo"]]);
});

Deno.test("of two preparations at the same time the first is the attempt, until it is cleaned up", () => {
  const prepared = (attempt: string): StudyEvent => ({ kind: "lab-prepared", lab: "uno", attempt, before: nothing });
  const ready = (attempt: string): StudyEvent => ({ kind: "lab-set-up", lab: "uno", attempt });
  const lab = (...events: readonly StudyEvent[]) => progressOf(stored(events)).labs.get("uno");
  assert.equal(lab(prepared("x"), prepared("y"))?.attempt, "x");
  assert.equal(lab(prepared("x"), prepared("y"), ready("y"))?.setUp, false);
  assert.equal(lab(prepared("x"), prepared("y"), ready("x"))?.setUp, true);
});

const hint = (tier: number, cost: number): StudyEvent => ({
  ...{ kind: "lab-hint", lab: "uno", attempt: "x", task: "run" },
  ...{ tier, cost },
});
const begun: StudyEvent = { kind: "lab-prepared", lab: "uno", attempt: "x", before: nothing };
const labAfter = (...events: readonly StudyEvent[]) => progressOf(stored([begun, ...events])).labs.get("uno");

Deno.test("a hint tier is paid once", () => {
  const lab = labAfter(hint(1, 0.5), hint(1, 0.5), hint(2, 1));
  assert.deepEqual(lab?.hints.get("run"), { tiers: new Set([1, 2]), cost: 1.5, at: 4000 });
});

Deno.test("hints seen out of order are all remembered, in the order in which they were asked for", () => {
  const lab = labAfter(hint(3, 1), hint(1, 0.5), hint(3, 1));
  assert.deepEqual([...lab?.hints.get("run")?.tiers ?? []], [3, 1]);
  assert.equal(lab?.hints.get("run")?.cost, 1.5);
});

Deno.test("the time of the last hint and of the beginning are those of the store", () => {
  assert.equal(labAfter(hint(1, 0))?.begunAt, 1000);
  assert.equal(labAfter({ kind: "lab-set-up", lab: "uno", attempt: "x" })?.begunAt, 2000);
  assert.equal(labAfter(hint(1, 0), hint(2, 0))?.hints.get("run")?.at, 3000);
});

Deno.test("who looks at the solution of a task that is passed already gives nothing up", () => {
  const passed: StudyEvent = { kind: "lab-task-passed", lab: "uno", attempt: "x", task: "run" };
  const shown: StudyEvent = { kind: "lab-given-up", lab: "uno", attempt: "x", task: "run" };
  assert.deepEqual([...labAfter(passed, shown)?.givenUp ?? []], []);
  assert.deepEqual([...labAfter(shown, passed)?.givenUp ?? []], ["run"]);
});

Deno.test("a part of a quiz does not displace the whole that was left half done: it comes back after it", () => {
  const whole = [started("w"), answered("w", "a")];
  const part = [started("p", { seed: 8, concept: "puerto" }), answered("p", "b")];
  const during = progressOf(stored([...whole, ...part])).quizzes.get("redes");
  assert.equal(halfDone(during)?.attempt, "p", "the part is gone on with first");
  const end: StudyEvent = { kind: "quiz-finished", quiz: "redes", attempt: "p", score: 1, max: 1 };
  const after = progressOf(stored([...whole, ...part, end])).quizzes.get("redes");
  assert.equal(halfDone(after)?.attempt, "w");
  assert.deepEqual([...halfDone(after)?.answers.keys() ?? []], ["a"]);
  assert.equal(after?.best, undefined);
});

Deno.test("the whole that is gone on with takes its place again, with its answers and what is known of the quiz", () => {
  const finished = (attempt: string, score: number): StudyEvent => ({
    kind: "quiz-finished",
    quiz: "redes",
    attempt,
    score,
    max: 4,
  });
  const events = [
    ...[started("old"), finished("old", 2), started("w"), answered("w", "a")],
    ...[started("p", { seed: 8, questions: ["b"] }), finished("p", 4), answered("w", "c")],
  ];
  const half = progressOf(stored(events)).quizzes.get("redes");
  assert.deepEqual([half?.attempt, half?.best, [...half?.answers.keys() ?? []]], ["w", 0.5, ["a", "c"]]);
  const done = progressOf(stored([...events, finished("w", 3)])).quizzes.get("redes");
  assert.deepEqual([done?.finished, done?.best, halfDone(done)], [true, 0.75, undefined]);
});

Deno.test("a new attempt at the whole quiz, or a part after a part, puts nothing aside that was done with", () => {
  const part = (attempt: string) => [started(attempt, { seed: 8, concept: "puerto" }), answered(attempt, "b")];
  const anew = progressOf(stored([started("w"), answered("w", "a"), started("x")])).quizzes.get("redes");
  assert.equal(halfDone(anew), undefined);
  const twice = progressOf(stored([started("w"), answered("w", "a"), ...part("p"), ...part("q")])).quizzes.get("redes");
  assert.deepEqual([twice?.attempt, twice?.aside?.attempt, twice?.aside?.aside], ["q", "w", undefined]);
});
