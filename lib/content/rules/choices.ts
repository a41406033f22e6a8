/** Choices: how many are right, and what weights may say. */

import type { Finding } from "../problem.ts";
import type { QuestionOf } from "../schema/question.ts";

export function correctChoice({ choices }: QuestionOf<"choice">): readonly Finding[] {
  const correct = choices.filter((choice) => choice.correct).length;
  if (correct === 1) return [];
  return [{
    at: ["choices"],
    code: "correct-choices",
    what: {
      es: `No se puede usar esta pregunta: tiene ${correct} opciones correctas, y «choice» tiene una`,
      en: `Cannot use this question: it has ${correct} correct options, and "choice" has one`,
    },
    next: correct === 0
      ? { es: "Marca una con «correct: true».", en: 'Mark one with "correct: true".' }
      : { es: "Deja una, o usa «kind: multiple».", en: 'Keep one, or use "kind: multiple".' },
  }];
}

export function correctChoices({ choices, scoring }: QuestionOf<"multiple">): readonly Finding[] {
  if (scoring === "weights") {
    if (choices.some(({ weight = 0 }) => weight > 0)) return [];
    return [{
      at: ["choices"],
      code: "weights",
      what: {
        es: "No se puede usar esta pregunta: con «scoring: weights» ninguna opción suma",
        en: 'Cannot use this question: with "scoring: weights" no option adds anything',
      },
      next: { es: "Da a alguna opción un «weight» mayor que 0.", en: 'Give some option a "weight" above 0.' },
    }];
  }
  const unused = choices.flatMap(({ weight }, index): readonly Finding[] =>
    weight === undefined ? [] : [{
      at: ["choices", index, "weight"],
      on: "key",
      code: "weights",
      what: {
        es: `No se puede usar «weight» con «scoring: ${scoring}»`,
        en: `Cannot use "weight" with "scoring: ${scoring}"`,
      },
      next: {
        es: "Escribe «scoring: weights», o quita el peso.",
        en: 'Write "scoring: weights", or remove the weight.',
      },
    }]
  );
  if (choices.some((choice) => choice.correct)) return unused;
  return [...unused, {
    at: ["choices"],
    code: "correct-choices",
    what: {
      es: "No se puede usar esta pregunta: ninguna opción es correcta",
      en: "Cannot use this question: no option is correct",
    },
    next: { es: "Marca al menos una con «correct: true».", en: 'Mark at least one with "correct: true".' },
  }];
}
