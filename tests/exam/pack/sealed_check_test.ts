/** A hidden check is looked at and not judged; what it expects is not in the file, except names that docker must be asked about. */

import assert from "node:assert/strict";
import * as v from "valibot";
import { type Check, check } from "../../../lib/content/schema/check.ts";
import { sealCheck, sealedCheck } from "../../../lib/exam/pack/sealed_check.ts";
import { judgeCheck } from "../../../lib/lab/checks.ts";
import { planOf } from "../../../lib/lab/plan.ts";
import { emptySnapshot } from "../../../lib/lab/snapshot.ts";

const decoded = (written: unknown): Check => v.parse(check, written);
const reopened = (written: unknown): Check =>
  v.parse(sealedCheck, JSON.parse(JSON.stringify(sealCheck(decoded(written)))));

/** A check of each kind, with a secret in every place where one can be. */
const written: Readonly<Record<string, unknown>> = {
  container: {
    container: "web",
    image: "secreto:1",
    env: { CLAVE: "secreto" },
    sameNetworkAs: ["db"],
    says: "secreto",
  },
  "container gone": { container: "web", exists: false },
  image: { image: "mio:1", history: { contains: "secreto" }, builtFrom: ["base:1"], user: "secreto" },
  volume: { volume: "datos", labels: { a: "secreto" } },
  network: { network: "red", subnets: ["10.99.0.0/16"], containers: { contains: "secreto" } },
  exec: { exec: "web", run: ["cat", "/x"], user: "root", timeout: "3s", stdout: { contains: "secreto" }, within: "9s" },
  logs: { logs: "web", tail: 7, output: { contains: "secreto" } },
  file: { file: "web:/etc/motd", content: "secreto" },
  workspace: { file: "compose.yaml", content: { matches: "secreto" } },
  http: { http: "http://localhost:8080/a", method: "POST", status: 200, body: { contains: "secreto" } },
  tcp: { tcp: "localhost:5432", banner: { contains: "secreto" } },
  inspect: { inspect: { container: "web" }, path: "HostConfig.LogConfig.Type", value: "secreto" },
  event: { event: { network: "secreto", container: "web", action: "connect" }, count: { min: 3 } },
  swarm: { swarm: "active", managers: 3 },
  node: { node: "self", role: "manager" },
  service: { service: "faro", env: { A: "secreto" }, replicas: 3 },
  secret: { secret: "clave", labels: { a: "secreto" } },
  config: { config: "ajustes", content: "secreto" },
  compose: { compose: "tienda", services: ["secreto"] },
  stack: { stack: "puerto", services: ["secreto"] },
};

for (const [name, source] of Object.entries(written)) {
  Deno.test(`sealed, a check of ${name} asks for what it asked, and says nothing of what it expects`, () => {
    const original = planOf([decoded(source)]);
    const plan = planOf([reopened(source)]);
    assert.deepEqual(plan.objects, original.objects);
    assert.deepEqual(plan.raws, original.raws);
    assert.deepEqual(plan.histories, original.histories);
    assert.deepEqual([plan.swarm, plan.history], [original.swarm, original.history]);
    for (const part of ["execs", "logs", "files", "https", "tcps"] as const) {
      const bare = (checks: readonly Check[]) => checks.map((each) => JSON.stringify({ ...each, ...nothing }));
      assert.deepEqual(bare(plan[part]), bare(original[part]), part);
    }
    assert.ok(!JSON.stringify(sealCheck(decoded(source))).includes("secreto"));
    assert.doesNotMatch(JSON.stringify(sealCheck(decoded(source))), /10\.99|manager|replicas|"3"|"9s"|active/);
  });

  Deno.test(`sealed, a check of ${name} is never passed nor failed`, () => {
    const look = { snapshot: emptySnapshot(0), workspace: "/w", subjects: {}, advise: () => ({}) } as never;
    assert.equal(judgeCheck(reopened(source), look).status, "unchecked");
  });
}

/** What only the expectation says, and what a sealed check has besides. */
const nothing = { expects: [], hidden: true, sealed: undefined, within: undefined, says: undefined, exists: true };

Deno.test("what the other side says first is waited for where that was expected", () => {
  const [tcp] = planOf([reopened(written["tcp"])]).tcps;
  assert.equal(tcp?.sealed?.banner, true);
  const [plain] = planOf([reopened({ tcp: "localhost:1", open: true })]).tcps;
  assert.equal(plain?.sealed?.banner, undefined);
});

Deno.test("the image of a sealed container is wanted with all its names, and named nowhere", () => {
  const plan = planOf([reopened(written["container"])]);
  assert.deepEqual([plan.origins, plan.expectedImages, plan.runners], [["web"], [], ["web"]]);
});

Deno.test("hidden checks are checks like any other in self-study", () => {
  const hidden = decoded({ container: "web", state: "running", hidden: true });
  const open = decoded({ container: "web", state: "running" });
  assert.deepEqual(hidden, { ...open, hidden: true });
  assert.deepEqual(planOf([hidden]), planOf([open]));
  assert.deepEqual(decoded({ container: "web", state: "running", hidden: false }), open);
});
