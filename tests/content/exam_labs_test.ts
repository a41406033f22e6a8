/** A packed lab is planned as the lab it was, and judged nowhere but at the teacher's. */

import assert from "node:assert/strict";
import type { Lab } from "../../lib/content/schema/lab.ts";
import { decodeAskedLab } from "../../lib/exam/pack/asked_lab_document.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { decodePack, encodePack } from "../../lib/exam/pack/pack_document.ts";
import { checksOf } from "../../lib/lab/graph.ts";
import { judgeLab } from "../../lib/lab/judge.ts";
import { execKey, httpKey, logsKey, type Plan, planOf, rawKey, tcpKey } from "../../lib/lab/plan.ts";
import { emptySnapshot } from "../../lib/lab/snapshot.ts";
import { labToPack, packed } from "./packed.ts";
import { shippedLabs } from "./shipped.ts";

/** As it comes out of the file on the student's side. */
function atStudent(pack: Pack): Lab {
  const read = decodePack(encodePack(pack));
  assert.ok(read.kind === "pack", JSON.stringify(read));
  const [asked] = read.pack.labs;
  const lab = asked && decodeAskedLab(asked);
  assert.ok(lab, asked?.id);
  return lab;
}

/** Everything that a plan asks for, as texts; what only the expected value says is left out. */
function asked(plan: Plan): ReadonlySet<string> {
  const { objects, raws, histories, runners, execs, logs, files, https, tcps, swarm, history } = plan;
  return new Set([
    ...Object.entries(objects).flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`)),
    ...raws.map((raw) => `raw ${rawKey(raw)}`),
    ...histories.map((name) => `history of ${name}`),
    ...runners.map((name) => `runs ${name}`),
    ...execs.map((check) => `exec ${execKey(check)} ${check.timeout}`),
    ...logs.map((check) => `logs ${logsKey(check)}`),
    ...files.map(({ name, container, path }) => `file ${name} ${container} ${path}`),
    ...https.map((check) => `http ${httpKey(check)} ${check.timeout}`),
    ...tcps.map((check) => `tcp ${tcpKey(check)} ${check.host} ${check.port} ${check.timeout}`),
    ...(swarm ? ["swarm"] : []),
    ...(history ? ["what happened"] : []),
  ]);
}

for (const lab of shippedLabs()) {
  const own = lab.tasks.map((task) => ({ ...task, hints: [] }));
  const full = planOf(checksOf({ ...lab, tasks: own }));

  Deno.test(`what ${lab.id} must look at is looked at by who may not know what is expected`, () => {
    const student = atStudent(packed([], [labToPack(lab)]));
    const plan = planOf(checksOf(student));
    const there = asked(plan);
    assert.deepEqual([...asked(full)].filter((wish) => !there.has(wish)), []);
    const origins = new Set(plan.origins);
    for (const { container } of full.expectedImages) assert.ok(origins.has(container), container);
    assert.deepEqual(plan.expectedImages, []);
  });

  Deno.test(`no check of ${lab.id} is passed or failed where its expectations are not`, () => {
    const student = atStudent(packed([], [labToPack(lab)]));
    const checks = student.tasks.map(({ checks }) => checks.length);
    assert.deepEqual(checks, lab.tasks.map(({ checks }) => checks.length));
    const verdict = judgeLab(student, emptySnapshot(0), { passed: new Map(), workspace: "/w" });
    for (const task of verdict.tasks) {
      assert.ok(["unchecked", "blocked"].includes(task.status), task.status);
      assert.equal(task.score, 0);
    }
  });

  Deno.test(`${lab.id} with live verdicts keeps all checks that are not hidden as they are`, () => {
    const student = atStudent(packed([], [labToPack(lab)], { verdicts: "live", hints: "shown" }));
    assert.deepEqual(
      student.tasks.map(({ checks, hints }) => ({ checks, hints })),
      lab.tasks.map(({ checks }) => ({ checks, hints: [] })),
    );
    assert.deepEqual(student.setup, lab.setup);
  });
}
