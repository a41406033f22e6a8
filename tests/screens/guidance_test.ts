/** What the screens say about what to do next, and what their help says of each key. */

import { deepStrictEqual, ok } from "node:assert/strict";
import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, type Beginning, startApp } from "../../lib/screens/app_state.ts";
import type { LabVerdict } from "../../lib/lab/verdict.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { make, makeQuiz } from "../quiz/make_question.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

function begun(beginning: Beginning): AppState {
  return startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, beginning);
}

const quiz = (...ids: readonly string[]) =>
  begun({ kind: "quiz", session: startSession(only(sampleQuiz, ...ids), { seed: 42 }) });
const lab = () => begun({ kind: "lab", opening: sampleOpening });
const verdict = (verdict: LabVerdict) => ({ kind: "lab-verdict", lab: "volumenes", verdict }) as const;
const engine = { kind: "lab-engine", lab: "volumenes", engine: reached } as const;
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const footer = (state: AppState) => pictureOf(state).split("\n").at(-1) ?? "";

Deno.test("what is not a number is not handed in, and why is said", () => {
  const { state, effects } = play(quiz("puerto"), [...typed("abc"), "enter"]);
  deepStrictEqual(effects, []);
  ok(shows(state, "⚠ abc no es un número"));
  ok(shows(state, "❯ abc"));
});

Deno.test("the help tells the key that goes up from the one that goes down", () => {
  const order = pictureOf(play(quiz("vida"), ["?"]).state);
  ok(/↑ {2}k +subir/.test(order) && /↓ {2}j +bajar/.test(order));
  ok(/K {2}alt-↑ +subir el elemento/.test(order));
  ok(/v {2}t {2}1 +verdadero/.test(pictureOf(play(quiz("hipervisor"), ["?"]).state)));
});

Deno.test("the help of a lab names the digits that go to tasks", () => {
  ok(/1-9 +ir a la tarea/.test(pictureOf(play(lab(), ["?"]).state)));
});

Deno.test("on the last question of a task the footer says once how to get back", () => {
  const asked = play(lab(), [verdict(sampleVerdict("passed", "failed", "blocked")), "p", "v", "enter"]).state;
  deepStrictEqual(footer(asked).match(/volver al laboratorio/g)?.length, 1);
});

Deno.test("a lab says where to type docker until something passes", () => {
  const open = play(lab(), [engine, verdict(sampleVerdict("failed", "blocked", "blocked"))]).state;
  ok(shows(open, "Usa docker con : o en otra terminal"));
  const on = play(open, [verdict(sampleVerdict("passed", "failed", "blocked")), "down"]).state;
  ok(!shows(on, "Usa docker con : o en otra terminal"));
});

Deno.test("a finished lab keeps saying how to clean up, also when it is opened again", () => {
  const all = verdict(sampleVerdict("passed", "passed", "passed"));
  const done = play(lab(), [all, "up", "down"]).state;
  ok(shows(done, "Laboratorio completo: 6 de 6 puntos"));
  ok(/grumete cleanup[ │\n]+volumenes/.test(pictureOf(done)));
  const reference = begun({ kind: "lab", opening: { ...sampleOpening, reference: "./mi-lab" } });
  ok(/grumete cleanup[ │\n]+\.\/mi-lab/.test(pictureOf(play(reference, [all]).state)));
});

Deno.test("a lab in which what is left was given up has an end too", () => {
  const state = play(lab(), [verdict(sampleVerdict("passed", "passed", "failed")), "3", "s", "enter"]).state;
  ok(shows(state, "No quedan tareas: 5 de 6 puntos"));
});

Deno.test("the explanation of a passed task stands before its instructions", () => {
  const picture = pictureOf(play(lab(), [verdict(sampleVerdict("passed", "failed", "blocked")), "1"]).state);
  ok(picture.indexOf("Ahora docker volume ls lo muestra.") < picture.indexOf("Crea un volumen llamado datos"));
});

Deno.test("the line under the tasks says how many are out of sight", () => {
  const many = {
    ...sampleOpening.lab,
    tasks: [1, 2, 3].flatMap((n) =>
      sampleOpening.lab.tasks.map((task) => ({ ...task, id: `${task.id}-${n}`, needs: [] }))
    ),
  };
  const state = begun({ kind: "lab", opening: { ...sampleOpening, lab: many } });
  ok(/─ ↓ [1-9] ─/.test(pictureOf(state)));
  ok(/─ ↑ [1-9] ─/.test(pictureOf(play(state, ["end"]).state)));
});

Deno.test("a task that lacks an object does not claim to wait for another task", () => {
  const blocked = sampleVerdict("passed", "blocked", "failed");
  const tasks = blocked.tasks.map((task) => ({ ...task, waitsFor: [] }));
  const state = play(lab(), [verdict({ ...blocked, tasks }), "2"]).state;
  ok(shows(state, "… falta lo que necesita"));
});

Deno.test("three tasks that pass at once are told in one line", () => {
  const { lab: sample } = sampleOpening;
  const tasks = [...sample.tasks, ...sample.tasks.map((task) => ({ ...task, id: `${task.id}-2`, needs: [] }))];
  const state = begun({ kind: "lab", opening: { ...sampleOpening, lab: { ...sample, tasks } } });
  const look = (status: "passed" | "failed") => {
    const [before, after] = [sampleVerdict(status, status, status), sampleVerdict("failed", "failed", "failed")];
    const rest = after.tasks.map((task) => ({ ...task, id: `${task.id}-2` }));
    return verdict({ ...before, status: "failed", tasks: [...before.tasks, ...rest] });
  };
  const green = play(state, [look("failed"), look("passed")]).state;
  ok(shows(green, "✔ 3 tareas superadas · +6 puntos"));
});

Deno.test("the summary of a quiz says what to do next", () => {
  ok(shows(play(quiz("hipervisor"), ["v", "enter", "enter"]).state, "con r repites las falladas"));
  ok(shows(play(quiz("hipervisor"), ["f", "enter", "enter"]).state, "Ponlo en práctica en un laboratorio"));
});

Deno.test("who may lose everything by one tick is told before answering", () => {
  const question = make("multiple", {
    id: "todo",
    scoring: "exact",
    choices: [{ text: "1", correct: true }, { text: "2" }],
  });
  const session = startSession(makeQuiz([question]), { seed: 1 });
  ok(shows(begun({ kind: "quiz", session }), "todo o nada"));
});
