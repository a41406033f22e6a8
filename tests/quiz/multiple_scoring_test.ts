/** The named scoring rules: known values, and what must hold whatever the numbers. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { scoreTicks, scoreWeights, type Ticks } from "../../lib/quiz/multiple_scoring.ts";

const rules = ["exact", "net", "balanced", "each", "coverage", "subset"] as const;

/** right ticks, wrong ticks, correct, wrong → exact, net, balanced, each, coverage, subset. */
const table: readonly [number, number, number, number, readonly number[]][] = [
  [3, 0, 3, 2, [1, 1, 1, 1, 1, 1]],
  [0, 0, 3, 2, [0, 0, 0, 2 / 5, 0, 0]],
  [3, 2, 3, 2, [0, 1 / 3, 0, 3 / 5, 9 / 15, 0]],
  [2, 0, 3, 2, [0, 2 / 3, 2 / 3, 4 / 5, 2 / 3, 2 / 3]],
  [2, 1, 3, 2, [0, 1 / 3, 1 / 6, 3 / 5, 4 / 9, 0]],
  [0, 2, 3, 2, [0, 0, 0, 0, 0, 0]],
  [1, 0, 2, 0, [0, 1 / 2, 1 / 2, 1 / 2, 1 / 2, 1 / 2]],
  [0, 0, 0, 3, [1, 1, 1, 1, 1, 1]],
  [0, 1, 0, 3, [0, 0, 0, 2 / 3, 0, 0]],
];

Deno.test("the rules give the values of their formulas", () => {
  for (const [rightTicks, wrongTicks, correct, wrong, expected] of table) {
    rules.forEach((rule, index) => {
      const got = scoreTicks(rule, { rightTicks, wrongTicks, correct, wrong });
      assert.ok(Math.abs(got - (expected[index] ?? NaN)) < 1e-12, `${rule} ${rightTicks}/${wrongTicks}: ${got}`);
    });
  }
});

const ticks: fc.Arbitrary<Ticks> = fc.record({
  correct: fc.integer({ min: 1, max: 10 }),
  wrong: fc.integer({ min: 0, max: 10 }),
})
  .chain(({ correct, wrong }) =>
    fc.record({
      rightTicks: fc.integer({ min: 0, max: correct }),
      wrongTicks: fc.integer({ min: 0, max: wrong }),
      correct: fc.constant(correct),
      wrong: fc.constant(wrong),
    })
  );

Deno.test("every score is in 0…1, all right is 1, and only all right is 1", () => {
  fc.assert(fc.property(ticks, fc.constantFrom(...rules), (given, rule) => {
    const score = scoreTicks(rule, given);
    assert.ok(score >= 0 && score <= 1);
    assert.equal(scoreTicks(rule, { ...given, rightTicks: given.correct, wrongTicks: 0 }), 1);
    if (given.rightTicks < given.correct || given.wrongTicks > 0) assert.ok(score < 1);
  }));
});

Deno.test("ticking nothing is worth nothing, except that `each` pays for what was left alone", () => {
  fc.assert(fc.property(ticks, fc.constantFrom(...rules), (given, rule) => {
    const score = scoreTicks(rule, { ...given, rightTicks: 0, wrongTicks: 0 });
    assert.equal(score, rule === "each" ? given.wrong / (given.correct + given.wrong) : 0);
  }));
});

Deno.test("ticking everything scores nothing with exact, balanced and subset where something is wrong", () => {
  fc.assert(
    fc.property(
      ticks.filter(({ wrong }) => wrong > 0),
      fc.constantFrom("exact", "balanced", "subset"),
      (given, rule) => {
        assert.equal(scoreTicks(rule, { ...given, rightTicks: given.correct, wrongTicks: given.wrong }), 0);
      },
    ),
  );
});

Deno.test("one more right tick never costs, one more wrong tick never pays", () => {
  fc.assert(fc.property(ticks, fc.constantFrom(...rules), (given, rule) => {
    const score = scoreTicks(rule, given);
    if (given.rightTicks < given.correct) {
      assert.ok(scoreTicks(rule, { ...given, rightTicks: given.rightTicks + 1 }) >= score);
    }
    if (given.wrongTicks < given.wrong) {
      assert.ok(scoreTicks(rule, { ...given, wrongTicks: given.wrongTicks + 1 }) <= score);
    }
  }));
});

Deno.test("weights are added and kept in 0…1", () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true })), (weights) => {
    const score = scoreWeights(weights);
    assert.ok(score >= 0 && score <= 1);
  }));
  assert.equal(scoreWeights([0.5, 0.25]), 0.75);
});
