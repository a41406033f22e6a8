import assert from "node:assert/strict";
import fc from "fast-check";
import { questionSchemas } from "../../lib/content/schema/question.ts";
import { type Rated, ratingOf, ratings } from "../../lib/study/rating.ts";
import type { Rating } from "../../lib/study/events.ts";

const rules: readonly (readonly [string, Rated, Rating])[] = [
  ["a wrong or skipped answer is rated again", { fraction: 0 }, "again"],
  ["a wrong answer that was sure is rated again too", { fraction: 0, confidence: "sure", took: 1000 }, "again"],
  ["less than half right is rated again", { fraction: 0.4 }, "again"],
  ["half right is rated hard", { fraction: 0.5, confidence: "sure" }, "hard"],
  ["a missing accent does not make an answer half known", { fraction: 0.9 }, "good"],
  ["right after a hint is rated hard", { fraction: 1, hints: 1, confidence: "sure", took: 1, kind: "choice" }, "hard"],
  ["a guess that was right is rated hard", { fraction: 1, confidence: "guess" }, "hard"],
  ["right, and nothing else known, is rated good", { fraction: 1 }, "good"],
  ["right and unsure is rated good", { fraction: 1, confidence: "unsure", took: 1000, kind: "choice" }, "good"],
  ["right, sure and quick is rated easy", { fraction: 1, confidence: "sure", took: 9000, kind: "choice" }, "easy"],
  [
    "right and sure, but slow, is rated good",
    { fraction: 1, confidence: "sure", took: 16_000, kind: "choice" },
    "good",
  ],
  ["what is quick depends on the kind", { fraction: 1, confidence: "sure", took: 16_000, kind: "match" }, "easy"],
  ["a coffee break costs nothing", { fraction: 1, confidence: "sure", took: 3_600_000, kind: "choice" }, "good"],
  ["quick alone is not easy: a guess is quick too", { fraction: 1, took: 900, kind: "choice" }, "good"],
  ["a time that cannot be says nothing", { fraction: 1, confidence: "sure", took: -5, kind: "choice" }, "good"],
  ["of a task the time says nothing", { fraction: 1, confidence: "sure", took: 900 }, "good"],
  ["a fraction that is no number is rated again", { fraction: NaN, confidence: "sure" }, "again"],
];

for (const [name, answer, expected] of rules) {
  Deno.test(name, () => assert.equal(ratingOf(answer), expected));
}

Deno.test("more points never give a lower rating", () => {
  const told = fc.record({
    confidence: fc.constantFrom("sure", "unsure", "guess", undefined),
    took: fc.option(fc.nat(100_000), { nil: undefined }),
    hints: fc.option(fc.nat(2), { nil: undefined }),
    kind: fc.constantFrom(...Object.keys(questionSchemas) as (keyof typeof questionSchemas)[], undefined),
  });
  const fractions = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(told, fractions, fractions, (how, one, other) => {
    const [less, more] = [Math.min(one, other), Math.max(one, other)].map((fraction) =>
      ratings.indexOf(ratingOf({ ...how, fraction }))
    );
    assert.ok(less !== undefined && more !== undefined && less <= more);
  }));
});
