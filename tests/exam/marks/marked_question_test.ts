/** What the marks say of a question: its line, its options, its answers in words. */

import assert from "node:assert/strict";
import { itemFacts, titleOf } from "../../../lib/exam/marks/marked_question.ts";
import { make } from "../../quiz/make_question.ts";

const truefalse = (prompt: string) => make("truefalse", { prompt, answer: true });

Deno.test("a question is called by the first line of what is asked, not by the code before it", () => {
  assert.equal(titleOf(truefalse("¿Qué **es**?\n\nMás")).es, "¿Qué **es**?");
  assert.equal(titleOf(truefalse("```console\n$ docker ps\n```\n\n¿Qué muestra?")).es, "¿Qué muestra?");
  assert.equal(titleOf(truefalse("```console\n$ docker ps\n```")).es, "$ docker ps");
  assert.equal(titleOf(truefalse("1. ---\n¿Y esto?")).es, "¿Y esto?");
});

Deno.test("options are those of the question, right as its rule says", () => {
  const weighted = make("multiple", {
    scoring: "weights",
    choices: [{ text: "a", weight: 0.5 }, { text: "b", weight: 0.5 }, { text: "c", weight: -0.5 }],
  });
  assert.deepEqual(itemFacts(weighted).options?.map(({ id, right }) => [id, right]), [["a", true], ["b", true], [
    "c",
    false,
  ]]);
  assert.deepEqual(itemFacts(truefalse("x")).options?.map(({ id, right }) => [id, right]), [["true", true], [
    "false",
    false,
  ]]);
  assert.equal(itemFacts(make("text", { accept: ["x"] })).options, undefined);
});

Deno.test("answers are ids where there are options, and words where there are none", () => {
  const choice = make("choice", { choices: [{ text: "sí", correct: true }, { text: "no" }] });
  assert.deepEqual(itemFacts(choice).chosen("b"), ["b"]);
  const match = make("match", { pairs: [{ left: "uno", right: "1" }, { left: "dos", right: "2" }] });
  assert.deepEqual(itemFacts(match).chosen({ a: "b", b: "a" }), ["uno → 2; dos → 1"]);
  assert.deepEqual(itemFacts(match).chosen({ gone: "b" }), ["gone: b"], "a question that was changed since");
  assert.deepEqual(itemFacts(truefalse("x")).chosen(false), ["false"]);
});
