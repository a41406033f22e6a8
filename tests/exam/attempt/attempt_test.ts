/** Tests of what follows from a journal. */

import assert from "node:assert/strict";
import { attemptOf } from "../../../lib/exam/attempt/attempt.ts";
import { beginning, begunStep, someSigner, type Timed, written } from "../sample_journal.ts";

const signer = someSigner();

function attempt(...steps: readonly Timed[]) {
  const made = attemptOf(written(signer, [begunStep(signer), ...steps]).entries);
  assert.ok(made);
  return made;
}

Deno.test("the last answer counts, and one that was taken away does not", () => {
  const { answers } = attempt(
    { kind: "answered", question: "a", raw: "x" },
    { kind: "answered", question: "b", raw: true },
    { kind: "answered", question: "a", raw: "y" },
    { kind: "cleared", question: "b" },
  );
  assert.deepEqual([...answers], [["a", "y"]]);
});

Deno.test("flags, the most hints of a question, where the student is and how it ended", () => {
  const made = attempt(
    { kind: "shown", question: "a" },
    { kind: "flagged", question: "a", on: true },
    { kind: "flagged", question: "b", on: true },
    { kind: "flagged", question: "a", on: false },
    { kind: "hinted", question: "a", tier: 1 },
    { kind: "hinted", question: "a", tier: 2 },
    { kind: "shown", question: "b" },
    { kind: "finished", by: "time" },
  );
  assert.deepEqual([...made.flags], ["b"]);
  assert.deepEqual([...made.hints], [["a", 2]]);
  assert.equal(made.where, "b");
  assert.equal(made.finished, "time");
});

Deno.test("seconds on a question add up over visits, and count nothing while the program is closed", () => {
  const { seconds, used, reopened, gaps } = attempt(
    { kind: "shown", question: "a", at: 1000 },
    { kind: "shown", question: "b", at: 11_000 },
    { kind: "shown", question: "a", at: 16_000 },
    { kind: "alive", at: 46_000 },
    { kind: "reopened", at: 646_000, up: 200 },
    { kind: "finished", by: "student", at: 650_000, up: 4200 },
  );
  assert.deepEqual([...seconds], [["a", 10 + 30 + 4], ["b", 5]]);
  assert.equal(used, 650_000);
  assert.equal(reopened, 1);
  assert.deepEqual(gaps, [{ from: beginning + 46_000, to: beginning + 646_000, why: "closed" }]);
});

Deno.test("a machine that slept is a gap, and no time on the question", () => {
  const { gaps, seconds, clockBack } = attempt(
    { kind: "shown", question: "a", at: 1000, up: 1000 },
    { kind: "alive", at: 3_600_000, up: 31_000 },
  );
  assert.deepEqual(gaps, [{ from: beginning + 1000, to: beginning + 3_600_000, why: "asleep" }]);
  assert.equal(seconds.get("a"), 30);
  assert.deepEqual(clockBack, []);
});

Deno.test("a clock that is set back shows, while the program runs and while it is closed", () => {
  const { clockBack } = attempt(
    { kind: "alive", at: 30_000, up: 30_000 },
    { kind: "alive", at: 0, up: 60_000 },
    { kind: "reopened", at: -600_000, up: 100 },
  );
  assert.deepEqual(clockBack, [{ at: beginning, ms: 60_000 }, { at: beginning - 600_000, ms: 600_000 }]);
});

Deno.test("a clock that is set right by a second is no news", () => {
  assert.deepEqual(attempt({ kind: "alive", at: 29_000, up: 30_000 }).clockBack, []);
});

Deno.test("what does not begin is no attempt", () => {
  assert.equal(attemptOf([]), undefined);
  assert.equal(attemptOf(written(signer, [{ kind: "alive" }]).entries), undefined);
});
