/** Tests of what the judge makes of partial points, solutions that were seen, conditions of hints, and patience. */

import assert from "node:assert/strict";
import type { Check } from "../../lib/content/schema/check.ts";
import { hintChecks } from "../../lib/lab/graph.ts";
import { judgeLab, type JudgeOptions, nextLook, patienceOf, withoutPasses } from "../../lib/lab/judge.ts";
import { planOf } from "../../lib/lab/plan.ts";
import type { TaskVerdict } from "../../lib/lab/verdict.ts";
import { same } from "../../lib/content/text.ts";
import { blindSnapshot, container, eq, lab, objectCheck, type Seen, snapshot, task, workspace } from "./samples.ts";

const web = objectCheck("container", "web", { state: eq("running"), user: eq("ana"), workdir: eq("/app") });
const both = lab([
  task("uno", [web, objectCheck("volume", "datos")], { points: 2, partial: true }),
  task("dos", [objectCheck("network", "red")], { needs: ["uno"] }),
]);
const half: Seen = { containers: [container("web", { user: "ana" })], missing: ["datos", "red"] };
const options: JudgeOptions = { passed: new Map(), workspace };

function judged(seen: Seen = half, more: Partial<JudgeOptions> = {}, course = both): TaskVerdict {
  const [first] = judgeLab(course, snapshot(seen), { ...options, ...more }).tasks;
  assert.ok(first);
  return first;
}

Deno.test("what is right of a task already gives its part of the points, and the lab still is not passed", () => {
  const { status, score, part } = judged();
  assert.deepEqual([status, score, part], ["failed", 1, { right: 2, of: 4 }]);
  const verdict = judgeLab(both, snapshot(half), options);
  assert.deepEqual([verdict.status, verdict.score, verdict.max], ["failed", 1, 3]);
});

Deno.test("hints are paid from a part too, down to nothing", () => {
  assert.equal(judged(half, { hintCosts: new Map([["uno", 0.25]]) }).score, 0.75);
  assert.equal(judged(half, { hintCosts: new Map([["uno", 1.5]]) }).score, 0);
});

Deno.test("without the word of its author a part of a task gives nothing", () => {
  const strict = lab([task("uno", [web, objectCheck("volume", "datos")], { points: 2 })]);
  const { score, part } = judged(half, {}, strict);
  assert.deepEqual([score, part], [0, undefined]);
});

Deno.test("a part is not final while anything of it could not be looked at", () => {
  const verdict = judgeLab(both, { ...snapshot(half), volumes: blindSnapshot(["datos"]).volumes }, options);
  assert.deepEqual(verdict.tasks.map(({ status, score }) => [status, score]), [["unchecked", 0], ["blocked", 0]]);
  assert.equal(verdict.tasks[0]?.part, undefined);
});

Deno.test("a task whose solution was seen may pass, lets the lab go on, and gives no points", () => {
  const right: Seen = {
    containers: [container("web", { user: "ana", workdir: "/app" })],
    volumes: [{ name: "datos" }],
    missing: ["red"],
  };
  const { status, score, givenUp } = judged(right, { givenUp: new Set(["uno"]) });
  assert.deepEqual([status, score, givenUp], ["passed", 0, true]);
  const verdict = judgeLab(both, snapshot(right), { ...options, givenUp: new Set(["uno"]) });
  assert.deepEqual(verdict.tasks.map(({ status }) => status), ["passed", "failed"]);
  assert.equal(judged(half, { givenUp: new Set(["uno"]) }).score, 0);
  const before = judged(half, { givenUp: new Set(["uno"]), passed: new Map([["uno", 5]]) });
  assert.deepEqual([before.status, before.score, before.givenUp], ["passed", 0, true]);
});

Deno.test("of a lab that has not begun no part counts", () => {
  const verdict = withoutPasses(judgeLab(both, snapshot(half), options));
  assert.deepEqual([verdict.score, verdict.tasks[0]?.score, verdict.tasks[0]?.part], [0, 0, undefined]);
});

const hinted = lab([
  task("uno", [web], {
    hints: [
      { text: same("mira"), cost: 0 },
      { text: same("parado"), cost: 0, when: objectCheck("container", "web", { state: eq("exited") }) },
      { text: same("otro nombre"), cost: 0, when: objectCheck("container", "wbe") },
    ],
  }),
  task("dos", [objectCheck("network", "red")], {
    needs: ["uno"],
    hints: [{ text: same("falta"), cost: 0, when: objectCheck("network", "red", {}, { exists: false }) }],
  }),
]);

Deno.test("the conditions that hold now are named by the tiers of their hints", () => {
  assert.deepEqual(
    judged({ containers: [container("web", { state: "exited" })], missing: ["wbe", "red"] }, {}, hinted)
      .fitting,
    [2],
  );
  assert.deepEqual(judged({ containers: [container("wbe")], missing: ["web", "red"] }, {}, hinted).fitting, [3]);
  assert.equal(judged({ containers: [container("web")], missing: ["wbe", "red"] }, {}, hinted).fitting, undefined);
});

Deno.test("a condition that could not be looked at does not hold, and makes nothing unchecked", () => {
  const { status, fitting } = judged({ containers: [container("web")] }, {}, hinted);
  assert.deepEqual([status, fitting], ["failed", undefined]);
});

Deno.test("a task that is passed, or waits for another, offers no hint", () => {
  const right = { user: "ana", workdir: "/app" };
  const verdict = judgeLab(hinted, snapshot({ containers: [container("web", right)], missing: ["red"] }), options);
  assert.deepEqual(verdict.tasks.map(({ fitting }) => fitting), [undefined, [1]]);
  const waiting = judgeLab(hinted, snapshot({ missing: ["web", "wbe", "red"] }), options);
  assert.deepEqual(waiting.tasks.map(({ fitting }) => fitting), [undefined, undefined]);
});

Deno.test("what conditions speak of is looked at, but not of hints that were seen or tasks that are passed", () => {
  const names = (checks: readonly Check[]) => planOf(checks).objects;
  assert.deepEqual(names(hintChecks(hinted, new Map(), new Map())).container, ["web", "wbe"]);
  assert.deepEqual(names(hintChecks(hinted, new Map(), new Map())).network, ["red"]);
  const seen = new Map([["uno", { tiers: new Set([2]) }]]);
  assert.deepEqual(names(hintChecks(hinted, new Map(), seen)).container, ["wbe"]);
  assert.deepEqual(names(hintChecks(hinted, new Map([["uno", 1]]), new Map())).container, []);
});

Deno.test("a check that may take its time says for how long it is worth looking, until it is true", () => {
  const slow = lab([task("uno", [{ ...web, within: 10 }, objectCheck("volume", "datos")])]);
  const verdict = judgeLab(slow, snapshot(half), options);
  assert.equal(verdict.tasks[0]?.checks[0]?.patience, 10_000);
  assert.deepEqual([patienceOf(verdict), nextLook(verdict)], [10_000, 1000]);
  const done = judgeLab(slow, snapshot({ containers: [container("web", { user: "ana", workdir: "/app" })] }), options);
  assert.equal(done.tasks[0]?.checks[0]?.patience, undefined);
  assert.equal(patienceOf(done), 0);
  const blind = judgeLab(slow, blindSnapshot(["web", "datos"]), options);
  assert.deepEqual([patienceOf(blind), nextLook(blind)], [0, undefined]);
});

Deno.test("the next look at a steady check is not put off by its patience", () => {
  const check = { ...objectCheck("container", "web", { state: eq("running") }), steady: 3, within: 10 };
  const fresh = snapshot({ containers: [container("web", { startedAt: snapshot().takenAt - 2900 })] });
  assert.equal(nextLook(judgeLab(lab([task("uno", [check])]), fresh, options)), 100);
});
