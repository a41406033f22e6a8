/** Questions drawn at random: fair shares, the same seed the same questions, and no concept twice without need. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { type Drawable, drawn, shares } from "../../lib/quiz/draw.ts";

const sizes = fc.array(fc.nat(60), { maxLength: 15 });
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

Deno.test("shares add up to what is asked for, or to all there is, and no group gives more than it has", () => {
  fc.assert(fc.property(sizes, fc.nat(200), (sizes, total) => {
    const given = shares(sizes, total);
    assert.equal(sum(given), Math.min(total, sum(sizes)));
    given.forEach((count, index) => assert.ok(count >= 0 && count <= (sizes[index] ?? 0)));
  }));
});

Deno.test("every group that has questions gives one while there are enough to ask", () => {
  fc.assert(fc.property(sizes, fc.nat(200), (sizes, total) => {
    const groups = sizes.filter((size) => size > 0).length;
    const given = shares(sizes, total);
    if (total >= groups) assert.ok(sizes.every((size, index) => size === 0 || (given[index] ?? 0) >= 1));
    else assert.ok(given.every((count) => count <= 1));
  }));
});

Deno.test("a larger group never gives less than a smaller one", () => {
  fc.assert(fc.property(sizes, fc.nat(200), (sizes, total) => {
    const given = shares(sizes, total);
    for (const [one, size] of sizes.entries()) {
      for (const [other, more] of sizes.entries()) {
        if (more > size) assert.ok((given[other] ?? 0) >= (given[one] ?? 0));
      }
    }
  }));
});

Deno.test("shares are in proportion: 40 questions over areas of 100, 50 and 10", () => {
  assert.deepEqual(shares([100, 50, 10], 40), [25, 13, 2]);
});

const level = fc.constantFrom("recall", "understand", "apply", "analyse", undefined);
const one = fc.record({
  concept: fc.nat(8),
  kind: fc.constantFrom("choice" as const, "truefalse" as const, "command" as const),
  level,
});
const bank = fc.array(one, { maxLength: 30 }).map((all) =>
  all.map(({ concept, kind, level }, index): Drawable => ({
    quiz: "q",
    question: { id: `p${index}`, kind, concepts: [`c${concept}`], ...(level ? { level } : {}) },
  }))
);

Deno.test("what is drawn is different, as many as asked for, and the same for the same seed in any order of the bank", () => {
  fc.assert(fc.property(bank, fc.nat(20), fc.nat(), fc.boolean(), (bank, count, seed, harder) => {
    const some = drawn(bank, count, { seed, harder });
    assert.equal(some.length, Math.min(count, bank.length));
    assert.equal(new Set(some).size, some.length);
    assert.deepEqual(drawn(bank.toReversed(), count, { seed, harder }), some);
  }));
});

Deno.test("no concept is asked twice while there are questions on others", () => {
  fc.assert(fc.property(bank, fc.nat(20), fc.nat(), (bank, count, seed) => {
    const some = drawn(bank, count, { seed });
    const asked = new Set(some.map(({ question }) => question.concepts[0]));
    const all = new Set(bank.map(({ question }) => question.concepts[0]));
    assert.equal(asked.size, Math.min(all.size, some.length));
  }));
});

const about = (id: string, fields: Partial<Drawable["question"]>): Drawable => ({
  quiz: "q",
  question: { id, kind: "choice", concepts: [id], ...fields },
});

Deno.test("the harder ones come first where that is asked for, and a coin last", () => {
  const bank = [
    about("coin", { kind: "truefalse", level: "analyse" }),
    about("recall", { level: "recall" }),
    about("analyse", { level: "analyse" }),
    about("apply", { level: "apply" }),
  ];
  for (const seed of [1, 2, 3, 4, 5]) {
    const ids = drawn(bank, 4, { seed, harder: true }).map(({ question }) => question.id);
    assert.deepEqual(ids, ["analyse", "apply", "recall", "coin"]);
  }
  const plainly = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => drawn(bank, 1, { seed })[0]?.question.id));
  assert.ok(plainly.size > 1, "without it, chance decides");
});
