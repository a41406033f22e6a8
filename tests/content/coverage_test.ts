/** Every concept of the course is asked, in more than one way; what coverage calls a gap. */

import assert from "node:assert/strict";
import { coverage, type Gap, isCovered } from "../../lib/content/coverage.ts";
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
  - { kind: truefalse, id: a, concepts: [hecho, dicho], prompt: A, answer: true, explanation: Sí. }
  - { kind: truefalse, id: b, concepts: [dicho], prompt: B, answer: true, explanation: Sí. }
  - { kind: text, id: c, concepts: [excusa], prompt: C, accept: [c], explanation: Sí. }
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
