/** A session with every kind of question, as a student gets it. */

import { askedOf } from "../../lib/exam/pack/asked_of.ts";
import { namingWith } from "../../lib/exam/pack/opaque.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { sampleQuiz } from "../screens/sample_quiz.ts";

const naming = namingWith(new Uint8Array(32).fill(7));

/** Questions in the order of the quiz; `hints` as the pack says. */
export function samplePack(different: Partial<Pack> = {}): Pack {
  const hints = (different.hints ?? "none") === "shown";
  const questions = sampleQuiz.questions.map((question) =>
    askedOf(question, `${sampleQuiz.id}/${question.id}`, naming, hints)
  );
  return {
    format: 1,
    id: "parcial",
    title: { es: "Parcial de contenedores", en: "Containers, mid-term" },
    attempts: 1,
    pass: 0.6,
    shuffle: false,
    hints: "none",
    feedback: "score",
    verdicts: "recorded",
    seed: "5e".repeat(32),
    recipient: "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
    tickets: false,
    pools: [{
      title: sampleQuiz.title,
      count: questions.length,
      questions: questions.map(({ id }) => id),
    }],
    questions,
    labs: [],
    ...different,
  };
}
