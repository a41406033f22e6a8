/** Order and match: parts for what is right, feedback for what is not. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { match } from "../../lib/quiz/kinds/match.ts";
import { concordantPairs, order } from "../../lib/quiz/kinds/order.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { make } from "./make_question.ts";

const steps = make("order", {
  items: [{ text: "escribir" }, { text: "construir" }, { text: "arrancar" }, { text: "mirar" }],
});

Deno.test("order pays for each pair that is in the right order", () => {
  const worth = (items: string): number => order.grade(steps, { kind: "order", items: [...items] }).fraction;
  assert.equal(worth("abcd"), 1);
  assert.equal(worth("dcba"), 0);
  assert.equal(worth("bacd"), 5 / 6);
  assert.equal(worth("ab"), 1 / 6);
  assert.equal(worth("aaaa"), 0);
  const exact = make("order", { scoring: "exact", items: [{ text: "1" }, { text: "2" }, { text: "3" }] });
  assert.equal(order.grade(exact, { kind: "order", items: ["a", "c", "b"] }).fraction, 0);
});

Deno.test("order says which neighbours are the wrong way round", () => {
  const mark = order.grade(steps, { kind: "order", items: ["a", "c", "b", "d"] });
  assert.equal(mark.remarks[0]?.es, "«construir» va antes que «arrancar»");
});

Deno.test("the part is 1 − 2 · inversions / (n (n − 1))", () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), (size, seed) => {
    const right = Array.from({ length: size }, (_, index) => String(index));
    const given = [...right].sort((a, b) => seeded(seed + Number(a))() - seeded(seed + Number(b))());
    let inversions = 0;
    given.forEach((one, index) =>
      given.slice(index + 1).forEach((other) => inversions += Number(one) > Number(other) ? 1 : 0)
    );
    assert.ok(Math.abs(concordantPairs(right, given) - (1 - 2 * inversions / (size * (size - 1)))) < 1e-12);
  }));
});

Deno.test("items are never shown in the right order already", () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const shown = order.shown(steps, seeded(seed));
    assert.notDeepEqual(shown, ["a", "b", "c", "d"]);
    assert.deepEqual([...shown].sort(), ["a", "b", "c", "d"]);
  }));
  assert.notDeepEqual(order.shown(steps, () => 0.999999), ["a", "b", "c", "d"]);
});

Deno.test("order reads every item once", () => {
  assert.deepEqual(order.parse(steps, ["d", "c", "escribir", "b"]), { kind: "order", items: ["d", "c", "a", "b"] });
  for (const raw of [["a", "b"], ["a", "a", "b", "c"], "abcd", null, ["a", "b", "c", "z"]]) {
    assert.ok("problem" in order.parse(steps, raw));
  }
});

const flags = make("match", {
  pairs: [
    { left: "-d", right: { es: "en segundo plano", en: "detached" } },
    { left: "-p", right: { es: "publica un puerto", en: "publishes a port" }, feedback: "La p es de publicar." },
  ],
  distractors: [{ text: "monta un volumen" }],
});

Deno.test("match pays for right pairs and gives the feedback of the wrong ones", () => {
  const mark = match.grade(flags, { kind: "match", pairs: { a: "a", b: "x-a" } });
  assert.equal(mark.fraction, 0.5);
  assert.deepEqual(mark.remarks.map(({ es }) => es), ["La p es de publicar."]);
  assert.equal(
    match.grade(flags, { kind: "match", pairs: { b: "b" } }).remarks[0]?.es,
    "«-d» se ha quedado sin pareja",
  );
  assert.equal(match.grade(flags, { kind: "match", pairs: { a: "a", b: "b" } }).status, "correct");
});

Deno.test("match shows every right and every distractor", () => {
  assert.deepEqual([...match.shown(flags, seeded(3))].sort(), ["a", "b", "x-a"]);
});

Deno.test("match reads ids or texts on both sides", () => {
  assert.deepEqual(match.parse(flags, { "-d": "detached", b: "monta un volumen" }), {
    kind: "match",
    pairs: { a: "a", b: "x-a" },
  });
  for (const raw of [{ z: "a" }, { a: "z" }, ["a"], { a: "a", "-d": "b" }]) {
    assert.ok("problem" in match.parse(flags, raw));
  }
});

Deno.test("two rights that read the same are the same", () => {
  const twins = make("match", {
    pairs: [{ left: "1", right: "sí" }, { left: "2", right: "sí" }, { left: "3", right: "no" }],
  });
  assert.equal(match.grade(twins, { kind: "match", pairs: { a: "b", b: "a", c: "c" } }).fraction, 1);
});
