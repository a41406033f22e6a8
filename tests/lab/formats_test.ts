/** Tests of the formats in which a verdict leaves the program. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import { reportFormats, writeReport } from "../../lib/lab/formats.ts";
import { type LabReport } from "../../lib/lab/formats/report.ts";
import { xmlDocument } from "../../lib/lab/formats/xml.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { judgeLab } from "../../lib/lab/judge.ts";
import { blindSnapshot, container, eq, execCheck, lab, objectCheck, snapshot, task, workspace } from "./samples.ts";

const engine = {
  binary: "/usr/bin/docker",
  context: "default",
  host: "unix:///var/run/docker.sock",
  clientVersion: "28.2.2",
  version: "28.2.2",
  apiVersion: "1.50",
};

const course = lab([
  task("first", [objectCheck("volume", "datos")], { title: { es: "Un volumen # ñ", en: "A volume # ñ" }, points: 2 }),
  task("second", [
    objectCheck("container", "web", { state: eq("running") }),
    execCheck("web", ["echo", "<&>"], { stdout: eq('"<&>"') }),
    execCheck("web", ["true"], { exitCode: eq(0) }),
  ], { points: 3 }),
  task("third", [objectCheck("network", "red")], { needs: ["second"] }),
]);
const options = { passed: new Map([["first", 1_700_000_000_000]]), workspace };

const failing: LabReport = {
  verdict: judgeLab(
    course,
    snapshot({ containers: [container("web", { state: "exited", exitCode: 1 })] }),
    options,
    advise,
  ),
  engine,
  seconds: 0.25,
};
const blind: LabReport = { verdict: judgeLab(course, blindSnapshot(["datos", "web", "red"]), options, advise) };
const done: LabReport = {
  verdict: judgeLab(course, snapshot(), { ...options, passed: new Map([["first", 1], ["second", 2], ["third", 3]]) }),
  engine,
};

for (const format of reportFormats) {
  Deno.test(`${format}: not passed, and could not be checked`, async (t) => {
    await t.assertSnapshot(readable(format, writeReport(format, failing, "es")));
    await t.assertSnapshot(readable(format, writeReport(format, failing, "en")));
    await t.assertSnapshot(readable(format, writeReport(format, blind, "en")));
  });
}

/** What stands behind `result=`, so that a change can be read. */
function readable(format: string, text: string): string {
  if (format !== "classroom") return text;
  const bytes = Uint8Array.from(atob(text.trim().slice("result=".length)), (char) => char.charCodeAt(0));
  return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
}

Deno.test("the JSON has every key of the contract, whatever there is to say", () => {
  for (const report of [failing, blind, done]) {
    const document = JSON.parse(writeReport("json", report, "en"));
    assert.deepEqual(Object.keys(document), ["lab", "status", "score", "max", "engine", "tasks"]);
    for (const task of document.tasks) {
      for (const key of ["id", "title", "status", "score", "max", "checks"]) assert.ok(key in task, key);
      for (const check of task.checks) {
        assert.deepEqual(Object.keys(check), [
          "kind",
          "subject",
          "status",
          "expected",
          "actual",
          "because",
          "next",
          "fields",
        ]);
      }
    }
  }
});

Deno.test("what could not be checked is nowhere failed and nowhere full marks", () => {
  const gradescope = JSON.parse(writeReport("gradescope", blind, "en"));
  assert.ok(!("score" in gradescope));
  assert.ok(gradescope.tests.every((test: Record<string, unknown>) => !("score" in test)));
  assert.ok(!gradescope.tests.some((test: Record<string, unknown>) => test["status"] === "failed"));

  const classroom = JSON.parse(readable("classroom", writeReport("classroom", blind, "en")));
  assert.equal(classroom.status, "error");
  assert.deepEqual(classroom.tests.map(({ status }: { status: string }) => status), ["pass", "error", "error"]);

  const check50 = JSON.parse(writeReport("check50", blind, "en"));
  assert.deepEqual(check50.results.map(({ passed }: { passed: unknown }) => passed), [true, null, null]);

  assert.ok(!writeReport("tap", blind, "en").includes("not ok"));
  const junit = writeReport("junit", blind, "en");
  assert.match(junit, /failures="0" errors="4"/);
  assert.ok(!junit.includes("<failure"));
});

Deno.test("a lab that is passed is passed in every format", () => {
  assert.equal(JSON.parse(writeReport("json", done, "es")).status, "passed");
  assert.equal(JSON.parse(writeReport("gradescope", done, "es")).score, 6);
  assert.equal(JSON.parse(readable("classroom", writeReport("classroom", done, "es"))).status, "pass");
  assert.ok(
    JSON.parse(writeReport("check50", done, "es")).results.every(({ passed }: { passed: unknown }) => passed === true),
  );
  assert.ok(!writeReport("tap", done, "es").includes("not ok"));
  assert.match(writeReport("junit", done, "es"), /failures="0" errors="0"/);
});

Deno.test("XML holds any text: nothing breaks out, nothing illegal gets in", () => {
  fc.assert(fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (text) => {
    const xml = xmlDocument({ name: "a", attributes: { b: text }, text });
    const inner = /^<\?xml[^>]*\?>\n<a b="([^"]*)">([^]*)<\/a>\n$/.exec(xml);
    assert.ok(inner, xml);
    for (const part of inner.slice(1)) {
      assert.ok(!/[<>]/.test(part ?? ""));
      assert.ok(!/&(?!amp;|lt;|gt;|quot;|#9;|#10;|#13;)/.test(part ?? ""));
      assert.ok(!/[\p{Cs}\ufffe\uffff]/u.test(part ?? ""));
      assert.ok([...part ?? ""].every((char) => char >= " " || "\t\n\r".includes(char)));
    }
  }));
  assert.equal(
    xmlDocument({ name: "a", attributes: { b: undefined, c: 1 }, children: [{ name: "d", attributes: {} }] }),
    '<?xml version="1.0" encoding="UTF-8"?>\n<a c="1">\n  <d/>\n</a>\n',
  );
});

Deno.test("a title cannot put a directive into TAP", () => {
  const report: LabReport = {
    verdict: {
      lab: "x",
      status: "failed",
      score: 0,
      max: 1,
      tasks: [{ id: "t", title: same("a # SKIP\nok 2"), status: "failed", score: 0, max: 1, checks: [], waitsFor: [] }],
    },
  };
  assert.match(writeReport("tap", report, "en"), /^not ok 1 - t: a \\# SKIP ⏎ ok 2$/m);
});

const parts = lab([
  task("part", [
    objectCheck("container", "web", { state: eq("running"), user: eq("ana") }),
    objectCheck("volume", "datos"),
  ], { points: 2, partial: true }),
  task("seen", [objectCheck("network", "red")], { points: 1 }),
]);
const partly: LabReport = {
  verdict: judgeLab(parts, snapshot({ containers: [container("web")], missing: ["datos", "red"] }), {
    passed: new Map([["seen", 1]]),
    givenUp: new Set(["seen"]),
    workspace,
  }, advise),
  engine,
};

Deno.test("a part of the points and a solution that was seen stand in every format that has a place for them", () => {
  assert.equal(partly.verdict.score, 0.67);
  const json = JSON.parse(writeReport("json", partly, "en"));
  assert.deepEqual(json.tasks.map(({ score, part, givenUp }: Record<string, unknown>) => [score, part, givenUp]), [
    [0.67, { right: 1, of: 3 }, false],
    [0, null, true],
  ]);
  assert.deepEqual(
    json.tasks[0].checks[0].fields.map(({ field, status }: Record<string, unknown>) => [field, status]),
    [
      ["state", "passed"],
      ["user", "failed"],
    ],
  );
  const gradescope = JSON.parse(writeReport("gradescope", partly, "en"));
  assert.deepEqual([gradescope.score, gradescope.tests[0].score, gradescope.tests[0].status], [0.67, 0.67, "failed"]);
  assert.match(gradescope.tests[0].output, /^1 of 3 things right\n/);
  assert.match(gradescope.tests[0].output, /fields: \[x\] state, \[ \] user/);
  assert.equal(gradescope.tests[1].output, "passed before\nits solution was seen: it gives no points");
  const classroom = JSON.parse(readable("classroom", writeReport("classroom", partly, "en")));
  assert.deepEqual([classroom.tests[0].score, classroom.tests[0].status], [0.67, "fail"]);
  assert.match(writeReport("junit", partly, "en"), /<property name="score" value="0.67"\/>/);
  assert.match(writeReport("tap", partly, "en"), /^ {2}points: "0.67\/2"$/m);
  assert.deepEqual(JSON.parse(writeReport("check50", partly, "en")).results[0].data.part, { right: 1, of: 3 });
});
