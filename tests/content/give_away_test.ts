/** Who knows nothing cannot guess: the longest option, a favourite position and chance are worth the same. */

import assert from "node:assert/strict";
import type { Lang } from "../../lib/content/text.ts";
import type { QuestionOf } from "../../lib/content/schema/question.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { shippedQuizzes } from "./shipped.ts";

const quizzes = shippedQuizzes();
const choices = quizzes.flatMap(({ questions }) =>
  questions.filter((question): question is QuestionOf<"choice"> => question.kind === "choice")
);
const chance = mean(choices.map((question) => right(question).length / question.choices.length));

function right({ choices }: QuestionOf<"choice">): readonly string[] {
  return choices.filter(({ correct }) => correct).map(({ id }) => id);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of questions answered by a rule; where it leaves several options, each is as likely. */
function score(pick: (question: QuestionOf<"choice">) => readonly string[]): number {
  return mean(choices.map((question) => {
    const picked = pick(question);
    return picked.filter((id) => right(question).includes(id)).length / picked.length;
  }));
}

/** Below chance by more than this would be a hint, too: of what to leave out. */
const below = { longest: 0.05, shortest: 0.08 } as const;

function within(actual: number, rule: keyof typeof below): void {
  assert.ok(
    actual - chance <= 0.05 && chance - actual <= below[rule],
    `${(100 * actual).toFixed(1)} % right, chance is ${(100 * chance).toFixed(1)} %`,
  );
}

for (const lang of ["es", "en"] as const satisfies readonly Lang[]) {
  const length = ({ text }: { readonly text: Readonly<Record<Lang, string>> }) => [...text[lang]].length;
  for (const [name, extreme] of [["longest", Math.max], ["shortest", Math.min]] as const) {
    Deno.test(`always the ${name} option is no better than chance (${lang})`, () => {
      within(score(({ choices }) => {
        const wanted = extreme(...choices.map(length));
        return choices.filter((choice) => length(choice) === wanted).map(({ id }) => id);
      }), name);
    });
  }
}

Deno.test("always the most common position is no better than chance, in the order that is shown", () => {
  const shown = [1, 2, 3, 4, 5].flatMap((seed) =>
    quizzes.flatMap((quiz) => startSession(quiz, { seed }).items).flatMap(({ question, shown }) =>
      question.kind === "choice" ? [{ question, shown }] : []
    )
  );
  const longest = Math.max(...shown.map(({ shown }) => shown.length));
  for (let position = 0; position < longest; position++) {
    const here = shown.filter(({ shown }) => position < shown.length);
    const hits = here.filter(({ question, shown }) => right(question).includes(shown[position] ?? "")).length;
    const expected = mean(here.map(({ question }) => right(question).length / question.choices.length));
    assert.ok(Math.abs(hits / here.length - expected) <= 0.05, `position ${position + 1}: ${hits} of ${here.length}`);
  }
});

Deno.test("true is as often right as false", () => {
  const answers = quizzes.flatMap(({ questions }) =>
    questions.flatMap((question) => question.kind === "truefalse" ? [question.answer] : [])
  );
  assert.ok(Math.abs(mean(answers.map(Number)) - 0.5) <= 0.1, `${mean(answers.map(Number))} of ${answers.length}`);
});
