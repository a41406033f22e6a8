/** Tests of the judge of each kind of check: when it passes, fails, waits, or could not look. */

import assert from "node:assert/strict";
import type { Check } from "../../lib/content/schema/check.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import type { ContainerFacts, Snapshot } from "../../lib/lab/snapshot.ts";
import {
  container,
  contains,
  eq,
  execCheck,
  fields,
  httpCheck,
  logsCheck,
  objectCheck,
  type Seen,
  snapshot,
  takenAt,
  workspace,
} from "./samples.ts";

const judge = (check: Check, seen: Seen) => judgeCheck(check, { snapshot: snapshot(seen), workspace });
const web = (facts: Partial<ContainerFacts> = {}): Seen => ({ containers: [container("web", facts)] });
const running = objectCheck("container", "web", { state: eq("running") });
const steady = objectCheck("container", "web", { state: eq("running") }, { steady: 3 });

Deno.test("a check of existence alone passes and fails on existence alone", () => {
  const there = objectCheck("volume", "datos");
  const gone = objectCheck("volume", "datos", {}, { exists: false });
  assert.equal(judge(there, { volumes: [{ name: "datos" }] }).status, "passed");
  assert.equal(judge(there, { missing: ["datos"] }).status, "failed");
  assert.equal(judge(gone, { missing: ["datos"] }).status, "passed");
  assert.equal(judge(gone, { volumes: [{ name: "datos" }] }).status, "failed");
});

Deno.test("a missing object fails, and its fields wait for it", () => {
  const verdict = judge(running, { missing: ["web"] });
  assert.equal(verdict.status, "failed");
  assert.deepEqual(verdict.fields.map(({ field, status }) => [field, status]), [["state", "blocked"]]);
});

Deno.test("the first field that fails speaks for the check; the others keep their own ticks", () => {
  const check = objectCheck("container", "web", { state: eq("running"), user: eq("app"), hostname: eq("web") });
  const verdict = judge(check, web({ user: "root", hostname: "x" }));
  assert.deepEqual(verdict.fields.map(({ status }) => status), ["passed", "failed", "failed"]);
  assert.equal(verdict.expected.en, "user: app");
  assert.equal(verdict.actual.en, "user: root");
});

Deno.test("steady waits until the container has run for so long, and says when to look again", () => {
  const early = judge(steady, web({ startedAt: takenAt - 1200 }));
  assert.equal(early.status, "failed");
  assert.equal(early.lookAgainIn, 1800);
  assert.equal(judge(steady, web({ startedAt: takenAt - 3000 })).status, "passed");
});

Deno.test("a crash loop does not pass between two crashes", () => {
  assert.equal(judge(steady, web({ startedAt: takenAt - 4000, restarts: 1 })).status, "failed");
  assert.equal(judge(steady, web({ startedAt: takenAt - 10_000, restarts: 1 })).status, "passed");
  const down = judge(steady, web({ state: "restarting", restarts: 3 }));
  assert.equal(down.status, "failed");
  assert.equal(down.fields.at(-1)?.status, "blocked");
  assert.equal(down.lookAgainIn, undefined);
});

Deno.test("an engine whose clock is ahead makes a container no older", () => {
  const verdict = judge(steady, web({ startedAt: takenAt + 60_000 }));
  assert.equal(verdict.status, "failed");
  assert.equal(verdict.lookAgainIn, 3000);
});

Deno.test("a program that has not ended has no exit code, although docker reports 0", () => {
  const check = objectCheck("container", "web", { exitCode: eq(0) });
  assert.equal(judge(check, web()).status, "failed");
  assert.equal(judge(check, web({ state: "created" })).status, "failed");
  assert.equal(judge(check, web({ state: "exited" })).status, "passed");
});

Deno.test("a container made from an id passes when the expected reference means that id", () => {
  const check = objectCheck("container", "web", { image: eq("mi-web:1") });
  const made = web({ image: "4f5e6a", imageId: "sha256:4f5e" });
  assert.equal(judge(check, { ...made, images: { "mi-web:1": { id: "sha256:4f5e" } } }).status, "passed");
  assert.equal(judge(check, { ...made, images: { "mi-web:1": { id: "sha256:0000" } } }).status, "failed");
});

Deno.test("exec is blocked, not failed, while its container does not run", () => {
  const check = execCheck("web", ["true"], { exitCode: eq(0) });
  const ran: Seen = { execs: [[check, { exitCode: 0, stdout: "", stderr: "" }]] };
  assert.equal(judge(check, { missing: ["web"] }).status, "blocked");
  for (const state of ["created", "exited", "paused", "restarting"] as const) {
    assert.equal(judge(check, { ...web({ state }), ...ran }).status, "blocked", state);
  }
  assert.equal(judge(check, { ...web(), ...ran }).status, "passed");
  const stopped: Snapshot = {
    ...snapshot(web()),
    execs: new Map([[JSON.stringify(["web", "", ["true"]]), { kind: "missing" }]]),
  };
  assert.equal(judgeCheck(check, { snapshot: stopped, workspace }).status, "blocked");
});

Deno.test("the line end that closes an output is not part of it", () => {
  const check = execCheck("web", ["cat", "f"], { stdout: eq("hola") });
  const said = (stdout: string) =>
    judge(check, { ...web(), execs: [[check, { exitCode: 0, stdout, stderr: "" }]] }).status;
  assert.equal(said("hola\n"), "passed");
  assert.equal(said("hola\r\n"), "passed");
  assert.equal(said("hola mundo\n"), "failed");
});

Deno.test("the log of a container that has ended is read", () => {
  const check = logsCheck("web", { output: contains("listo") });
  const logs: Seen = { logs: [[check, { stdout: "listo\n", stderr: "", output: "listo\n" }]] };
  assert.equal(judge(check, { ...web({ state: "exited" }), ...logs }).status, "passed");
  assert.equal(judge(check, { missing: ["web"], ...logs }).status, "blocked");
});

Deno.test("http compares the answer, headers in any case, and can ask that nobody answers", () => {
  const check = httpCheck("http://localhost:8080/", {
    status: eq(200),
    headers: fields({ "Content-Type": contains("html") }),
  });
  const answer = { kind: "answered", status: 200, body: "", headers: { "content-type": "text/html" } } as const;
  assert.equal(judge(check, { https: [[check, answer]] }).status, "passed");
  assert.equal(judge(check, { https: [[check, { ...answer, status: 404 }]] }).status, "failed");
  const silent = httpCheck("http://localhost:8080/", { status: { is: "absent", absent: true } });
  assert.equal(judge(silent, { https: [[silent, { kind: "refused", detail: "" }]] }).status, "passed");
  assert.equal(judge(silent, { https: [[silent, answer]] }).status, "failed");
});

Deno.test("what was not looked at is unchecked, never failed", () => {
  for (
    const check of [
      running,
      execCheck("web", ["true"], { exitCode: eq(0) }),
      httpCheck("http://localhost/", { status: eq(200) }),
    ]
  ) {
    assert.equal(judge(check, {}).status, "unchecked", check.kind);
  }
});

Deno.test("an expected image whose id docker could not give is unchecked, not another image", () => {
  const fault = { kind: "hung", detail: "" } as const;
  const images = new Map([["web:1", { kind: "unknown", fault }]] as const);
  const look = { snapshot: { ...snapshot(web({ image: "nginx:1.27" })), images }, workspace };
  const judged = (image: Parameters<typeof objectCheck>[2]) => judgeCheck(objectCheck("container", "web", image), look);
  const verdict = judged({ image: eq("web:1") });
  assert.equal(verdict.status, "unchecked");
  assert.match(verdict.because?.en ?? "", /did not answer in time/);
  assert.ok(verdict.next);
  assert.equal(judged({ image: { is: "not", of: eq("web:1") } }).status, "unchecked");
  assert.equal(judged({ image: { is: "oneOf", values: ["web:1", "httpd"] } }).status, "unchecked");
  // Whatever it is: the name is the expected one, or another expectation decides.
  assert.equal(judged({ image: { is: "oneOf", values: ["web:1", "nginx:1.27"] } }).status, "passed");
  assert.equal(judged({ image: { is: "all", of: [eq("web:1"), contains("httpd")] } }).status, "failed");
  assert.equal(judged({ image: eq("web:1"), state: eq("exited") }).status, "failed");
});

Deno.test("an expected image that is not there is another image", () => {
  const verdict = judge(objectCheck("container", "web", { image: eq("web:1") }), { ...web(), missing: ["web:1"] });
  assert.equal(verdict.status, "failed");
});
