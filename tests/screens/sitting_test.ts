/** A placement quiz and a mock exam on screen: nothing is told before the end, and the time ends it. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import type { Session } from "../../lib/quiz/session.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { SummaryNews } from "../../lib/screens/summary.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { sampleSitting } from "./sample_path.ts";

const begin = (session: Session): AppState =>
  startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, {
    kind: "quiz",
    session,
  });
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const minute = 60_000;

Deno.test("an answer leads to the next question, and nothing says whether it was right", async (t) => {
  const { state, effects } = play(begin(sampleSitting("exam")), ["a", "enter"]);
  const [stored] = effects.flatMap((effect) => effect.kind === "record" ? [effect.what] : []);
  ok(stored?.kind === "quiz-answered" && stored.quiz === "curso/exam" && stored.question === "uno/muestra/kernel");
  await t.assertSnapshot(pictureOf(state));
  ok(!shows(state, "/4 puntos"), "no points so far");
  const back = play(state, ["p"]).state;
  await t.assertSnapshot(pictureOf(back));
  ok(shows(back, "se dice al final") && !shows(back, "uname"));
});

Deno.test("what was answered is not answered again, the concept and the other answers stay closed", () => {
  const back = play(begin(sampleSitting("exam")), ["a", "enter", "p"]).state;
  const { effects } = play(back, ["b", "enter", "p", "c", "o"]);
  deepStrictEqual(effects.filter(({ kind }) => kind === "record" || kind === "open-concept"), []);
});

Deno.test("there are no hints", () => {
  const { state, effects } = play(begin(sampleSitting("exam")), ["h"]);
  ok(!shows(state, "pista"));
  deepStrictEqual(effects, []);
});

Deno.test("who knows nothing of the rest finishes at once", () => {
  const stop = play(begin(sampleSitting("placement")), ["a", "enter", "z"]).state;
  ok(shows(stop, "Quedan 2 sin responder"));
  equal(play(stop, ["enter"]).state.screens.at(-1)?.kind, "summary");
});

Deno.test("the time is shown as it runs, and asked for only while it counts", () => {
  const until = 90 * minute;
  const { state } = play(begin(sampleSitting("exam", until)), [{ kind: "clock", now: until - 61_000 }]);
  ok(shows(state, "quedan 1:01"), pictureOf(state));
  const ended = play(state, ["z", "enter"]);
  deepStrictEqual(ended.effects.filter(({ kind }) => kind === "keep-time"), [{ kind: "keep-time", on: false }]);
});

Deno.test("when the time is over the result is stored and shown, whatever was being typed", async (t) => {
  const until = 90 * minute;
  const typing = play(begin(sampleSitting("exam", until)), ["a", "enter", "n", ...typed("80")]).state;
  const { state, effects } = play(typing, [{ kind: "clock", now: until }]);
  const finished = effects.flatMap((effect) => effect.kind === "record" ? [effect.what] : []);
  equal(finished[0]?.kind, "quiz-finished");
  equal(state.screens.at(-1)?.kind, "summary");
  await t.assertSnapshot(pictureOf(state));
  ok(shows(state, "Se acabó el tiempo"));
});

Deno.test("while an answer is being stored the time does not end it: a second later it does", () => {
  const until = 90 * minute;
  const waiting = play(begin(sampleSitting("exam", until)), ["a", "enter"], () => []).state;
  ok(waiting.waiting);
  const { state: still, effects } = play(waiting, [{ kind: "clock", now: until }], () => []);
  deepStrictEqual(effects, []);
  const stored = play(still, [{ kind: "recorded", ticket: 1 }, { kind: "clock", now: until + 1000 }]).state;
  equal(stored.screens.at(-1)?.kind, "summary");
});

Deno.test("an exam ends with its areas, what to go back to and the next step; a placement quiz with what is skipped", async (t) => {
  const news = (quiz: string): SummaryNews => ({
    quiz,
    concepts: [],
    path: {
      next: {
        text: { es: "Siguiente en el curso: sesión 2", en: "Next in the course: session 2" },
        open: { kind: "open-step", path: "curso", place: "dos" },
      },
      study: quiz === "curso/exam" ? [{ id: "dos", title: { es: "La segunda", en: "The second" } }] : [],
    },
  });
  for (const kind of ["exam", "placement"] as const) {
    // The first part right, of the second nothing.
    const done = play(begin(sampleSitting(kind)), ["c", "enter", "f", "enter", "ctrl-n", "enter"]).state;
    const told = play(done, [{ kind: "summary-loaded", news: news(`curso/${kind}`) }]).state;
    await t.assertSnapshot(pictureOf(told));
    deepStrictEqual(play(told, ["g"]).effects, [{ kind: "open-step", path: "curso", place: "dos", ticket: 5 }]);
    deepStrictEqual(play(told, ["r", "v", "l"]).effects, []);
  }
});

Deno.test("a question that went wrong is explained at the end", () => {
  const done = play(begin(sampleSitting("exam")), ["b", "enter", "f", "enter", "ctrl-n", "enter"]).state;
  const looked = play(done, ["enter"]).state;
  ok(shows(looked, "La raíz viene de la imagen"), pictureOf(looked));
});
