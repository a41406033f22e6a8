/** A mistake is something that is there and not as it should be; what is not done yet is none. */

import assert from "node:assert/strict";
import type { Lab } from "../../lib/content/schema/lab.ts";
import { judgeLab } from "../../lib/lab/judge.ts";
import { mistakesAtOnce, nothingWatched, watchMistakes } from "../../lib/lab/mistakes.ts";
import type { LabVerdict } from "../../lib/lab/verdict.ts";
import {
  container,
  eq,
  execCheck,
  httpCheck,
  lab,
  objectCheck,
  published,
  type Seen,
  snapshot,
  task,
  workspace,
} from "./samples.ts";

const port = objectCheck("container", "web", { state: eq("running"), ports: published({ "80/tcp": 8080 }) });
const answer = httpCheck("http://localhost:8080/", { status: eq(200) });
const hello = execCheck("web", ["cat", "/hola"], { stdout: eq("hola") });
const one = lab([task("web", [port, answer, hello])]);

const nothing: Seen = { missing: ["web"], https: [[answer, { kind: "refused", detail: "" }]] };
const wrongPort: Seen = {
  containers: [container("web")],
  https: [[answer, { kind: "refused", detail: "" }]],
  execs: [[hello, { exitCode: 0, stdout: "hola", stderr: "" }]],
};

function judged(seen: Seen, of: Lab = one, passed: readonly string[] = []): LabVerdict {
  return judgeLab(of, snapshot(seen), { passed: new Map(passed.map((id) => [id, 1])), workspace });
}

/** Looks one after another, each with its time in ms: what was found wrong, look by look, and how long is left. */
function watching(looks: readonly (readonly [LabVerdict, number])[]) {
  let watched = nothingWatched;
  return looks.map(([verdict, now]) => {
    const seen = watchMistakes(watched, verdict, now);
    watched = seen.watched;
    return { mistakes: seen.mistakes, wait: seen.wait };
  });
}

const none = { mistakes: [], wait: undefined };

Deno.test("what is not there yet is no mistake, however often it is looked for", () => {
  assert.deepEqual(watching([[judged(nothing), 0], [judged(nothing), 60_000]]), [none, none]);
  assert.deepEqual(mistakesAtOnce(one, judged(nothing)), []);
});

Deno.test("what is there and stays wrong for ten seconds is a mistake, with the checks that say so", () => {
  const looks = watching([[judged(nothing), 0], [judged(wrongPort), 5000], [judged(wrongPort), 15_000]]);
  assert.deepEqual(looks, [none, { mistakes: [], wait: 10_000 }, {
    mistakes: [{ task: "web", checks: [0, 1] }],
    wait: undefined,
  }]);
});

Deno.test("what is mended on the way is none", () => {
  const looks = watching([[judged(nothing), 0], [judged(wrongPort), 1000], [judged(nothing), 8000], [
    judged(wrongPort),
    12_000,
  ]]);
  assert.deepEqual(looks.at(-1), { mistakes: [], wait: 10_000 });
});

Deno.test("what was so when the task began is its beginning, not a mistake; what gets worse is one", () => {
  const stop = lab([
    task("parar", [objectCheck("container", "web", { state: eq("exited"), image: eq("nginx:1.27") })]),
  ]);
  const running: Seen = { containers: [container("web")] };
  assert.deepEqual(watching([[judged(running, stop), 0], [judged(running, stop), 60_000]]), [none, none]);
  const other: Seen = { containers: [container("web", { image: "httpd:2.4" })] };
  const worse = watching([[judged(running, stop), 0], [judged(other, stop), 1000], [judged(other, stop), 11_000]]);
  assert.deepEqual(worse.at(-1)?.mistakes, [{ task: "parar", checks: [0] }]);
});

Deno.test("an author who allows a check some time is waited for", () => {
  const patient = lab([task("web", [{ ...port, within: 30 }])]);
  const looks = watching([[judged(nothing, patient), 0], [judged(wrongPort, patient), 1000], [
    judged(wrongPort, patient),
    12_000,
  ], [judged(wrongPort, patient), 31_000]]);
  assert.deepEqual(looks.map(({ mistakes }) => mistakes.length), [0, 0, 0, 1]);
});

Deno.test("a container that only has to stay up longer is no mistake", () => {
  const steady = lab([task("web", [objectCheck("container", "web", { state: eq("running") }, { steady: 90 })])]);
  const up: Seen = { containers: [container("web")] };
  assert.equal(judged(up, steady).status, "failed");
  assert.deepEqual(watching([[judged(nothing, steady), 0], [judged(up, steady), 1], [judged(up, steady), 60_000]]), [
    none,
    none,
    none,
  ]);
  assert.deepEqual(mistakesAtOnce(steady, judged(up, steady)), []);
});

Deno.test("a page that does not answer is a mistake only beside a server that is there", () => {
  const page = lab([task("web", [answer])]);
  assert.deepEqual(mistakesAtOnce(page, judged(nothing, page)), []);
  const right: Seen = {
    ...wrongPort,
    containers: [container("web", { ports: { "80/tcp": [{ address: "0.0.0.0", port: 8080 }] } })],
  };
  assert.deepEqual(mistakesAtOnce(one, judged(right)), [{ task: "web", checks: [1] }]);
});

Deno.test("a program that answers wrongly is a mistake", () => {
  const wrong: Seen = { ...wrongPort, execs: [[hello, { exitCode: 0, stdout: "adiós", stderr: "" }]] };
  assert.deepEqual(mistakesAtOnce(one, judged(wrong)), [{ task: "web", checks: [0, 1, 2] }]);
});

Deno.test("asked once, what earlier tasks or the setup made is left out: it may be as it was", () => {
  const stop = objectCheck("container", "web", { state: eq("exited") });
  const two = lab([
    task("crear", [objectCheck("container", "web")]),
    task("parar", [stop], { needs: ["crear"] }),
  ]);
  const running: Seen = { containers: [container("web")] };
  assert.deepEqual(mistakesAtOnce(two, judged(running, two, ["crear"])), []);
  const prepared = lab([task("parar", [stop])], { setup: ["docker run -d --name web nginx:1.27"] });
  assert.deepEqual(mistakesAtOnce(prepared, judged(running, prepared)), []);
});

Deno.test("a task that was passed is wrong no more, whatever became of it", () => {
  assert.deepEqual(mistakesAtOnce(one, judged(wrongPort, one, ["web"])), []);
});
