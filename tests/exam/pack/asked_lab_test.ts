/** What a student gets of a lab: the tasks that are asked, the checks that may be known, and nothing of its key. */

import assert from "node:assert/strict";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import { isRecord } from "../../../lib/content/is_record.ts";
import { parseYaml } from "../../../lib/content/yaml.ts";
import { askedDocument, type AskedLabOptions } from "../../../lib/exam/pack/asked_lab.ts";
import { decodeAskedLab } from "../../../lib/exam/pack/asked_lab_document.ts";
import { namingWith } from "../../../lib/exam/pack/opaque.ts";
import { judgeLab } from "../../../lib/lab/judge.ts";
import { emptySnapshot, type Snapshot } from "../../../lib/lab/snapshot.ts";

const source = `format: 1
id: mio
title: { es: Mío, en: Mine }
concepts: [bridge]
minutes: 10
images: [busybox]
requires: { disk: 200m }
workspace: [a.txt]
setup: [docker volume create datos]
tasks:
  - id: uno
    title: { es: Uno, en: One }
    text: { es: Arranca web., en: Start web. }
    checks:
      - { container: web, state: running }
      - { container: web, image: "secreto:1", hidden: true, says: { es: secreto, en: secreto } }
    questions:
      - kind: truefalse
        id: predice
        concepts: [bridge]
        prompt: { es: "¿Se para?", en: "Does it stop?" }
        explanation: { es: secreto, en: secreto }
        hints: [{ es: Míralo., en: Look at it. }]
        answer: true
    hints:
      - { text: { es: Piensa., en: Think. }, cost: 0.2 }
      - { text: { es: Está parado., en: It has stopped. }, when: { container: web, state: exited } }
    explanation: { es: secreto, en: secreto }
    solution: [docker run -d --name web secreto]
    mistakes:
      - { run: [docker create --name web busybox], fails: container web, says: { es: secreto, en: secreto } }
  - id: dos
    needs: [uno]
    title: { es: Dos, en: Two }
    text: { es: Para web., en: Stop web. }
    checks: [{ container: web, state: exited, hidden: true }]
    explanation: { es: secreto, en: secreto }
    solution: [docker stop web]
  - id: tres
    title: { es: Tres, en: Three }
    text: { es: Un volumen., en: A volume. }
    checks: [{ volume: otro }]
    explanation: { es: secreto, en: secreto }
    solution: [docker volume create otro]
`;

const decoded = decodeLab(source.replace("{ volume: otro }", "{ volume: otro, exists: true }"), "mio/lab.yaml");
const parsed = parseYaml(source.replace("{ volume: otro }", "{ volume: otro, exists: true }"));
assert.ok(parsed.kind === "document" && isRecord(parsed.document.value));
const written = parsed.document.value;

function asked(more: Partial<AskedLabOptions> = {}) {
  assert.ok(decoded.value, JSON.stringify(decoded.problems.map(({ what }) => what.en)));
  const naming = namingWith(new Uint8Array(32));
  const document = askedDocument(decoded.value, written, { naming, hints: "none", verdicts: "live", ...more });
  // As it is in the file.
  const packed = JSON.parse(JSON.stringify(document));
  const lab = decodeAskedLab({ id: "mio", document: packed, workspace: { "a.txt": "" } });
  assert.ok(lab);
  return { text: JSON.stringify(document), lab };
}

Deno.test("nothing that the teacher keeps is in it, live or recorded", () => {
  for (const verdicts of ["live", "recorded"] as const) {
    assert.ok(!asked({ verdicts }).text.includes("secreto"), verdicts);
  }
});

Deno.test("live, what is hidden is sealed and what is not is known; recorded, all is sealed", () => {
  const sealed = (verdicts: "live" | "recorded") =>
    asked({ verdicts }).lab.tasks.map(({ checks }) => checks.map((check) => check.sealed !== undefined));
  assert.deepEqual(sealed("live"), [[false, true], [true], [false]]);
  assert.deepEqual(sealed("recorded"), [[true, true], [true], [true]]);
});

Deno.test("a task with a hidden check is never passed on the student's machine, whatever is seen", () => {
  const web = { id: "c", name: "web", state: "running", startedAt: 1 };
  const snapshot = {
    ...emptySnapshot(9e12),
    containers: new Map([["web", { kind: "found", facts: web }]]),
  } as unknown as Snapshot;
  const { tasks } = judgeLab(asked().lab, snapshot, { passed: new Map(), workspace: "/w" });
  assert.equal(tasks[0]?.status, "unchecked");
  assert.deepEqual(tasks[0]?.checks.map(({ status }) => status), ["passed", "unchecked"]);
});

Deno.test("hints of tasks stay behind, for nobody shows them and anybody could read them; those of questions come where they are shown", () => {
  for (const verdicts of ["live", "recorded"] as const) {
    const { text, lab } = asked({ hints: "shown", verdicts });
    assert.doesNotMatch(text, /Think\.|It has stopped/);
    assert.deepEqual(lab.tasks.flatMap(({ hints }) => hints), []);
  }
  const inQuestions = (hints: "none" | "shown") =>
    asked({ hints }).lab.tasks.flatMap(({ questions }) => questions.flatMap(({ hints }) => hints.map(({ en }) => en)));
  assert.deepEqual(inQuestions("none"), []);
  assert.deepEqual(inQuestions("shown"), ["Look at it."]);
});

Deno.test("tasks that are asked bring those that they need, and no others", () => {
  const tasks = (...ids: readonly string[]) => asked({ tasks: ids }).lab.tasks.map(({ id }) => id);
  assert.deepEqual(tasks("dos"), ["uno", "dos"]);
  assert.deepEqual(tasks("tres"), ["tres"]);
});

Deno.test("what the lab needs to be prepared is there, and its questions have an empty key", () => {
  const { lab } = asked();
  assert.deepEqual([lab.setup, lab.images, lab.workspace], [["docker volume create datos"], ["busybox"], ["a.txt"]]);
  assert.equal(lab.requires?.disk, decoded.value?.requires?.disk);
  const [question] = lab.tasks[0]?.questions ?? [];
  assert.ok(question?.kind === "truefalse");
  assert.match(question.id, /^n[0-9a-f]{16}$/);
  assert.equal(question.explanation.es, "");
});

Deno.test("a lab of another name, or without its starter files, is none", () => {
  const { lab: _, text } = asked();
  const document = JSON.parse(text);
  assert.equal(decodeAskedLab({ id: "otro", document, workspace: { "a.txt": "" } }), undefined);
  assert.equal(decodeAskedLab({ id: "mio", document, workspace: {} }), undefined);
  const twice = { ...document, tasks: [...document.tasks, document.tasks[0]] };
  assert.equal(decodeAskedLab({ id: "mio", document: twice, workspace: { "a.txt": "" } }), undefined);
});
