/** Who knows nothing cannot guess: the longest option, a favourite position and chance are worth the same, in quizzes and in labs. */

import assert from "node:assert/strict";
import type { QuestionOf } from "../../lib/content/schema/question.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";
import type { Lang } from "../../lib/content/text.ts";
import { kindOf } from "../../lib/quiz/kinds.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { shippedLabs, shippedQuizzes } from "./shipped.ts";

type Choice = QuestionOf<"choice">;

/** The questions of a lab are asked in sessions too, as if each task were a quiz. */
const sources: Readonly<Record<string, readonly Quiz[]>> = {
  quizzes: shippedQuizzes(),
  labs: shippedLabs().flatMap(({ id, title, tasks }) =>
    tasks.filter(({ questions }) => questions.length > 0).map(({ questions }): Quiz => (
      { format: 1, id, title, questions }
    ))
  ),
};

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

for (const [source, quizzes] of Object.entries(sources)) {
  const choices = quizzes.flatMap(({ questions }) => questions.filter((one): one is Choice => one.kind === "choice"));
  const chance = mean(choices.map((question) => right(question).length / question.choices.length));

  /** Below chance by much would be a hint, too: of what to leave out. */
  const within = (actual: number, below = 0.05) =>
    assert.ok(
      actual - chance <= 0.05 && chance - actual <= below,
      `${(100 * actual).toFixed(1)} % of ${choices.length} right, chance is ${(100 * chance).toFixed(1)} %`,
    );

  for (const lang of ["es", "en"] as const satisfies readonly Lang[]) {
    const length = ({ text }: { readonly text: Readonly<Record<Lang, string>> }) => [...text[lang]].length;
    for (const [name, extreme, below] of [["longest", Math.max, 0.05], ["shortest", Math.min, 0.08]] as const) {
      Deno.test(`always the ${name} option is no better than chance (${source}, ${lang})`, () => {
        within(
          mean(choices.map((question) => {
            const wanted = extreme(...question.choices.map(length));
            // Where several are as long, each is as likely.
            const picked = question.choices.filter((choice) => length(choice) === wanted).map(({ id }) => id);
            return picked.filter((id) => right(question).includes(id)).length / picked.length;
          })),
          below,
        );
      });
    }
  }

  const asWritten = choices.map((question) => ({ question, order: question.choices.map(({ id }) => id) }));
  const shown = seeds.flatMap((seed) =>
    quizzes.flatMap((quiz) => startSession(quiz, { seed, kind: "choice" }).items)
  ).flatMap(({ question, shown }) => question.kind === "choice" ? [{ question, order: shown }] : []);
  for (const [name, lists] of [["as written", asWritten], ["as shown", shown]] as const) {
    Deno.test(`always the same position is no better than chance, in the order ${name} (${source})`, () => {
      const last = Math.max(...lists.map(({ order }) => order.length)) - 1;
      for (let position = 0; position <= last; position++) {
        // Who is set on the fourth takes the last where there are three.
        within(mean(lists.map(({ question, order }) =>
          right(question).includes(order[Math.min(position, order.length - 1)] ?? "") ? 1 : 0
        )));
      }
    });
  }

  Deno.test(`random answers are graded no better than chance (${source})`, () => {
    const rng = seeded(1);
    within(mean(shown.map(({ question, order }) => {
      const choice = order[Math.floor(rng() * order.length)] ?? "";
      return kindOf(question).grade(question, { kind: "choice", choice }).fraction;
    })));
  });
}

Deno.test("true is as often right as false", () => {
  const answers = Object.values(sources).flat().flatMap(({ questions }) =>
    questions.flatMap((question) => question.kind === "truefalse" ? [question.answer] : [])
  );
  assert.ok(Math.abs(mean(answers.map(Number)) - 0.5) <= 0.1, `${mean(answers.map(Number))} of ${answers.length}`);
});

function right({ choices }: Choice): readonly string[] {
  return choices.filter(({ correct }) => correct).map(({ id }) => id);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
