/** A draw is fair in points, or the teacher is told. */

import assert from "node:assert/strict";
import { unequalDraws } from "../../../lib/exam/session/fairness.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";

const [question] = sampleQuiz.questions;
assert.ok(question);
const pool = (count: number, ...points: readonly number[]) => ({
  title: sampleQuiz.title,
  count,
  questions: points.map((points, index) => ({ ref: `q/${index}`, quiz: "q", question: { ...question, points } })),
});

Deno.test("a draw whose questions are worth the same, and one that takes them all, are fair", () => {
  assert.deepEqual(unequalDraws([pool(2, 1, 1, 1), pool(3, 1, 2, 3), pool(1, 0.1, 0.1)]), []);
});

Deno.test("one that can ask a student for more points than another is warned of, with how many", () => {
  const [finding, ...others] = unequalDraws([pool(2, 1, 1), pool(3, 3, 1, 2.5, 1)]);
  assert.deepEqual(others, []);
  assert.deepEqual(finding?.at, ["draw", 1]);
  assert.equal(finding?.severity, "warning");
  assert.match(finding?.what.es ?? "", /de 4,5 a 6,5 puntos/);
  assert.match(finding?.what.en ?? "", /4\.5 to 6\.5 points/);
});
