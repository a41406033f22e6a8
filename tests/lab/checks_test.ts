/** Tests of the judge of each kind of check: when it passes, fails, waits, or could not look. */

import assert from "node:assert/strict";
import type { Check } from "../../lib/content/schema/check.ts";
import type { Matcher } from "../../lib/content/schema/matcher.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { rawKey } from "../../lib/lab/plan.ts";
import type { ContainerFacts, Snapshot } from "../../lib/lab/snapshot.ts";
import {
  container,
  contains,
  eq,
  exactly,
  execCheck,
  fields,
  httpCheck,
  includes,
  inspectCheck,
  logsCheck,
  objectCheck,
  type Seen,
  snapshot,
  takenAt,
  tcpCheck,
  workspace,
} from "./samples.ts";

const judge = (check: Check, seen: Seen) => judgeCheck(check, { snapshot: snapshot(seen), workspace, advise });
const web = (facts: Partial<ContainerFacts> = {}): Seen => ({ containers: [container("web", facts)] });
const running = objectCheck("container", "web", { state: eq("running") });
const unknown = { kind: "unknown", fault: { kind: "hung", detail: "" } } as const;
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

Deno.test("what docker restarts by itself is running only once it has stayed so", () => {
  const again = (facts: Partial<ContainerFacts>) => judge(running, web({ restart: "always", ...facts }));
  assert.equal(again({ startedAt: takenAt - 300 }).status, "failed");
  assert.equal(again({ startedAt: takenAt - 300 }).lookAgainIn, 1700);
  assert.equal(again({ startedAt: takenAt - 2000 }).status, "passed");
  assert.equal(again({ startedAt: takenAt - 2000, restarts: 1 }).status, "failed");
  assert.equal(again({ startedAt: takenAt - 10_000, restarts: 1 }).status, "passed");
  assert.equal(again({ startedAt: takenAt - 300, restart: "no" }).status, "passed");
  const ended = objectCheck("container", "web", { state: eq("exited") });
  assert.equal(judge(ended, web({ restart: "always", state: "exited", finishedAt: takenAt })).status, "passed");
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
  assert.equal(judgeCheck(check, { snapshot: stopped, workspace, advise }).status, "blocked");
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
  const look = { snapshot: { ...snapshot(web({ image: "nginx:1.27" })), images }, workspace, advise };
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

Deno.test("containers share a network by name, the default one too, but not the lack of one", () => {
  const check = objectCheck("container", "web", { sameNetworkAs: includes("db") });
  const on = (one: readonly string[], other: readonly string[]) =>
    judge(check, { containers: [container("web", { networks: one }), container("db", { networks: other })] }).status;
  assert.equal(on(["backend", "bridge"], ["backend"]), "passed");
  assert.equal(on(["bridge"], ["bridge"]), "passed");
  assert.equal(on(["none"], ["none"]), "failed");
  assert.equal(on(["backend"], ["frontend"]), "failed");
  assert.equal(judge(check, { ...web(), missing: ["db"] }).status, "failed");
  const blind = { ...snapshot(web()), containers: new Map([...snapshot(web()).containers, ["db", unknown] as const]) };
  assert.equal(judgeCheck(check, { snapshot: blind, workspace, advise }).status, "unchecked");
});

Deno.test("an image is built from another when it begins with its layers, and is not itself", () => {
  const check = objectCheck("image", "mi-web:1", { builtFrom: includes("busybox") });
  const built = (id: string, own: readonly string[], below: readonly string[]) =>
    judge(check, { images: { "mi-web:1": { id, layerIds: own }, busybox: { id: "sha256:1", layerIds: below } } })
      .status;
  assert.equal(built("sha256:2", ["a", "b"], ["a"]), "passed");
  assert.equal(built("sha256:2", ["a"], ["a"]), "passed", "only a command was added");
  assert.equal(built("sha256:1", ["a"], ["a"]), "failed", "the same image under another name");
  assert.equal(built("sha256:2", ["b", "a"], ["a"]), "failed");
  assert.equal(built("sha256:2", ["a"], ["a", "b"]), "failed");
  assert.equal(built("sha256:2", ["a"], []), "failed");
});

Deno.test("capabilities are the same with CAP_ and without", () => {
  const given = web({ capAdd: ["CAP_NET_ADMIN"] });
  for (const name of ["NET_ADMIN", "CAP_NET_ADMIN", "net_admin"]) {
    assert.equal(judge(objectCheck("container", "web", { capAdd: exactly(name) }), given).status, "passed", name);
  }
  assert.equal(judge(objectCheck("container", "web", { capAdd: includes("SYS_TIME") }), given).status, "failed");
});

Deno.test("a container answers to its own name on networks of the user, not on the default one", () => {
  const facts = web({ id: "0a1b2c", aliases: { backend: ["db", "0a1b"], bridge: [] } });
  const named = (network: string, ...names: readonly string[]) =>
    judge(objectCheck("container", "web", { aliases: fields({ [network]: exactly(...names) }) }), facts).status;
  assert.equal(named("backend", "web", "db"), "passed");
  assert.equal(named("bridge"), "passed");
  assert.equal(named("bridge", "web"), "failed");
});

Deno.test("a path into what docker says is compared, and where it breaks off it is not set", () => {
  const size = inspectCheck("container", "web", "HostConfig.ShmSize", eq("64m"));
  const raw = { HostConfig: { ShmSize: 67108864, Ulimits: null, Binds: ["a:/b"] } };
  const judged = (path: string, matcher: Matcher) => {
    const check = inspectCheck("container", "web", path, matcher);
    return judge(check, { raws: [[check, raw]] }).status;
  };
  assert.equal(judge(size, { raws: [[size, raw]] }).status, "passed");
  assert.equal(judged("HostConfig.ShmSize", eq("32m")), "failed");
  assert.equal(judged("HostConfig.Ulimits", { is: "absent", absent: true }), "passed");
  assert.equal(judged("HostConfig.Nothing.At.All", { is: "absent", absent: true }), "passed");
  assert.equal(judged("HostConfig.Binds[0]", { is: "startsWith", prefix: "a:" }), "passed");
  assert.equal(judged("HostConfig.Binds[1]", { is: "absent", absent: true }), "passed");
  assert.equal(judged("HostConfig", contains("Binds")), "passed");
  assert.equal(judge(size, {}).status, "unchecked");
  const gone = { ...snapshot(), raws: new Map([[rawKey(size), { kind: "missing" }]] as const) };
  const verdict = judgeCheck(size, { snapshot: gone, workspace, advise });
  assert.equal(verdict.status, "failed");
  assert.match(verdict.because?.en ?? "", /no container called `web`/);
});

Deno.test("an open port is one behind which somebody is", () => {
  const check = tcpCheck("localhost:5432", { open: eq(true) });
  assert.equal(judge(check, { tcps: [[check, { kind: "open", banner: "" }]] }).status, "passed");
  assert.equal(judge(check, { tcps: [[check, { kind: "reset", detail: "" }]] }).status, "failed");
  assert.equal(judge(check, {}).status, "unchecked");
  const banner = tcpCheck("localhost:22", { banner: { is: "startsWith", prefix: "SSH-" } });
  assert.equal(judge(banner, { tcps: [[banner, { kind: "open", banner: "SSH-2.0-x\r\n" }]] }).status, "passed");
});
