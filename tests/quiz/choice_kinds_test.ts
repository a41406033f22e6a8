/** Choice, multiple and true or false: marks, feedback, the answers file, the order shown. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { choice } from "../../lib/quiz/kinds/choice.ts";
import { multiple } from "../../lib/quiz/kinds/multiple.ts";
import { truefalse } from "../../lib/quiz/kinds/truefalse.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { make } from "./make_question.ts";

const one = make("choice", {
  choices: [
    { text: { es: "un proceso", en: "a process" }, correct: true, feedback: "Eso es." },
    {
      text: { es: "una máquina", en: "a machine" },
      feedback: { es: "No hay otro núcleo.", en: "There is no other kernel." },
    },
    { text: "un fichero" },
    { text: "ninguna", last: true },
  ],
});

Deno.test("a choice gives its own feedback, right or wrong", () => {
  assert.deepEqual(choice.grade(one, { kind: "choice", choice: "a" }).remarks, [{ es: "Eso es.", en: "Eso es." }]);
  const wrong = choice.grade(one, { kind: "choice", choice: "b" });
  assert.equal(wrong.status, "incorrect");
  assert.equal(wrong.remarks[0]?.en, "There is no other kernel.");
  assert.equal(wrong.solution.en, "a process");
});

Deno.test("a choice is named by id or by its text in either language", () => {
  for (const raw of ["b", "B", "una máquina", "A machine", " una  máquina. "]) {
    assert.deepEqual(choice.parse(one, raw), { kind: "choice", choice: "b" }, raw);
  }
  for (const raw of ["z", 3, null, [], {}, ["b"]]) assert.ok("problem" in choice.parse(one, raw), JSON.stringify(raw));
});

Deno.test("choices are shuffled with those marked last at the end", () => {
  const orders = Array.from({ length: 40 }, (_, seed) => choice.shown(one, seeded(seed)));
  assert.ok(orders.every((order) => order.at(-1) === "d" && new Set(order).size === 4));
  assert.equal(new Set(orders.map((order) => order.join(""))).size, 6);
});

Deno.test("shuffle: false keeps the order of the file", () => {
  const fixed = make("choice", { shuffle: false, choices: [{ text: "1", correct: true }, { text: "2" }] });
  assert.deepEqual(choice.shown(fixed, seeded(7)), ["a", "b"]);
});

const several = make("multiple", {
  choices: [
    { text: "uno", correct: true },
    { text: "dos", feedback: "Dos no." },
    { text: "tres", correct: true },
    { text: "cuatro" },
  ],
});

Deno.test("multiple gives feedback of the ticked choices and counts what is missing and what is too much", () => {
  const mark = multiple.grade(several, { kind: "multiple", choices: ["a", "b"] });
  assert.equal(mark.fraction, 0);
  assert.deepEqual(mark.remarks.map(({ es }) => es), [
    "Dos no.",
    "Te falta 1 opción correcta",
    "Has marcado 1 opción que no es correcta",
  ]);
  assert.equal(multiple.grade(several, { kind: "multiple", choices: ["a"] }).fraction, 0.5);
  assert.equal(multiple.grade(several, { kind: "multiple", choices: ["c", "a"] }).status, "correct");
});

Deno.test("multiple reads a list, one alone, and nothing ticked", () => {
  assert.deepEqual(multiple.parse(several, ["a", "tres", "a"]), { kind: "multiple", choices: ["a", "c"] });
  assert.deepEqual(multiple.parse(several, "a"), { kind: "multiple", choices: ["a"] });
  assert.deepEqual(multiple.parse(several, []), { kind: "multiple", choices: [] });
  assert.ok("problem" in multiple.parse(several, ["a", "x"]));
});

Deno.test("weights add up, thirds of five decimals make a whole, and the sum stays in 0…1", () => {
  const weighted = make("multiple", {
    scoring: "weights",
    choices: [{ text: "1", weight: 0.33333 }, { text: "2", weight: 0.33333 }, { text: "3", weight: 0.33334 }, {
      text: "4",
      weight: -1,
    }],
  });
  const worth = (...choices: string[]): number => multiple.grade(weighted, { kind: "multiple", choices }).fraction;
  assert.equal(worth("a", "b", "c"), 1);
  assert.equal(worth("a"), 0.33333);
  assert.equal(worth("a", "d"), 0);
  assert.equal(worth(), 0);
});

const claim = make("truefalse", { answer: false, feedback: "Es al revés." });

Deno.test("true or false understands both languages", () => {
  for (const raw of [true, "true", "v", "V", "verdadero", "Sí", "si", "yes", "y", "cierto", "t"]) {
    assert.deepEqual(truefalse.parse(claim, raw), { kind: "truefalse", value: true }, String(raw));
  }
  for (const raw of [false, "false", "f", "F", "falso", "no", "N"]) {
    assert.deepEqual(truefalse.parse(claim, raw), { kind: "truefalse", value: false }, String(raw));
  }
  for (const raw of ["quizás", null, [], 2]) assert.ok("problem" in truefalse.parse(claim, raw));
});

Deno.test("true or false shows its feedback to who was wrong", () => {
  assert.equal(truefalse.grade(claim, { kind: "truefalse", value: true }).remarks[0]?.es, "Es al revés.");
  assert.deepEqual(truefalse.grade(claim, { kind: "truefalse", value: false }).remarks, []);
});

Deno.test("whatever stands in an answers file is read or refused, never thrown at", () => {
  fc.assert(fc.property(fc.anything(), (raw) => {
    for (const read of [choice.parse(one, raw), multiple.parse(several, raw), truefalse.parse(claim, raw)]) {
      assert.ok("problem" in read || "kind" in read);
    }
  }));
});
