/** The summary: passed or not, what changed, what fits next. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import { answerAll } from "../../lib/quiz/session_resume.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import type { Answer } from "../../lib/quiz/answer.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { Message } from "../../lib/screens/message.ts";
import { pictureOf, play } from "./drawn.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

const names = {
  contenedor: { es: "Contenedor", en: "Container" },
  imagen: { es: "Imagen", en: "Image" },
  "kernel-compartido": { es: "El núcleo se comparte", en: "The kernel is shared" },
};
const right: Answer = { kind: "truefalse", value: false };
const wrong: Answer = { kind: "truefalse", value: true };

function summary(answers: Readonly<Record<string, Answer>>, questions: readonly string[], pass?: number): AppState {
  const session = answerAll(
    startSession(only(sampleQuiz, ...questions), { seed: 42 }),
    new Map(Object.entries(answers)),
  );
  const start = startApp({ lang: "es", theme: { ascii: false }, size: usual, names }, {
    kind: "quiz",
    session: startSession(only(sampleQuiz, "hipervisor"), { seed: 1 }),
    ...(pass === undefined ? {} : { pass }),
  });
  // At its end it would first offer the open questions; this is the summary after that.
  return play(start, [{ kind: "quiz-opened", session }, ...ending(session.items.some(({ answer }) => !answer))]).state;
}

const ending = (open: boolean): readonly string[] => open ? ["enter"] : [];
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);

const lab = { id: "nucleo", title: { es: "Un solo núcleo", en: "One kernel" } };
const news: Message = {
  kind: "summary-loaded",
  news: {
    quiz: "muestra",
    concepts: [
      { id: "contenedor", before: 0.2, after: 0.45, labs: [] },
      { id: "kernel-compartido", before: 0.3, after: 0.1, labs: [lab] },
      { id: "imagen", before: 0, after: 0, labs: [] },
    ],
    next: 1,
  },
};
const half = () =>
  play(summary({ hipervisor: right, kernel: { kind: "choice", choice: "b" } }, ["hipervisor", "kernel"]), [news]).state;

for (const size of [usual, small, wide]) {
  Deno.test(`summary with what changed at ${size.columns}×${size.rows}`, async (t) => {
    await t.assertSnapshot(pictureOf(play(half(), [{ kind: "resize", size }]).state));
    await t.assertSnapshot(pictureOf(play(half(), [{ kind: "resize", size }, "L", "up", "pagedown"]).state));
  });
}

Deno.test("passed or not is said with the mark that passes, the usual one or the one asked for", () => {
  ok(shows(summary({ hipervisor: right }, ["hipervisor"]), "✔ aprobado (se aprueba con 60%)"));
  ok(shows(summary({ hipervisor: wrong }, ["hipervisor"]), "✘ no aprobado (se aprueba con 60%)"));
  ok(shows(half(), "✘ no aprobado"));
  const low = summary({ hipervisor: right, kernel: { kind: "choice", choice: "b" } }, ["hipervisor", "kernel"], 0.5);
  ok(shows(low, "✔ aprobado (se aprueba con 50%)"));
});

Deno.test("what changed is asked for when the summary comes into view, and told once it is known", () => {
  const before = summary({ hipervisor: wrong }, ["hipervisor"]);
  ok(!shows(before, "→"));
  ok(shows(half(), "30% → 10%"));
  const ended = play(
    startApp({ lang: "es", theme: { ascii: false }, size: usual, names }, {
      kind: "quiz",
      session: startSession(only(sampleQuiz, "hipervisor"), { seed: 42 }),
    }),
    ["v", "enter", "enter"],
  );
  deepStrictEqual(ended.effects.at(-1), { kind: "load-summary", quiz: "muestra" });
  deepStrictEqual(play(ended.state, ["down", "up", "pagedown"]).effects, []);
});

Deno.test("the lab that exercises what is weak is offered, and l opens it", () => {
  ok(shows(half(), "Un solo núcleo"));
  deepStrictEqual(play(half(), ["l"]).effects, [{ kind: "open-lab", id: "nucleo", ticket: 1 }]);
  const without = summary({ hipervisor: right }, ["hipervisor"]);
  deepStrictEqual(play(without, ["l"]).effects, []);
});

Deno.test("the lab that is offered exercises what was asked, and is told with the concept that it is for", () => {
  const other = { id: "otro", title: { es: "Otro", en: "Another" } };
  const all: Message = {
    kind: "summary-loaded",
    news: {
      quiz: "muestra",
      concepts: [
        // Never asked this time: weak, and first in the quiz.
        { id: "imagen", before: 0, after: 0, labs: [other] },
        { id: "volumen", before: 0, after: 0, labs: [other] },
        { id: "kernel-compartido", before: 0.3, after: 0.1, labs: [lab] },
      ],
    },
  };
  const state = play(summary({ kernel: { kind: "choice", choice: "b" } }, ["kernel"]), [all]).state;
  ok(shows(state, "«Un solo núcleo» (El núcleo se comparte)"), pictureOf(state));
});

Deno.test("concepts can be chosen as well as questions, and each opens what it is", () => {
  const state = half();
  ok(/❯ ✘/.test(pictureOf(state)), pictureOf(state));
  equal(play(state, ["enter"]).state.screens.at(-1)?.kind, "quiz");
  const concept = play(state, ["down", "enter"]);
  deepStrictEqual(concept.effects, [{ kind: "open-concept", id: "kernel-compartido", ticket: 1 }]);
});

Deno.test("what was not answered can be gone back to", () => {
  const state = summary({ hipervisor: right }, ["hipervisor", "puerto"]);
  ok(shows(state, "1 sin responder: con v vuelves a ellas"), pictureOf(state));
  deepStrictEqual(play(state, ["v"]).effects.at(-1), {
    kind: "open-quiz",
    id: "muestra",
    start: { kind: "retry", questions: ["puerto"] },
    ticket: state.tickets + 1,
  });
});

Deno.test("questions that were flagged are marked", () => {
  const flags = new Map([["quiz/muestra/kernel", "no se entiende"]]);
  const state = play(half(), [{ kind: "learner-loaded", flags, commands: [] }]).state;
  ok(shows(state, "✘ (marcada)"));
});
