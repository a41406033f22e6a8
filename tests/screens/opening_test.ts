/** While a screen is being opened: it can be given up, and what is typed is not lost. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, type Beginning, startApp } from "../../lib/screens/app_state.ts";
import type { Message } from "../../lib/screens/message.ts";
import { type Any, type Performer, pictureOf, play, typed } from "./drawn.ts";
import { lonelyConcept, sampleConcept } from "./sample_concept.ts";
import { sampleHome } from "./sample_home.ts";
import { sampleOpening } from "./sample_lab.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

const silent: Performer = () => [];
const begun = (beginning: Beginning): AppState =>
  startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, beginning);
const home = () => begun({ kind: "home", home: sampleHome });
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const kinds = (effects: readonly Any[]) => effects.map(({ kind }) => kind);
const quizOpened = (ticket: number, ...ids: readonly string[]): Message => ({
  kind: "quiz-opened",
  ticket,
  session: startSession(only(sampleQuiz, ...ids), { seed: 42 }),
});

Deno.test("escape gives up what is being opened, and it does not open any more", () => {
  const opening = play(home(), ["enter"], silent).state;
  ok(shows(opening, "Abriendo…  esc cancelar"));
  const given = play(opening, ["escape"]);
  deepStrictEqual(given.effects, []);
  ok(!shows(given.state, "Abriendo"));
  const late = play(given.state, [quizOpened(1, "hipervisor")]).state;
  deepStrictEqual(late, given.state);
  const failed = play(given.state, [{
    kind: "failed",
    ticket: 1,
    what: { es: "No se puede abrir", en: "Cannot open" },
  }]);
  deepStrictEqual(failed.state, given.state);
});

Deno.test("what was given up does not come in place of what was opened after it", () => {
  const second = play(home(), ["enter", "escape", "down", "enter"], silent).state;
  const late = play(second, [quizOpened(1, "hipervisor")]).state;
  ok(shows(late, "Abriendo"));
  ok(shows(play(late, [quizOpened(2, "kernel")]).state, "Pregunta 1 de 1"));
});

Deno.test("a lab that is given up while it opens is left", () => {
  const opening = play(home(), ["/", ..."sobreviven", "enter"], silent).state;
  const given = play(opening, ["escape"]);
  deepStrictEqual(given.effects, [{ kind: "leave-lab", lab: "volumenes" }]);
  const late = play(given.state, [{ kind: "lab-opened", ticket: 1, opening: sampleOpening }]).state;
  ok(shows(late, "Buscar: sobreviven"));
});

Deno.test("what is typed while a screen opens is for that screen", () => {
  const opening = play(home(), ["enter", ...typed("imagen")], silent).state;
  ok(shows(opening, "Abriendo"));
  ok(shows(play(opening, [quizOpened(1, "plantilla")]).state, "❯ imagen"));
});

Deno.test("an impatient second enter answers no question that nobody has seen", () => {
  const opening = play(home(), ["enter", "enter", "enter"], silent).state;
  const opened = play(opening, [quizOpened(1, "hipervisor")]);
  equal(kinds(opened.effects).includes("record"), false);
  ok(shows(opened.state, "Pregunta 1 de 1"));
});

Deno.test("keys typed ahead are not lost where one of them has to wait for the store", () => {
  const opening = play(home(), ["enter", "f", "enter", "enter"], silent).state;
  const opened = play(opening, [quizOpened(1, "hipervisor")]);
  ok(shows(opened.state, "1 de 1 punto"), pictureOf(opened.state));
});

Deno.test("a failure of something else is said, and what is being opened still opens", () => {
  const opening = play(home(), ["enter"], silent).state;
  const failed = play(opening, [{ kind: "failed", what: { es: "Sin disco", en: "No disk" } }]).state;
  ok(shows(failed, "Sin disco"));
  ok(shows(play(failed, ["enter", quizOpened(1, "hipervisor")]).state, "Pregunta 1 de 1"));
});

Deno.test("a lab from whose questions another quiz is reached is left: nobody watches it any more", () => {
  const opened: readonly Message[] = [
    { kind: "lab-opened", opening: sampleOpening },
    { kind: "concept-opened", opening: sampleConcept },
  ];
  const concept = play(home(), opened).state;
  deepStrictEqual(kinds(play(concept, ["enter", quizOpened(1, "kernel")], silent).effects), [
    "open-quiz",
    "leave-lab",
    "question-shown",
  ]);
});

Deno.test("a failure after a lab is on screen is said, although nothing is being opened any more", () => {
  const lab = play(home(), ["enter", { kind: "lab-opened", opening: sampleOpening }]).state;
  const { state } = play(lab, [{ kind: "failed", what: { es: "Sin disco", en: "No disk" } }]);
  ok(shows(state, "Sin disco"));
});

Deno.test("whoever leaves statistics, a concept or a review is where they were, with new figures", () => {
  const concept: Message = { kind: "concept-opened", opening: sampleConcept };
  const there = play(home(), ["down", "down", "down", concept]).state;
  ok(shows(there, "Volúmenes con nombre"));
  const back = play(there, ["q"]);
  deepStrictEqual(back.effects, [{ kind: "load-home" }]);
  ok(shows(back.state, "❯ Contenedores y máquinas virtuales"));
});

Deno.test("a quiz begun from a concept comes back to it, and its history is read again", () => {
  const concept = play(home(), [{ kind: "concept-opened", opening: sampleConcept }, "enter"], silent);
  deepStrictEqual(concept.effects, [{
    kind: "open-quiz",
    id: "contenedores",
    start: { kind: "concept", concept: "volume" },
    ticket: 1,
  }]);
  const left = play(concept.state, [quizOpened(1, "kernel"), "ctrl-q"]);
  deepStrictEqual(left.effects.at(-1), { kind: "load-concept", id: "volume" });
  const news: Message = { kind: "concept-loaded", opening: { ...sampleConcept, asked: 77 } };
  ok(shows(play(left.state, [news]).state, "77 veces"));
  const other: Message = { kind: "concept-loaded", opening: { ...lonelyConcept, asked: 77 } };
  ok(!shows(play(left.state, [other]).state, "77 veces"));
});
