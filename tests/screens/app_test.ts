/** How screens follow one another, what is asked to be stored and when it is shown. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import type { LabVerdict } from "../../lib/lab/verdict.ts";
import { answerAll } from "../../lib/quiz/session_resume.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { app } from "../../lib/screens/app.ts";
import { type AppState, type Beginning, startApp } from "../../lib/screens/app_state.ts";
import type { Effect } from "../../lib/screens/effects.ts";
import type { Frame } from "../../lib/screens/frame.ts";
import { meaningOf } from "../../lib/study/meaning.ts";
import { type Any, type Performer, pictureOf, play, typed } from "./drawn.ts";
import { sampleHome } from "./sample_home.ts";
import { sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

const silent: Performer = () => [];

function begun(beginning: Beginning): AppState {
  return startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, beginning);
}

const session = (...ids: readonly string[]) => startSession(only(sampleQuiz, ...ids), { seed: 42 });
const quiz = (...ids: readonly string[]) => begun({ kind: "quiz", session: session(...ids) });
const home = () => begun({ kind: "home", home: sampleHome });
const lab = () => begun({ kind: "lab", opening: sampleOpening });
const verdict = (verdict: LabVerdict) => ({ kind: "lab-verdict", lab: "volumenes", verdict }) as const;
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const meaningIn = (id: string) => sampleQuiz.questions.filter((question) => question.id === id).map(meaningOf)[0];
const kinds = (effects: readonly Any[]) => effects.map(({ kind }) => kind);
const records = (effects: readonly Any[]) =>
  effects.flatMap((effect) => effect.kind === "record" ? [(effect as Extract<Effect, { kind: "record" }>).what] : []);

Deno.test("an answer is shown as right only once it is stored", () => {
  const asked = play(quiz("hipervisor"), ["f", "enter"], silent);
  deepStrictEqual(asked.effects, [{
    kind: "record",
    ticket: 1,
    what: {
      kind: "quiz-answered",
      quiz: "muestra",
      question: "hipervisor",
      answer: { kind: "truefalse", value: false },
      mark: { status: "correct", fraction: 1 },
      hints: 0,
      meaning: meaningIn("hipervisor"),
    },
  }]);
  ok(!shows(asked.state, "Correcto"));
  ok(shows(play(asked.state, [{ kind: "recorded", ticket: 1 }]).state, "✔ Correcto"));
});

Deno.test("an answer that could not be stored is not lost and can be given again", () => {
  const failed = {
    kind: "failed",
    ticket: 1,
    what: { es: "No se puede guardar: disco lleno", en: "Cannot store: disk full" },
  } as const;
  const asked = play(quiz("plantilla"), [...typed("imagen"), "enter", failed], silent).state;
  ok(shows(asked, "disco lleno"));
  ok(shows(asked, "Nada se ha perdido"));
  const back = play(asked, ["enter"], silent).state;
  ok(shows(back, "❯ imagen"));
  const again = play(back, ["enter"], silent);
  equal(records(again.effects).length, 1);
  ok(shows(play(again.state, [{ kind: "recorded", ticket: 2 }]).state, "✔ Correcto"));
});

Deno.test("keys typed while an answer is being stored are not lost", () => {
  const first = play(quiz("hipervisor", "puerto"), ["f", "enter", "enter", ...typed("512"), "enter"], silent);
  equal(records(first.effects).length, 1);
  const second = play(first.state, [{ kind: "recorded", ticket: 1 }], silent);
  deepStrictEqual(records(second.effects).map((what) => what.kind), ["quiz-answered"]);
  ok(shows(play(second.state, [{ kind: "recorded", ticket: 2 }]).state, "✔ Correcto"));
});

Deno.test("a late word about an earlier record changes nothing", () => {
  const asked = play(quiz("hipervisor"), ["f", "enter"], silent).state;
  equal(app.update(asked, { kind: "recorded", ticket: 7 }).state, asked);
});

Deno.test("hints, skipping and the end are stored", () => {
  const { effects } = play(quiz("plantilla"), ["ctrl-t", "ctrl-n", "enter"]);
  deepStrictEqual(records(effects), [
    { kind: "quiz-hint", quiz: "muestra", question: "plantilla", tier: 1 },
    { kind: "quiz-skipped", quiz: "muestra", question: "plantilla" },
    { kind: "quiz-finished", quiz: "muestra", score: 0, max: 1 },
  ]);
});

Deno.test("going back shows an answered question with its explanation, read-only", () => {
  const { state } = play(quiz("hipervisor", "puerto"), ["f", "enter", "enter", "ctrl-p", "v"]);
  ok(shows(state, "✔ Correcto"));
  ok(shows(state, "Pregunta 1 de 2"));
  ok(shows(play(state, ["n"]).state, "Pregunta 2 de 2"));
});

Deno.test("the language changes on every screen and nothing is lost", () => {
  const before = play(quiz("plantilla"), [...typed("imag")]).state;
  const after = play(before, ["f8"]).state;
  ok(shows(after, "❯ imag"));
  ok(shows(after, "Question 1 of 1"));
  deepStrictEqual(play(after, ["ctrl-l"]).state, before);
  ok(shows(play(home(), ["L"]).state, "Containers"));
});

Deno.test("letters that are commands elsewhere are text where text is typed", () => {
  ok(shows(play(quiz("plantilla"), [..."q?hnpLs"]).state, "❯ q?hnpLs"));
});

Deno.test("home opens a quiz afresh, what was left where it was, and a lab", () => {
  deepStrictEqual(play(home(), ["enter"]).effects, [{
    kind: "open-quiz",
    id: "contenedores",
    start: { kind: "resume" },
    ticket: 1,
  }]);
  deepStrictEqual(play(home(), ["down", "enter"]).effects, [{ kind: "open-review", choice: {}, ticket: 1 }]);
  deepStrictEqual(play(home(), ["down", "down", "enter"]).effects, [{
    kind: "open-quiz",
    id: "hipervisores",
    start: { kind: "fresh" },
    ticket: 1,
  }]);
  deepStrictEqual(play(home(), ["/", ..."sobreviven", "enter"]).effects, [{
    kind: "open-lab",
    id: "volumenes",
    ticket: 1,
  }]);
});

Deno.test("while something opens a second enter opens nothing more", () => {
  equal(play(home(), ["enter", "enter", "down", "enter"], silent).effects.length, 1);
});

Deno.test("what cannot be opened is said over home, which stays", () => {
  const failed = { kind: "failed", ticket: 1, what: { es: "No se puede abrir", en: "Cannot open" } } as const;
  const { state } = play(home(), ["enter", failed]);
  ok(shows(state, "No se puede abrir"));
  ok(shows(play(state, ["enter"]).state, "Seguir donde lo dejé"));
});

Deno.test("a quiz opened from home comes back to home with new figures", () => {
  const opened = play(home(), ["enter", { kind: "quiz-opened", session: session("hipervisor") }]);
  const closed = play(opened.state, ["q"]);
  deepStrictEqual(closed.effects, [{ kind: "load-home" }]);
  ok(shows(closed.state, "Seguir donde lo dejé"));
});

Deno.test("a quiz without home under it leaves the program", () => {
  deepStrictEqual(play(quiz("hipervisor"), ["q"]).effects, [{ kind: "quit", code: 0 }]);
});

Deno.test("after the last question comes the summary, and from it the missed ones again", () => {
  const ended = play(quiz("hipervisor", "puerto"), ["f", "enter", "enter", ...typed("1"), "enter", "enter"]);
  deepStrictEqual(records(ended.effects).at(-1), { kind: "quiz-finished", quiz: "muestra", score: 1, max: 2 });
  ok(shows(ended.state, "1 de 2 puntos"));
  const seen = play(ended.state, ["enter"]).state;
  ok(shows(seen, "512 MiB"));
  ok(shows(play(seen, ["enter"]).state, "Para repasar"));
  deepStrictEqual(play(ended.state, ["r"]).effects, [
    { kind: "open-quiz", id: "muestra", start: { kind: "retry", questions: ["puerto"] }, ticket: 4 },
  ]);
  deepStrictEqual(play(ended.state, ["n"]).effects, [
    { kind: "open-quiz", id: "muestra", start: { kind: "fresh" }, ticket: 4 },
  ]);
});

Deno.test("a session that is at its end opens as a summary, an empty one as a word", () => {
  const ended = answerAll(session("hipervisor"), new Map([["hipervisor", { kind: "truefalse", value: true }]]));
  ok(shows(play(home(), ["enter", { kind: "quiz-opened", session: ended }]).state, "0 de 1 punto"));
  const empty = { ...ended, items: [], at: 0 };
  ok(shows(play(home(), ["enter", { kind: "quiz-opened", session: empty }]).state, "no le queda ninguna pregunta"));
});

Deno.test("when the chosen task turns green the next open one is chosen", () => {
  const first = play(lab(), [verdict(sampleVerdict("failed", "blocked", "blocked"))]).state;
  ok(!shows(first, "superada:"));
  const second = play(first, [verdict(sampleVerdict("passed", "failed", "blocked"))]).state;
  ok(shows(second, "✔ Tarea 1 superada: Crear un volumen · +2 puntos"));
  ok(shows(second, "❯ ✘ 2. Montarlo"));
  ok(!shows(play(second, ["down"]).state, "superada:"));
});

Deno.test("a task that turns green elsewhere does not take the learner away", () => {
  const state = play(lab(), [
    verdict(sampleVerdict("failed", "blocked", "blocked")),
    "3",
    verdict(sampleVerdict("passed", "failed", "blocked")),
  ]).state;
  ok(shows(state, "Tarea 1 superada"));
  ok(shows(state, "❯ … 3. Borrar"));
});

Deno.test("a hint that costs is asked about and stored before it is shown", () => {
  const first = play(lab(), [verdict(sampleVerdict("failed", "blocked", "blocked")), "h", "h"]);
  deepStrictEqual(records(first.effects), [{ kind: "lab-hint", lab: "volumenes", task: "crear", tier: 1, cost: 0 }]);
  ok(!shows(play(first.state, ["escape"]).state, "Pista 2"));
  const asked = play(first.state, ["enter"], silent);
  deepStrictEqual(records(asked.effects), [{ kind: "lab-hint", lab: "volumenes", task: "crear", tier: 2, cost: 0.5 }]);
  ok(!shows(asked.state, "docker volume create datos"));
  ok(shows(play(asked.state, [{ kind: "recorded", ticket: 2 }]).state, "docker volume create datos"));
});

Deno.test("a solution is confirmed, stored, then shown with its explanation", () => {
  const { state, effects } = play(lab(), ["s", "enter"]);
  deepStrictEqual(records(effects), [{ kind: "lab-given-up", lab: "volumenes", task: "crear" }]);
  ok(shows(state, "$ docker volume create datos"));
  ok(shows(state, "Ahora docker volume ls lo muestra."));
});

Deno.test("the questions of a task are asked over the lab and kept in it", () => {
  const asked = play(lab(), [verdict(sampleVerdict("passed", "failed", "blocked")), "p", "enter", "v", "enter"]);
  deepStrictEqual(records(asked.effects), [{
    kind: "lab-question-answered",
    lab: "volumenes",
    task: "montar",
    question: "sobrevive",
    answer: { kind: "truefalse", value: true },
    mark: { status: "correct", fraction: 1 },
    hints: 0,
    meaning: sampleOpening.lab.tasks.flatMap(({ questions }) => questions).map(meaningOf)[0],
  }]);
  const green = play(asked.state, [verdict(sampleVerdict("passed", "passed", "failed"))]).state;
  ok(shows(green, "✔ Correcto"));
  const back = play(green, ["enter", "up", "pagedown"]).state;
  ok(shows(back, "Preguntas respondidas: 1/1"));
  ok(shows(play(back, ["p"]).state, "✔ Correcto"));
});

Deno.test("leaving a lab ends its watching, also by Ctrl-D", () => {
  deepStrictEqual(kinds(play(lab(), ["q"]).effects), ["leave-lab", "quit"]);
  deepStrictEqual(kinds(play(lab(), ["ctrl-d"]).effects), ["leave-lab", "quit"]);
  deepStrictEqual(play(lab(), ["r"]).effects, [{ kind: "refresh-lab", lab: "volumenes" }]);
});

Deno.test("a verdict for a lab that was left changes nothing", () => {
  const state = quiz("hipervisor");
  deepStrictEqual(play(state, [verdict(sampleVerdict("passed", "passed", "passed"))]).state, state);
});

Deno.test("Ctrl-C leaves at once with 130, Ctrl-Z suspends, on every screen and over everything", () => {
  const helped = play(lab(), ["?"]).state;
  const waiting = play(quiz("hipervisor"), ["enter"], silent).state;
  const small = { ...home(), size: { columns: 5, rows: 2 } };
  for (const state of [home(), quiz("plantilla"), helped, waiting, small]) {
    deepStrictEqual(play(state, ["ctrl-c"]).effects, [{ kind: "quit", code: 130 }]);
    deepStrictEqual(play(state, ["ctrl-z"]).effects, [{ kind: "suspend" }]);
  }
});

Deno.test("Ctrl-D deletes in a field that holds text and leaves where there is none", () => {
  ok(shows(play(quiz("plantilla"), ["a", "b", "home", "ctrl-d"]).state, "❯ ▏b"));
  deepStrictEqual(kinds(play(quiz("plantilla"), ["ctrl-d"]).effects), ["quit"]);
});

Deno.test("paging moves through a long text and stops at its ends", () => {
  const small = { ...quiz("vida"), size: { columns: 40, rows: 15 } };
  const answered = play(small, ["enter", "pageup", "pageup"]).state;
  ok(pictureOf(answered).includes("Ordena la vida"));
  ok(!pictureOf(play(answered, ["pagedown", "pagedown"]).state).includes("Ordena la vida"));
});

/** Text → style; of a text that is there twice, the first. */
function styles({ lines }: Frame): Readonly<Record<string, string>> {
  return Object.fromEntries(lines.flat().reverse().map(({ text, style }) => [text.trim(), style]));
}

Deno.test("what is right is good, what is wrong bad, keys are keys", () => {
  const state = play(quiz("hipervisor"), ["v", "enter"]).state;
  const found = styles(app.view(state, state.size));
  equal(found["✘ Incorrecto"], "bad");
  equal(found["✔"], "good");
  equal(found["Falso"], "good");
  equal(found["Verdadero"], "bad");
  equal(found["?"], "key");
  equal(found["Contenedores y máquinas virtuales"], "title");
});
