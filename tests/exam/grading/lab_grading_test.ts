/** Tasks of labs are judged where the teacher sits, from what was seen where the student sat. */

import assert from "node:assert/strict";
import type { Entry } from "../../../lib/exam/attempt/journal.ts";
import { gradeAttempt, type Key } from "../../../lib/exam/grading/grading.ts";
import { judgeEntries } from "../../../lib/exam/grading/lab_grading.ts";
import { encodeRecording } from "../../../lib/lab/recording.ts";
import type { Snapshot } from "../../../lib/lab/snapshot.ts";
import { blindSnapshot, container, eq, lab, objectCheck, snapshot, task, workspace } from "../../lab/samples.ts";
import { submissionOf } from "../sample_attempt.ts";
import type { Timed } from "../sample_journal.ts";

const running = objectCheck("container", "web", { state: eq("running") });
const secret = { ...objectCheck("container", "db", { state: eq("exited") }), hidden: true as const };
const two = lab([task("uno", [running], { points: 2 }), task("dos", [secret], { points: 3, needs: ["uno"] })]);

function looked(seen: Snapshot): Timed {
  const recording = encodeRecording({
    lab: two.id,
    content: "0".repeat(64),
    grumete: "0.1.0",
    seconds: 0.1,
    options: { passed: new Map(), workspace },
    snapshot: seen,
  });
  return { kind: "lab-looked", lab: two.id, recording };
}

const nothing = looked(snapshot({ missing: ["web", "db"] }));
const first = looked(snapshot({ containers: [container("web")], missing: ["db"] }));
const both = looked(snapshot({ containers: [container("web"), container("db", { state: "exited" })] }));
const onlySecond = looked(snapshot({ containers: [container("db", { state: "exited" })], missing: ["web"] }));
const blind = looked(blindSnapshot(["web", "db"]));

function entriesOf(...steps: readonly Timed[]): readonly Entry[] {
  const { taken } = submissionOf({ steps }).examined;
  assert.ok(taken);
  return taken.entries;
}

const ends = (...steps: readonly Timed[]) =>
  judgeEntries(two, entriesOf(...steps))?.tasks.map(({ status, score }) => `${status} ${score}`);

Deno.test("hidden checks are judged from the recording, and fail where it shows that they do not hold", () => {
  assert.deepEqual(ends(both), ["passed 2", "passed 3"]);
  assert.deepEqual(ends(first), ["passed 2", "failed 0"]);
  assert.deepEqual(ends(nothing), ["failed 0", "blocked 0"]);
});

Deno.test("what was passed in some look stays passed, although the world moved on", () => {
  assert.deepEqual(ends(first, onlySecond), ["passed 2", "passed 3"]);
  assert.deepEqual(ends(both, nothing), ["passed 2", "passed 3"]);
});

Deno.test("nonsense in the place of a recording is as if nobody had looked", () => {
  const nonsense: Timed = { kind: "lab-looked", lab: two.id, recording: "{}" };
  const hostile: Timed = {
    kind: "lab-looked",
    lab: two.id,
    recording: encodeRecording({
      lab: two.id,
      content: "0".repeat(64),
      grumete: "0.1.0",
      seconds: 0,
      options: { passed: new Map(), workspace },
      snapshot: snapshot({ containers: [{ ...container("web"), state: null as unknown as "running" }] }),
    }),
  };
  assert.equal(judgeEntries(two, entriesOf(nonsense)), undefined);
  assert.deepEqual(ends(nonsense, both), ["passed 2", "passed 3"]);
  assert.doesNotThrow(() => judgeEntries(two, entriesOf(hostile)));
});

Deno.test("a recording cannot claim that a task was passed before", () => {
  const claimed: Timed = {
    kind: "lab-looked",
    lab: two.id,
    recording: encodeRecording({
      lab: two.id,
      content: "0".repeat(64),
      grumete: "0.1.0",
      seconds: 0,
      options: { passed: new Map([["uno", 1], ["dos", 1]]), workspace },
      snapshot: snapshot({ missing: ["web", "db"] }),
    }),
  };
  assert.deepEqual(ends(claimed), ["failed 0", "blocked 0"]);
});

Deno.test("where nobody could look a regrade is owed: neither zero nor full marks", () => {
  const key: Key = { questions: new Map(), labs: [{ lab: two, tasks: two.tasks, questions: new Map() }], pass: 0.6 };
  const grades = (...steps: readonly Timed[]) => {
    const { examined } = submissionOf({ steps });
    assert.ok(examined.taken);
    const { score, max, owed, answers } = gradeAttempt({ ...examined, taken: examined.taken }, [], key);
    return { score, max, owed, ends: answers.map(({ status }) => status) };
  };
  assert.deepEqual(grades(), { score: 0, max: 0, owed: 5, ends: ["owed", "owed"] });
  assert.deepEqual(grades(blind), { score: 0, max: 0, owed: 5, ends: ["owed", "owed"] });
  assert.deepEqual(grades(first, blind), { score: 2, max: 2, owed: 3, ends: ["correct", "owed"] });
  assert.deepEqual(grades(first), { score: 2, max: 5, owed: 0, ends: ["correct", "incorrect"] });
  const { examined } = submissionOf({ steps: [first] });
  assert.ok(examined.taken);
  const [, dos] = gradeAttempt({ ...examined, taken: examined.taken }, [], key).answers;
  assert.equal(dos?.check?.subject, "db");
});
