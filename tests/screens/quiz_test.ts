/** What can be done with a question besides answering it: how sure, unclear, why, copy, and the stop before the end. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Happening } from "../../lib/screens/effects.ts";
import type { Message } from "../../lib/screens/message.ts";
import { meaningOf } from "../../lib/study/meaning.ts";
import { type Any, type Performer, pictureOf, play, typed } from "./drawn.ts";
import { sampleOpening } from "./sample_lab.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

const options = { lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} } as const;

function quiz(...ids: readonly string[]): AppState {
  return startApp(options, { kind: "quiz", session: startSession(only(sampleQuiz, ...ids), { seed: 42 }) });
}

const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const records = (effects: readonly Any[]): readonly Happening[] =>
  effects.flatMap((effect) => effect.kind === "record" ? [effect.what] : []);
const copies = (effects: readonly Any[]) => effects.flatMap((effect) => effect.kind === "copy" ? [effect.text] : []);
const learner = (flags: Readonly<Record<string, string>>, commands: readonly string[] = []): Message => ({
  kind: "learner-loaded",
  flags: new Map(Object.entries(flags)),
  commands,
});

Deno.test("how sure the learner is goes from nothing to sure, unsure, guess and back, and is stored with the answer", () => {
  const told = (...keys: readonly string[]) => {
    const [what] = records(play(quiz("hipervisor"), [...keys, "f", "enter"]).effects);
    return what?.kind === "quiz-answered" ? what.confidence ?? "untold" : what?.kind;
  };
  deepStrictEqual([told(), told("s"), told("s", "s"), told("s", "s", "s"), told("s", "s", "s", "s")], [
    "untold",
    "sure",
    "unsure",
    "guess",
    "untold",
  ]);
});

Deno.test("where letters are text, how sure is told with alt-s or F6 and nothing is typed", () => {
  for (const name of ["alt-s", "f6"]) {
    const [what] = records(play(quiz("plantilla"), [name, ...typed("simagen"), "enter"]).effects);
    ok(what?.kind === "quiz-answered" && what.confidence === "sure");
    deepStrictEqual(what.answer, { kind: "text", typed: "simagen" });
  }
});

Deno.test("how sure the learner was stays with its question and is said after the answer", () => {
  const state = play(quiz("hipervisor", "puerto"), ["s", "ctrl-n", "f4"]).state;
  ok(shows(state, "Contesto con seguridad"));
  ok(!shows(play(state, ["n"]).state, "Contesto con seguridad"));
  ok(shows(play(state, ["v", "enter"]).state, "0 de 1 punto · con seguridad"));
});

Deno.test("an answer is stored with the hints that were seen and what the question means", () => {
  const { effects } = play(quiz("kernel"), ["h", "h", "a", "enter"]);
  const what = records(effects).at(-1);
  const [question] = only(sampleQuiz, "kernel").questions;
  ok(what?.kind === "quiz-answered" && question);
  equal(what.hints, 2);
  equal(what.meaning, meaningOf(question));
});

Deno.test("a hint is offered with its place among all of them", () => {
  ok(shows(quiz("kernel"), "h pista 1 de 2"));
  ok(shows(play(quiz("kernel"), ["h"]).state, "h pista 2 de 2"));
  const all = play(quiz("kernel"), ["h", "h"]).state;
  ok(!shows(all, "pista 2 de 2") && shows(all, "Pista 1: ") && shows(all, "Pista 2: "));
  ok(shows(quiz("plantilla"), "ctrl-t pista  "));
});

Deno.test("a question is flagged with a note, its mark is shown, and an empty note takes it away", () => {
  const flagged = play(quiz("kernel"), ["!", ...typed("¿a q L s?"), "enter"]);
  deepStrictEqual(records(flagged.effects), [
    { kind: "question-flagged", item: "quiz/muestra/kernel", note: "¿a q L s?" },
  ]);
  ok(shows(flagged.state, "⚠ poco clara"));
  const again = play(flagged.state, ["!", "backspace", "enter"]);
  deepStrictEqual(records(again.effects), [
    { kind: "question-flagged", item: "quiz/muestra/kernel", note: "¿a q L s" },
  ]);
  const gone = play(again.state, ["!", "ctrl-u", "enter"]);
  deepStrictEqual(records(gone.effects), [{ kind: "question-unflagged", item: "quiz/muestra/kernel" }]);
  ok(!shows(gone.state, "⚠ poco clara"));
});

Deno.test("escape, an empty note and an unchanged one store nothing", () => {
  const state = play(quiz("kernel"), [learner({ "quiz/muestra/kernel": "ya lo dije" })]).state;
  ok(shows(state, "⚠ poco clara"));
  equal(play(state, ["!", "x", "escape"]).effects.length, 0);
  equal(play(state, ["!", "enter"]).effects.length, 0);
  equal(play(quiz("kernel"), ["!", "enter"]).effects.length, 0);
});

Deno.test("a note that could not be stored is still in the field", () => {
  const failing: Performer = (effect) =>
    effect.kind === "record"
      ? [{ kind: "failed", ticket: effect.ticket, what: { es: "Disco lleno", en: "Disk full" } }]
      : [];
  const failed = play(quiz("kernel"), ["!", ...typed("no se ve"), "enter"], failing).state;
  ok(shows(failed, "Disco lleno"));
  const back = play(failed, ["escape"], failing).state;
  ok(shows(back, "❯ no se ve"));
  ok(!shows(back, "⚠ poco clara"));
});

Deno.test("while a note is written Ctrl-D and every letter are the note's", () => {
  const { state, effects } = play(quiz("kernel"), ["!", ..."abc", "ctrl-a", "ctrl-d", ..."qnh?L1"]);
  deepStrictEqual(effects, []);
  ok(shows(state, "❯ qnh?L1▏bc"));
});

Deno.test("the questions of a lab are flagged under the lab's name, those of the past under their quiz's", () => {
  const lab = startApp(options, { kind: "lab", opening: sampleOpening });
  const task = sampleOpening.lab.tasks.find(({ questions }) => questions.length > 0);
  const number = sampleOpening.lab.tasks.findIndex((one) => one === task) + 1;
  const asked = play(lab, [`${number}`, "p", "!", "x", "enter"]);
  deepStrictEqual(records(asked.effects), [{
    kind: "question-flagged",
    item: `lab/volumenes/${task?.id}/${task?.questions[0]?.id}`,
    note: "x",
  }]);
  const past = play(quiz("hipervisor"), ["v", "enter", "enter", "enter", "!", "x", "enter"]);
  deepStrictEqual(records(past.effects).at(-1), {
    kind: "question-flagged",
    item: "quiz/muestra/hipervisor",
    note: "x",
  });
});

Deno.test("a wrong answer is told why exactly it is wrong; one that the author says nothing of, how it differs", () => {
  ok(shows(play(quiz("kernel"), ["b", "enter"]).state, "• La raíz viene de la imagen."));
  const silent = play(quiz("kernel"), ["c", "enter"]).state;
  ok(shows(silent, "Por qué no es la tuya:"));
  ok(shows(silent, "• Has elegido «La memoria, entera y sin límite posible». Con c lees el concepto"));
  ok(!shows(silent, "La raíz viene de la imagen."));
  ok(shows(play(silent, ["o"]).state, "De las otras respuestas:"));
  ok(shows(play(silent, ["o"]).state, "• b) El sistema de archivos raíz: La raíz viene de la imagen."));
  ok(!shows(play(silent, ["o", "o"]).state, "La raíz viene de la imagen."));
});

Deno.test("what is said of the other answers is offered only where there is something", () => {
  ok(shows(play(quiz("kernel"), ["a", "enter"]).state, "o las otras"));
  ok(!shows(play(quiz("kernel"), ["b", "enter"]).state, "o las otras"));
});

Deno.test("c opens the concept of an answered question; before, it is an option like the others", () => {
  deepStrictEqual(play(quiz("kernel"), ["c"]).effects, []);
  const { effects } = play(quiz("kernel"), ["c", "enter", "c"]);
  deepStrictEqual(effects.at(-1), { kind: "open-concept", id: "kernel-compartido", ticket: 2 });
});

Deno.test("y copies the commands and the code on the screen one after another, without their prompt", () => {
  const coded = {
    ...sampleQuiz,
    questions: only(sampleQuiz, "hipervisor").questions.map((question) => ({
      ...question,
      prompt: {
        es: "Mira:\n\n```sh\n$ docker run \\\n$ uname -r\n6.1.0\n```\n\n- y\n\n  ```yaml\n  a: 1\n  ```",
        en: "-",
      },
    })),
  };
  const start = startApp(options, { kind: "quiz", session: startSession(coded, { seed: 1 }) });
  const { effects, state } = play(start, ["y", "y", "y"]);
  deepStrictEqual(copies(effects), ["docker run \\\nuname -r", "a: 1", "docker run \\\nuname -r"]);
  ok(shows(state, "✔ Copiado (1/2): docker run"));
});

Deno.test("a whole command inside a sentence is copied too, one that is only spoken of is not", () => {
  const spoken = {
    ...sampleQuiz,
    questions: only(sampleQuiz, "hipervisor").questions.map((question) => ({
      ...question,
      prompt: { es: "Con `docker run` o\n`docker run -d\nnginx`, ¿y `uname -r`?", en: "-" },
    })),
  };
  const start = startApp(options, { kind: "quiz", session: startSession(spoken, { seed: 1 }) });
  deepStrictEqual(copies(play(start, ["y", "y"]).effects), ["docker run -d nginx", "docker run -d nginx"]);
  const { effects, state } = play(quiz("vida"), ["y"]);
  deepStrictEqual(effects, []);
  ok(!shows(state, "y copiar"));
});

Deno.test("the right command is copied only once it may be seen", () => {
  deepStrictEqual(copies(play(quiz("todos"), ["alt-y"]).effects), []);
  deepStrictEqual(copies(play(quiz("todos"), [...typed("docker ps"), "enter", "y"]).effects), ["docker ps -a"]);
});

Deno.test("before the end open questions are offered again, and the answered ones between them are passed over", () => {
  const stop = play(quiz("kernel", "hipervisor", "puerto"), ["n", "a", "enter", "enter", "ctrl-n"]);
  ok(shows(stop.state, "Quedan 2 sin responder"));
  deepStrictEqual(records(stop.effects).map(({ kind }) => kind), ["quiz-skipped", "quiz-answered", "quiz-skipped"]);
  const first = play(stop.state, ["a"]);
  ok(shows(first.state, "Pregunta 1 de 3"));
  const second = play(first.state, ["f", "enter", "enter"]);
  ok(shows(second.state, "Pregunta 3 de 3"));
  const end = play(second.state, [...typed("512"), "enter", "enter"]);
  ok(shows(end.state, "3 de 3 puntos"));
  equal(records(end.effects).at(-1)?.kind, "quiz-finished");
});

Deno.test("enter at the stop finishes with what there is, and leaving there finishes nothing", () => {
  const stop = play(quiz("hipervisor"), ["n"]).state;
  ok(shows(stop, "Queda 1 sin responder"));
  deepStrictEqual(records(play(stop, ["enter"]).effects), [
    { kind: "quiz-finished", quiz: "muestra", score: 0, max: 1 },
  ]);
  deepStrictEqual(records(play(stop, ["q"]).effects), []);
});

Deno.test("a session that was left with open questions behind it opens at the stop", () => {
  const fresh = startSession(only(sampleQuiz, "kernel", "hipervisor"), { seed: 42 });
  const session = { ...fresh, items: fresh.items.map((item) => ({ ...item, skipped: true })), at: 2 };
  ok(shows(startApp(options, { kind: "quiz", session }), "Quedan 2 sin responder"));
});

Deno.test("the time of a question begins when it comes into view, once", () => {
  const kinds = (keys: readonly string[]) =>
    play(quiz("kernel", "hipervisor"), keys).effects.map(({ kind }) => kind).filter((kind) =>
      kind === "question-shown"
    );
  equal(kinds(["v", "h", "s", "?", "escape"]).length, 0);
  equal(kinds(["v", "enter"]).length, 0);
  equal(kinds(["v", "enter", "enter"]).length, 1);
  equal(kinds(["n", "p", "n"]).length, 3);
});

Deno.test("commands come back with the arrows: those of this quiz first, then those of the labs", () => {
  const twice = {
    ...sampleQuiz,
    questions: ["uno", "dos"].flatMap((id) => only(sampleQuiz, "todos").questions.map((one) => ({ ...one, id }))),
  };
  const start = startApp(options, { kind: "quiz", session: startSession(twice, { seed: 42 }) });
  const first = play(start, [learner({}, ["docker volume ls"]), ...typed("docker ps"), "enter", "enter"]).state;
  ok(shows(play(first, ["up"]).state, "$ docker ps▏"));
  ok(shows(play(first, ["up", "up"]).state, "$ docker volume ls▏"));
  ok(shows(play(first, [...typed("docker v"), "up"]).state, "$ docker volume ls▏"));
  ok(shows(play(first, [...typed("docker v"), "up", "down"]).state, "$ docker v▏"));
  ok(shows(play(first, ["up", "up", "up", "down"]).state, "$ docker ps▏"));
});

Deno.test("tab completes a command with docker's own words", () => {
  ok(shows(play(quiz("todos"), [...typed("docker vol"), "tab"]).state, "$ docker volume ▏"));
  const menu = play(quiz("todos"), [...typed("docker p"), "tab"]).state;
  ok(shows(menu, "pause"));
  ok(shows(play(menu, ["tab"]).state, "$ docker pause▏"));
  ok(!shows(play(menu, ["escape"]).state, "pause"));
  ok(shows(play(quiz("todos"), [...typed("xyz "), "tab"]).state, "Nada completa lo que has escrito"));
});

Deno.test("Ctrl-D deletes in a field that holds no answer yet", () => {
  const { effects } = play(quiz("puerto"), [...typed("abc"), "home", "ctrl-d"]);
  deepStrictEqual(effects, []);
});

Deno.test("in a wide window answering moves neither the question nor the answers", () => {
  const size = { columns: 160, rows: 50 };
  const wide = { ...quiz("kernel"), size };
  const rows = (state: AppState) =>
    pictureOf(state).split("\n").flatMap((line, row) =>
      line.includes("El núcleo") || line.includes("comparte") ? [row] : []
    );
  deepStrictEqual(rows(play(wide, ["a"]).state), rows(wide));
  deepStrictEqual(rows(play(wide, ["a", "enter"]).state), rows(wide));
});
