/** What blind guessing is worth: against counting by hand, against trying everything, against simulation. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Question, QuestionOf } from "../../../lib/content/schema/question.ts";
import { blindAnswer, guessScore } from "../../../lib/exam/guessing/guess_score.ts";
import { grade } from "../../../lib/quiz/grade.ts";
import { seeded } from "../../../lib/quiz/rng.ts";
import { make } from "../../quiz/make_question.ts";

const near = (actual: number, expected: number, slack = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= slack, `${actual}, expected ${expected}`);

const rules = ["exact", "net", "balanced", "each", "coverage", "subset", "weights"] as const;

function multiple(correct: readonly boolean[], scoring: string, weights?: readonly number[]): QuestionOf<"multiple"> {
  return make("multiple", {
    scoring,
    choices: correct.map((right, index) => ({
      text: `opción ${index}`,
      correct: right,
      ...(weights ? { weight: weights[index] } : {}),
    })),
  });
}

/** All 2ⁿ sets of ticks, one by one. */
function triedOut(question: QuestionOf<"multiple">): number {
  const ids = question.choices.map(({ id }) => id);
  let sum = 0;
  for (let set = 0; set < 2 ** ids.length; set++) {
    sum += grade(question, { kind: "multiple", choices: ids.filter((_, index) => set >> index & 1) }).fraction;
  }
  return sum / 2 ** ids.length;
}

Deno.test("choice, truefalse and typed questions are worth what anybody would say", () => {
  const choices = [{ text: "a", correct: true }, { text: "b" }, { text: "c" }, { text: "d" }];
  assert.deepEqual(guessScore(make("choice", { choices })), { score: 0.25, exact: true });
  assert.deepEqual(guessScore(make("truefalse", { answer: false })), { score: 0.5, exact: true });
  assert.equal(guessScore(make("text", { accept: ["docker"] })).score, 0);
  assert.equal(guessScore(make("number", { answer: 3 })).score, 0);
  assert.equal(guessScore(make("command", { accept: ["docker ps"] })).score, 0);
  assert.equal(guessScore(make("cloze", { text: "{{a}}", blanks: { a: { accept: ["x"] } } })).score, 0);
});

Deno.test("a number that takes anything is worth all of it", () => {
  assert.equal(guessScore(make("number", { range: { min: "-1e30", max: "1e30" } })).score, 1);
});

Deno.test("multiple: by hand for three right and two wrong ones", () => {
  const question = (scoring: string) => multiple([true, true, true, false, false], scoring);
  near(guessScore(question("exact")).score, 1 / 32);
  near(guessScore(question("each")).score, 0.5);
  // subset: nothing wrong ticked (a quarter), and on average half of the right ones.
  near(guessScore(question("subset")).score, 1 / 8);
  // balanced: t/3 − f/2 above 0, over (t, f): (3·1 + 3·2 + 3) / 3 / 32 without a wrong tick, and so on.
  near(guessScore(question("balanced")).score, (4 + 2 * (3 * (1 / 6) + 1 * (1 / 2))) / 32);
});

Deno.test("multiple: grading one set of each make-up gives what trying all sets gives, under every rule", () => {
  fc.assert(fc.property(
    fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
    fc.constantFrom(...rules),
    fc.array(fc.constantFrom(-1, -0.5, -0.33333, 0, 0.25, 0.33333, 0.5, 1), { minLength: 8, maxLength: 8 }),
    (correct, scoring, weights) => {
      const question = multiple(correct, scoring, scoring === "weights" ? weights : undefined);
      const found = guessScore(question);
      assert.equal(found.exact, true);
      near(found.score, triedOut(question), 1e-9);
    },
  ));
});

Deno.test("multiple: so many different weights that they are simulated, which is said", () => {
  const weights = Array.from({ length: 15 }, (_, index) => (index - 6) / 20);
  const question = multiple(weights.map((weight) => weight > 0), "weights", weights);
  const found = guessScore(question);
  assert.equal(found.exact, false);
  assert.deepEqual(guessScore(question), found, "and gives the same again");
  // 16384 draws of something between 0 and 1.
  near(found.score, triedOut(question), 4 * 0.5 / Math.sqrt(16384));
});

Deno.test("order: with pairs a half and with all or nothing 1 / n!, counted or not", () => {
  const order = (count: number, scoring: string) =>
    make("order", { scoring, items: Array.from({ length: count }, (_, index) => ({ text: `paso ${index}` })) });
  for (const count of [3, 5, 7, 8, 20]) near(guessScore(order(count, "pairs")).score, 0.5);
  near(guessScore(order(3, "exact")).score, 1 / 6);
  near(guessScore(order(7, "exact")).score, 1 / 5040);
  near(guessScore(order(9, "exact")).score, 1 / 362880);
});

Deno.test("match: one of the rights for each left, also where distractors stand by or two rights read the same", () => {
  const pairs = [{ left: "a", right: "1" }, { left: "b", right: "2" }, { left: "c", right: "3" }];
  near(guessScore(make("match", { pairs })).score, 1 / 3);
  near(guessScore(make("match", { pairs, distractors: [{ text: "4" }, { text: "5" }] })).score, 1 / 5);
  const twice = [{ left: "a", right: "1" }, { left: "b", right: "1" }, { left: "c", right: "2" }];
  near(guessScore(make("match", { pairs: twice })).score, (2 / 3 + 2 / 3 + 1 / 3) / 3);
});

Deno.test("every kind that can be guessed: the score is the mean of a hundred thousand blind answers", () => {
  const questions: readonly Question[] = [
    make("choice", { choices: [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c" }] }),
    make("truefalse", { answer: true }),
    make("order", { scoring: "pairs", items: ["a", "b", "c", "d"].map((text) => ({ text })) }),
    make("order", { scoring: "exact", items: ["a", "b", "c"].map((text) => ({ text })) }),
    make("match", { pairs: [{ left: "a", right: "1" }, { left: "b", right: "2" }], distractors: [{ text: "3" }] }),
    ...rules.flatMap((rule) =>
      [[true, true, false], [true, false, false, false, true], [true, true, true, true]].map((correct) =>
        multiple(correct, rule)
      )
    ),
  ];
  const rng = seeded(2024);
  const rounds = 100_000 / questions.length | 0;
  for (const question of questions) {
    let [sum, squares] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const answer = blindAnswer(question, rng);
      assert.ok(answer);
      const { fraction } = grade(question, answer);
      sum += fraction;
      squares += fraction ** 2;
    }
    const deviation = Math.sqrt(Math.max(0, squares / rounds - (sum / rounds) ** 2));
    // Four and a half standard errors.
    near(guessScore(question).score, sum / rounds, 4.5 * deviation / Math.sqrt(rounds) + 1e-9);
  }
});
