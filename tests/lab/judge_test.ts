/** Tests of the judge of a whole lab: needs, points, what is kept, what is still worth looking at. */

import { subjectOf } from "../../lib/content/about_check.ts";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Task } from "../../lib/content/schema/lab.ts";
import { neverReady, openChecks, taskOrder, withNeeds } from "../../lib/lab/graph.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { judgeLab, type JudgeOptions, labStatus, nextLook, taskStatus, withoutPasses } from "../../lib/lab/judge.ts";
import { planOf } from "../../lib/lab/plan.ts";
import type { History, Snapshot } from "../../lib/lab/snapshot.ts";
import type { Status } from "../../lib/lab/verdict.ts";
import { checkOf } from "./check_of.ts";
import {
  blindSnapshot,
  container,
  contains,
  eq,
  execCheck,
  fields,
  lab,
  objectCheck,
  published,
  snapshot,
  takenAt,
  task,
  workspace,
} from "./samples.ts";

const volume = (name: string) => objectCheck("volume", name);
const chain = lab([
  task("third", [volume("c")], { needs: ["second"], points: 3 }),
  task("first", [volume("a")], { points: 1 }),
  task("second", [volume("b")], { needs: ["first"], points: 2 }),
]);
const seen = (...there: readonly string[]) =>
  snapshot({
    missing: ["a", "b", "c"].filter((name) => !there.includes(name)),
    volumes: there.map((name) => ({ name })),
  });
const judged = (look: Snapshot, options: Partial<JudgeOptions> = {}) =>
  judgeLab(chain, look, { passed: new Map(), workspace, ...options });
const statuses = (verdict: ReturnType<typeof judged>) =>
  Object.fromEntries(verdict.tasks.map(({ id, status }) => [id, status]));

Deno.test("tasks are told in the order of the lab and judged in the order of their needs", () => {
  const verdict = judged(seen("a", "b", "c"));
  assert.deepEqual(verdict.tasks.map(({ id }) => id), ["third", "first", "second"]);
  assert.equal(verdict.status, "passed");
  assert.equal(verdict.score, 6);
  assert.equal(verdict.max, 6);
});

Deno.test("a task whose needs are not passed is blocked, unjudged, and says what it waits for", () => {
  const verdict = judged(seen("b", "c"));
  assert.deepEqual(statuses(verdict), { first: "failed", second: "blocked", third: "blocked" });
  const second = verdict.tasks.find(({ id }) => id === "second");
  assert.deepEqual(second?.waitsFor, ["first"]);
  assert.deepEqual(second?.checks, []);
  assert.equal(verdict.status, "failed");
  assert.equal(verdict.score, 0);
});

Deno.test("a task passed before stays passed although the world has moved on", () => {
  const verdict = judged(seen("b"), { passed: new Map([["first", takenAt - 1000]]) });
  assert.deepEqual(statuses(verdict), { first: "passed", second: "passed", third: "failed" });
  assert.equal(verdict.tasks.find(({ id }) => id === "first")?.passedAt, takenAt - 1000);
  assert.equal(verdict.score, 3);
});

Deno.test("hints take points away, but never more than there are", () => {
  const hintCosts = new Map([["first", 0.3], ["second", 5]]);
  const verdict = judged(seen("a", "b"), { hintCosts });
  assert.equal(verdict.score, 0.7);
  assert.equal(verdict.tasks.find(({ id }) => id === "second")?.score, 0);
  assert.equal(verdict.max, 6);
});

Deno.test("one task alone is judged together with what it needs", () => {
  const verdict = judged(seen("a", "b"), { only: "second" });
  assert.deepEqual(statuses(verdict), { first: "passed", second: "passed" });
  assert.equal(verdict.status, "passed");
  assert.equal(verdict.max, 3);
});

Deno.test("an engine that does not answer makes the lab unchecked, and what waits for it blocked", () => {
  const verdict = judged(blindSnapshot(["a", "b", "c"]));
  assert.deepEqual(statuses(verdict), { first: "unchecked", second: "blocked", third: "blocked" });
  assert.equal(verdict.status, "unchecked");
});

Deno.test("within a task a failed check decides; between tasks an unchecked one makes the score open", () => {
  const cases: readonly (readonly [readonly Status[], Status, Status])[] = [
    [["passed", "passed"], "passed", "passed"],
    [["passed", "blocked"], "blocked", "blocked"],
    [["blocked", "failed"], "failed", "failed"],
    [["unchecked", "blocked"], "unchecked", "unchecked"],
    [["failed", "unchecked"], "failed", "unchecked"],
    [[], "passed", "passed"],
  ];
  for (const [each, asTask, asLab] of cases) {
    assert.equal(taskStatus(each), asTask);
    assert.equal(labStatus(each), asLab);
  }
});

Deno.test("only what is not passed is looked at, and one task brings its needs along", () => {
  const names = (passed: readonly string[], only?: string) =>
    openChecks(chain, new Map(passed.map((id) => [id, 1])), only).map((check) => subjectOf(check));
  assert.deepEqual(names([]), ["c", "a", "b"]);
  assert.deepEqual(names(["first"]), ["c", "b"]);
  assert.deepEqual(names([], "second"), ["a", "b"]);
  assert.deepEqual(names(["first"], "second"), ["b"]);
  assert.deepEqual(names([], "nobody"), []);
});

Deno.test("tasks in a ring never become ready, and are not looked at", () => {
  const ring = [
    task("a", [volume("a")], { needs: ["b"] }),
    task("b", [volume("b")], { needs: ["a"] }),
    task("c", [volume("c")]),
  ];
  assert.deepEqual(neverReady(ring), ["a", "b"]);
  assert.equal(openChecks(lab(ring), new Map()).length, 1);
  assert.deepEqual(
    judgeLab(lab(ring), seen("a", "b", "c"), { passed: new Map(), workspace }).tasks.map(({ status }) => status),
    [
      "blocked",
      "blocked",
      "passed",
    ],
  );
});

Deno.test("the order keeps every need before the task that has it, and every task once", () => {
  const graph = fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).map((needs) =>
    needs.map((ids, index): Task =>
      task(`t${index}`, [volume("v")], { needs: ids.filter((id) => id < index).map((id) => `t${id}`) })
    )
  );
  fc.assert(fc.property(graph, fc.nat(), (tasks, pick) => {
    const turned = [...tasks].reverse();
    const order = taskOrder(turned).map(({ id }) => id);
    assert.deepEqual([...order].sort(), turned.map(({ id }) => id).sort());
    for (const { id, needs } of tasks) {
      for (const need of needs) assert.ok(order.indexOf(need) < order.indexOf(id));
    }
    assert.deepEqual(neverReady(turned), []);
    const one = tasks[pick % tasks.length]?.id ?? "";
    const closed = withNeeds(turned, one);
    assert.ok(closed.every(({ needs }) => needs.every((id) => closed.some((other) => other.id === id))));
  }));
});

Deno.test("of a lab that has not begun nothing is passed, and nothing is held against the learner", () => {
  const verdict = withoutPasses(judged(seen("a", "b", "c")));
  assert.deepEqual(statuses(verdict), { first: "unchecked", second: "unchecked", third: "unchecked" });
  assert.equal(verdict.status, "unchecked");
  assert.equal(verdict.score, 0);
  assert.equal(verdict.max, 6);
  assert.equal(withoutPasses(judged(seen("b"))).status, "failed");
});

Deno.test("the next look is due when the first of the steady checks may turn", () => {
  const steady = (name: string, seconds: number) =>
    objectCheck("container", name, { state: eq("running") }, { steady: seconds });
  const look = snapshot({
    containers: [container("a", { startedAt: takenAt }), container("b", { startedAt: takenAt })],
  });
  const two = lab([task("one", [steady("a", 5)]), task("two", [steady("b", 2)])]);
  assert.equal(nextLook(judgeLab(two, look, { passed: new Map(), workspace })), 2000);
  assert.equal(nextLook(judged(seen())), undefined);
});

Deno.test("expected images are planned with their container, wherever they stand in a check", () => {
  const check = objectCheck("container", "web", {
    image: { is: "any", of: [eq("a:1"), { is: "not", of: eq("b:1") }] },
  });
  assert.deepEqual(planOf([check, check]).expectedImages, [
    { container: "web", image: "a:1" },
    { container: "web", image: "b:1" },
  ]);
  assert.deepEqual(planOf([check]).objects.image, []);
});

Deno.test("200 checks are judged in a few milliseconds", () => {
  const names = Array.from({ length: 20 }, (_, index) => `web-${index}`);
  const checks = names.flatMap((name) =>
    Array.from({ length: 9 }, () =>
      objectCheck("container", name, {
        state: eq("running"),
        image: eq("nginx:1.27"),
        ports: published({ "80/tcp": 8080 }),
        env: fields({ MODE: { is: "matches", pattern: "^prod" } }),
        memory: { is: "range", max: 128 * 1024 ** 2 },
      }))
  );
  const execs = names.map((name) => execCheck(name, ["cat", "f"], { stdout: contains("hola") }));
  const big = lab([task("all", [...checks, ...execs])]);
  assert.equal(big.tasks[0]?.checks.length, 200);
  const look = snapshot({
    containers: names.map((name) => container(name, { ports: { "80/tcp": [{ port: 8081, address: "0.0.0.0" }] } })),
    execs: execs.map((check) => [check, { exitCode: 0, stdout: "x".repeat(10_000), stderr: "" }]),
  });
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    judgeLab(big, look, { passed: new Map(), workspace }, advise);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  const median = times[7] ?? Infinity;
  // The goal is 5 ms; a machine that does other work at the same time gets four times as long.
  assert.ok(median < 20, `${median.toFixed(1)} ms`);
});

Deno.test("an object that the lab asks for itself is not taken for another one with a slip in its name", () => {
  const pair = lab([task("both", [objectCheck("container", "web-1"), objectCheck("container", "web-2")])]);
  const there = { name: "web-1", image: "nginx", status: "Up 2 minutes" };
  const slip = { name: "wbe-2", image: "nginx", status: "Up 2 minutes" };
  const because = (...containers: readonly typeof there[]) => {
    const look = snapshot({ containers: [container("web-1")], missing: ["web-2"], neighbours: { containers } });
    const verdict = judgeLab(pair, look, { passed: new Map(), workspace }, advise);
    return verdict.tasks[0]?.checks[1]?.because?.en ?? "";
  };
  assert.ok(!because(there).includes("web-1"));
  assert.ok(because(there, slip).includes("wbe-2"));
});

Deno.test("for a task that was begun anew, what happened before counts no more", () => {
  const event = checkOf({ event: { container: "web", action: "kill" } });
  const anew = lab([task("kill", [event]), task("other", [event])]);
  const killed = { type: "container", action: "kill", id: "1", name: "web", signal: "9" };
  const history: History = { events: [{ ...killed, timeNano: `${takenAt - 5000}000000` }], gaps: [] };
  const seen = { ...snapshot(), history: { kind: "found", facts: history } as const };
  const statuses = (since: number) =>
    judgeLab(anew, seen, { passed: new Map(), workspace, since: new Map([["kill", since]]) }).tasks.map(({ status }) =>
      status
    );
  assert.deepEqual(statuses(takenAt - 9000), ["passed", "passed"]);
  assert.deepEqual(statuses(takenAt - 1000), ["failed", "passed"]);
});
