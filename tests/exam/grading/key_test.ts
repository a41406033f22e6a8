/** What a pack asks, looked up in content that has gone on since it was packed. */

import assert from "node:assert/strict";
import { decodeLab } from "../../../lib/content/decode_lab.ts";
import { isRecord } from "../../../lib/content/is_record.ts";
import type { Lab } from "../../../lib/content/schema/lab.ts";
import type { Question } from "../../../lib/content/schema/question.ts";
import { parseYaml } from "../../../lib/content/yaml.ts";
import { type Bank, drawsOf } from "../../../lib/exam/session/draws.ts";
import { itemsOf, keyOf } from "../../../lib/exam/grading/key.ts";
import { namingWith } from "../../../lib/exam/pack/opaque.ts";
import { packOf } from "../../../lib/exam/pack/pack_of.ts";
import { decodeSpec } from "../../../lib/exam/session/spec_document.ts";
import { make, makeQuiz } from "../../quiz/make_question.ts";

const naming = namingWith(new Uint8Array(32));
const [uno, dos, tres] = ["uno", "dos", "tres"].map((id) => make("truefalse", { id, answer: true }));
assert.ok(uno && dos && tres);

const asks = (id: string) =>
  `{ kind: truefalse, id: ${id}, concepts: [nube], prompt: "¿Sí?", explanation: Sí., answer: true }`;
const task = (id: string, ...questions: readonly string[]) => `
  - id: ${id}
    title: { es: ${id}, en: ${id} }
    text: { es: Arranca ${id}., en: Start ${id}. }
    checks: [{ container: web-${id}, state: running }]
    questions: [${questions.map(asks).join(", ")}]
    explanation: { es: ., en: . }
    solution: [docker run -d --name ${id} busybox]`;

function labWith(
  ...tasks: readonly string[]
): { readonly lab: Lab; readonly written: Readonly<Record<string, unknown>> } {
  const text = `format: 1
id: puerto
title: { es: Puerto, en: Port }
concepts: [nube]
minutes: 5
images: [busybox]
tasks:${tasks.join("")}
`;
  const { value: lab, problems } = decodeLab(text, "lab.yaml");
  assert.ok(lab, JSON.stringify(problems.map(({ what }) => what.en)));
  const parsed = parseYaml(text);
  assert.ok(parsed.kind === "document" && isRecord(parsed.document.value));
  return { lab, written: parsed.document.value };
}

function bankOf(questions: readonly Question[], ...labs: readonly Lab[]): Bank {
  return {
    quizzes: new Map([["prueba", makeQuiz(questions)]]),
    quizIds: ["prueba"],
    concepts: new Map(),
    labs: new Map(labs.map((lab) => [lab.id, lab])),
    labIds: labs.map(({ id }) => id),
  };
}

function specOf(draw: string) {
  const text = `format: 1\nid: examen\ntitle: Examen\nlabs: [{ lab: puerto }]\ndraw: [${draw}]\n`;
  const { value, problems } = decodeSpec(text, "e.yaml");
  assert.ok(value, JSON.stringify(problems));
  return value;
}

const packed = labWith(task("a", "pa"), task("b"));
const all = [uno, dos, tres];

function keyAfter(draw: string, now: Bank) {
  const spec = specOf(draw);
  const before = bankOf(all, packed.lab);
  const pack = packOf({
    spec,
    pools: drawsOf(spec, before).pools,
    labs: [{ ...packed, workspace: new Map() }],
    secrets: { salt: new Uint8Array(32), seed: "00".repeat(32) },
    recipient: "age1",
    tickets: false,
  });
  const key = keyOf(pack, spec, now, naming);
  return { missing: key.missing, items: itemsOf(pack, key).map(({ id, max }) => `${id} ${max}`) };
}

Deno.test("a task and a question that a lab got after it was packed count for nobody", () => {
  const later = labWith(task("a", "pa", "nueva"), task("b"), task("c", "pc"));
  const draw = "{ quiz: prueba }";
  assert.deepEqual(keyAfter(draw, bankOf(all, later.lab)), keyAfter(draw, bankOf(all, packed.lab)));
  assert.deepEqual(keyAfter(draw, bankOf(all, packed.lab)), {
    missing: 0,
    items: ["prueba/uno 1", "prueba/dos 1", "prueba/tres 1", "task/puerto/a 1", "task/puerto/b 1", "puerto/a/pa 1"],
  });
});

Deno.test("what is gone from the content is counted: questions, tasks, and whole labs", () => {
  const draw = "{ quiz: prueba }";
  assert.equal(keyAfter(draw, bankOf([uno], packed.lab)).missing, 2);
  assert.equal(keyAfter(draw, bankOf(all, labWith(task("b")).lab)).missing, 2);
  assert.equal(keyAfter(draw, bankOf(all)).missing, 3);
});

Deno.test("a question that was taken away leaves the others with the points that the session gives them", () => {
  const fewer = bankOf([uno, tres], packed.lab);
  for (const draw of ["quiz: prueba, count: 3", "questions: [prueba/uno, prueba/dos, prueba/tres]"]) {
    const { items, missing } = keyAfter(`{ ${draw}, points: 4 }`, fewer);
    assert.deepEqual([missing, items.slice(0, 2)], [1, ["prueba/uno 4", "prueba/tres 4"]]);
  }
});
