/** What a student knows of a question, and how an answer by names becomes one by ids again. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { askedOf } from "../../../lib/exam/pack/asked_of.ts";
import { blankQuestion } from "../../../lib/exam/pack/blank.ts";
import { namingWith } from "../../../lib/exam/pack/opaque.ts";
import { partIdsOf, realAnswer } from "../../../lib/exam/grading/real_answer.ts";
import { same, type Text } from "../../../lib/content/text.ts";
import { grade } from "../../../lib/quiz/grade.ts";
import { kindOf } from "../../../lib/quiz/kinds.ts";
import { isRefused } from "../../../lib/quiz/raw.ts";
import { seeded } from "../../../lib/quiz/rng.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";

const naming = namingWith(new Uint8Array(32).fill(1));
const ref = (id: string) => `quiz/${id}`;

for (const question of sampleQuiz.questions) {
  const asked = askedOf(question, ref(question.id), naming, false);
  const blank = blankQuestion(asked);

  Deno.test(`the student's ${question.kind} (${question.id}) shows all its parts and none twice, in an order of its own`, () => {
    const shown = kindOf(blank).shown(blank, seeded(1));
    const original = kindOf(question).shown(question, seeded(1));
    assert.equal(new Set(shown).size, original.length);
    assert.ok(shown.every((name) => /^n[0-9a-f]{16}$/.test(name)));
  });

  Deno.test(`what is answered to the student's ${question.kind} (${question.id}) is worth what it would be by ids`, () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      const rng = seeded(seed);
      const raw = someAnswer(blank, rng);
      const answer = kindOf(blank).parse(blank, raw);
      assert.ok(!isRefused(answer), JSON.stringify(answer));
      const meant = realAnswer(question, kindOf(blank).raw(answer), partIdsOf(question, ref(question.id), naming));
      assert.ok(meant, JSON.stringify(raw));
      assert.equal(meant.kind, question.kind);
      // The words that a student sees are those that the teacher sees.
      assert.deepEqual(said(kindOf(question).describe(question, meant)), said(kindOf(blank).describe(blank, answer)));
      const { fraction } = grade(question, meant);
      assert.ok(fraction >= 0 && fraction <= 1);
    }));
  });
}

/** Lefts and ticks have no order. */
const said = ({ es, en }: Text) => [es, en].map((text) => text.split(/[;,] /).sort());

type Blank = ReturnType<typeof blankQuestion>;

function someAnswer(blank: Blank, rng: () => number): unknown {
  const shown = kindOf(blank).shown(blank, rng);
  const one = () => shown[Math.floor(rng() * shown.length)];
  switch (blank.kind) {
    case "choice":
      return one();
    case "multiple":
      return shown.filter(() => rng() < 0.5).concat(shown.slice(0, 1));
    case "order":
      return shown;
    case "match":
      return Object.fromEntries(blank.pairs.map(({ id }) => [id, one()]));
    case "cloze":
      return Object.fromEntries(Object.keys(blank.blanks).map((name) => [name, `w${Math.floor(rng() * 9)}`]));
    case "truefalse":
      return rng() < 0.5;
    case "number":
      return String(Math.floor(rng() * 100));
    case "text":
    case "command":
      return "docker ps";
  }
}

Deno.test("every kind of question is among the samples", () => {
  assert.equal(new Set(sampleQuiz.questions.map(({ kind }) => kind)).size, 9);
});

Deno.test("a left of a match is no right: its name is refused as a partner", () => {
  const question = sampleQuiz.questions.find(({ kind }) => kind === "match");
  assert.ok(question?.kind === "match");
  const blank = blankQuestion(askedOf(question, "q", naming, false));
  assert.ok(blank.kind === "match");
  const [left] = blank.pairs;
  assert.ok(left && isRefused(kindOf(blank).parse(blank, { [left.id]: left.id })));
});

Deno.test("choices that are not shuffled stay as their author listed them, and the last ones last", () => {
  const choices = ["ninguna", "una", "dos", "todas"].map((word, at) => ({
    id: word,
    text: same(word),
    correct: at === 1,
    last: at === 0 || at === 3,
  }));
  const common = { id: "q", concepts: ["x"], prompt: same("?"), explanation: same("!"), points: 1, hints: [], choices };
  const listed = (shuffle: boolean) => {
    const asked = askedOf({ kind: "choice", ...common, shuffle }, "q", naming, false);
    return "choices" in asked ? asked.choices.map(({ text }) => text.es) : [];
  };
  assert.deepEqual(listed(false), ["una", "dos", "ninguna", "todas"]);
  assert.deepEqual(listed(true).slice(2), ["ninguna", "todas"]);
});
