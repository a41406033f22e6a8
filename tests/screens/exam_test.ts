/** Tests of a graded session on screen: what is stored, when, and that nothing is shown before. */

import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import type { Step } from "../../lib/exam/attempt/journal.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { ExamOpening } from "../../lib/screens/exam_state.ts";
import type { Message } from "../../lib/screens/message.ts";
import { same } from "../../lib/content/text.ts";
import { type Performer, pictureOf, play, typed } from "./drawn.ts";
import { examAt, examBegan, examOpening, questionId } from "./sample_exam.ts";

const begun = (opening: ExamOpening): AppState =>
  startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, {
    kind: "exam",
    opening,
  });

/** All steps that were stored, and the state after them. */
function stepsOf(opening: ExamOpening, ...inputs: readonly (string | Message)[]) {
  const { state, effects } = play(begun(opening), inputs);
  const steps = effects.flatMap((effect) => effect.kind === "journal" ? effect.steps : []);
  return { state, effects, steps };
}

const clock = (minutes: number): Message => ({ kind: "clock", now: examBegan + minutes * 60_000 });
const id = questionId;

Deno.test("it begins with the first question, and not before enter", () => {
  deepEqual(stepsOf(examOpening, "n", "x", "down").steps, []);
  const { steps, state } = stepsOf(examOpening, "enter");
  deepEqual(steps, [{ kind: "shown", question: id("choice") }]);
  match(pictureOf(state), /quedan 30 min[\s\S]*Pregunta 1 de 9/);
});

Deno.test("an answer is stored with enter, and with whatever leaves the question", () => {
  const answer = (steps: readonly Step[]) => steps.filter(({ kind }) => kind === "answered").length;
  for (const key of ["enter", "n", "o", "q"]) {
    equal(answer(stepsOf(examAt("choice"), "b", key).steps), 1, key);
    equal(answer(stepsOf(examAt("choice"), key).steps), 0, `${key} without an answer`);
  }
  equal(answer(stepsOf(examAt("truefalse"), "enter").steps), 0, "as it is stored already");
  equal(answer(stepsOf(examAt("order"), "down", "n").steps), 0, "walking is no answer");
  equal(answer(stepsOf(examAt("order"), "enter").steps), 1, "enter is");
});

Deno.test("half a match counts, text that is no number does not, and is still there on the way back", () => {
  const { steps } = stepsOf(examAt("match"), "a", "n");
  equal(Object.keys((steps[0] as { raw?: object }).raw ?? {}).length, 1);
  const { steps: none, state } = stepsOf(examAt("number"), ...typed("doce"), "ctrl-n", "p");
  deepEqual(none.map(({ kind }) => kind), ["shown", "shown"]);
  match(pictureOf(state), /❯ doce[\s\S]*|doce/);
});

Deno.test("what was wiped out is no answer any more", () => {
  const { steps, state } = stepsOf(examAt("text"), "ctrl-u", "ctrl-o");
  deepEqual(steps, [{ kind: "cleared", question: id("text") }]);
  match(pictureOf(state), /1 de 9 contestadas/);
});

Deno.test("nothing is shown that could not be stored, and it can be tried again", () => {
  let full = true;
  const disk: Performer = (effect) => {
    if (effect.kind !== "journal") return [];
    return full
      ? [{ kind: "failed", ticket: effect.ticket, what: same("el disco está lleno") }]
      : [{ kind: "recorded", ticket: effect.ticket }];
  };
  const { state } = play(begun(examAt("choice")), ["b", "enter"], disk);
  match(pictureOf(state), /el disco está lleno/);
  const back = play(state, ["enter"], disk).state;
  match(pictureOf(back), /Pregunta 1 de 9[\s\S]*● b\)/);
  full = false;
  match(pictureOf(play(back, ["enter"], disk).state), /Pregunta 2 de 9/);
});

Deno.test("no verdict, no solution and no explanation is shown, whatever is pressed", () => {
  for (const kind of ["choice", "multiple", "truefalse", "order", "match"]) {
    const { state } = stepsOf(examAt(kind), "a", "enter", "p", "c", "s", "enter", "p");
    doesNotMatch(pictureOf(state), /orrecto|orrecta\b|✔|✘|Explicación/);
  }
});

Deno.test("the clock warns, and at its end what is being written is stored and handed in", () => {
  match(pictureOf(stepsOf(examAt("text"), clock(20.1)).state), /⚠ Quedan 10 minutos/);
  match(pictureOf(stepsOf(examAt("text"), clock(24), clock(25)).state), /⚠ Quedan 5 minutos/);
  match(pictureOf(stepsOf(examAt("text"), clock(28.9), clock(29)).state), /⚠ Queda un minuto/);
  const { steps, effects } = stepsOf(examAt("text"), ..."es", clock(30));
  deepEqual(steps, [
    { kind: "answered", question: id("text"), raw: "imagenes" },
    { kind: "finished", by: "time" },
  ]);
  equal(effects.at(-1)?.kind, "hand-in");
});

Deno.test("what is being written is stored every now and then, once", () => {
  const { steps } = stepsOf(examAt("text"), ..."es", clock(18.05), clock(18.2), clock(18.4), clock(18.6));
  deepEqual(steps, [{ kind: "answered", question: id("text"), raw: "imagenes" }]);
});

Deno.test("time that ends while the store does not answer is tried again, and not at every second", () => {
  const silent: Performer = () => [];
  const { effects } = play(begun(examAt("text")), [clock(30), clock(30.1), clock(30.2)], silent);
  equal(effects.filter(({ kind }) => kind === "journal").length, 1);
});

Deno.test("handing in is asked about, names what is lacking, and enter is no yes", () => {
  const { steps, state } = stepsOf(examAt("order"), "o", "e");
  match(pictureOf(state), /Sin contestar: 1, 2, 5, 6, 7, 8, 9[\s\S]*Marcadas: 6/);
  deepEqual(steps, []);
  const { steps: none } = stepsOf(examAt("order"), "o", "e", "enter", "enter");
  deepEqual(none.filter(({ kind }) => kind === "finished"), []);
  for (const yes of ["s", "y"]) {
    deepEqual(stepsOf(examAt("order"), "o", "e", yes).steps, [{ kind: "finished", by: "student" }]);
  }
});

Deno.test("flags and hints are stored before they are seen", () => {
  const { steps, state } = stepsOf(examAt("choice"), "m", "h");
  deepEqual(steps, [
    { kind: "flagged", question: id("choice"), on: true },
    { kind: "hinted", question: id("choice"), tier: 1 },
  ]);
  match(pictureOf(state), /⚑[\s\S]*uname -r/);
});

Deno.test("what was not written at the end can be written again", () => {
  const failing: Performer = (effect) =>
    effect.kind === "hand-in"
      ? [{ kind: "failed", what: same("no queda espacio") }]
      : effect.kind === "journal"
      ? [{ kind: "recorded", ticket: effect.ticket }]
      : [];
  const { state } = play(begun(examAt("order")), ["o", "e", "s"], failing);
  match(pictureOf(state), /no queda espacio/);
  const again = play(state, ["enter", "w"], failing);
  equal(again.effects.filter(({ kind }) => kind === "hand-in").length, 1);
});
