/** Every concept of the course is asked, in more than one way; what coverage calls a gap. */

import assert from "node:assert/strict";
import { coverage, type Gap, isCovered, levelsOf } from "../../lib/content/coverage.ts";
import { decodeConcepts, decodeQuiz } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import type { Concept } from "../../lib/content/schema/concept.ts";
import { shippedConcepts, shippedLabs, shippedQuizzes } from "./shipped.ts";

const shipped = coverage(shippedConcepts(), shippedQuizzes(), shippedLabs());
const withGap = (gap: Gap) => shipped.filter(({ gaps }) => gaps.includes(gap)).map(({ concept }) => concept.id);

Deno.test("each of the 169 concepts is asked at least twice, in two kinds of question", () => {
  assert.equal(shipped.length, 169);
  assert.deepEqual(withGap("never-asked"), []);
  assert.deepEqual(withGap("asked-once"), []);
  assert.deepEqual(withGap("one-kind"), []);
});

Deno.test("each concept that can be exercised on an engine is exercised by a task or says why not", () => {
  assert.deepEqual(withGap("not-exercised"), []);
});

Deno.test("at least a third of the 400 questions is above recall: something is carried out, or found out", () => {
  const { recall, understand, apply, analyse, unsaid } = levelsOf(shippedQuizzes());
  const total = recall + understand + apply + analyse;
  assert.equal(unsaid, 0);
  assert.ok(total >= 400, `${total} questions`);
  // Stricter than Bloom: to explain or classify is above recall too, but is not what the course promises.
  assert.ok(apply + analyse >= total / 3, `${apply + analyse} of ${total}`);
});

Deno.test("what a kind of question cannot ask for is no level of it", () => {
  const wrong = shippedQuizzes().flatMap(({ questions }) => questions).filter(({ kind, level }) =>
    kind === "command" && (level === "recall" || level === "understand") || kind === "truefalse" && level === "analyse"
  );
  assert.deepEqual(wrong.map(({ id, level }) => `${id}: ${level}`), []);
});

const concepts = `
format: 1
concepts:
  - { id: hecho, area: images, practical: docker-lab, name: Hecho, fact: Se hace. }
  - { id: dicho, area: images, name: Dicho, fact: Se dice. }
  - { id: excusa, area: images, practical: vm-in-docker, unexercised: Hace falta KVM., name: Excusa, fact: No se puede. }
  - { id: olvido, area: images, practical: swarm-lab, name: Olvido, fact: Nadie lo hizo. }
`;
const quiz = `
format: 1
id: prueba
title: Prueba
questions:
  - { kind: truefalse, id: a, level: recall, concepts: [hecho, dicho], prompt: A, answer: true, explanation: Sí. }
  - { kind: truefalse, id: b, concepts: [dicho], prompt: B, answer: true, explanation: Sí. }
  - { kind: text, id: c, level: analyse, concepts: [excusa], prompt: C, accept: [c], explanation: Sí. }
`;
const lab = `
format: 1
id: practica
title: Práctica
concepts: [hecho]
minutes: 5
tasks:
  - id: unica
    title: Única
    concepts: [hecho]
    text: Hazlo.
    checks: [{ container: web, state: running }]
    questions:
      - { kind: number, id: d, concepts: [excusa], prompt: D, answer: 3, explanation: Tres. }
    explanation: Ya está.
    solution: [docker run -d --name web busybox sleep 60]
`;

function must<Value>({ value }: { readonly value?: Value }): Value {
  assert.ok(value);
  return value;
}

Deno.test("a gap is told by its name, and a written reason is as good as a task", () => {
  const list: readonly Concept[] = must(decodeConcepts(concepts, "concepts.yaml")).concepts;
  const rows = coverage(list, [must(decodeQuiz(quiz, "prueba.yaml"))], [must(decodeLab(lab, "practica/lab.yaml"))]);
  assert.deepEqual(rows.map(({ concept, gaps }) => [concept.id, gaps]), [
    ["hecho", ["asked-once"]],
    ["dicho", ["one-kind"]],
    ["excusa", []],
    ["olvido", ["never-asked", "not-exercised"]],
  ]);
  assert.deepEqual(rows.map(isCovered), [true, true, true, false]);
  assert.deepEqual(rows[0]?.tasks, ["practica/unica"]);
  assert.deepEqual(rows[2]?.questions, ["prueba/c", "practica/unica/d"]);
});

Deno.test("questions are counted by what they take, and those that do not say it apart", () => {
  const levels = levelsOf([must(decodeQuiz(quiz, "prueba.yaml"))]);
  assert.deepEqual(levels, { recall: 1, understand: 0, apply: 0, analyse: 1, unsaid: 1 });
});
