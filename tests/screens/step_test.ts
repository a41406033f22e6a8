/** The screen of one step of a path, and the path on the home screen. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { HomeData } from "../../lib/screens/home.ts";
import type { StepOpening } from "../../lib/screens/step.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { homeWithPath, placementStep, samplePath, sampleStep } from "./sample_path.ts";

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 200, rows: 50 };

type Inputs = Parameters<typeof play>[1];
const at = (beginning: Parameters<typeof startApp>[1], inputs: Inputs, size: Size): AppState =>
  play(startApp({ lang: "es", theme: { ascii: false }, size, names: {} }, beginning), inputs).state;
const home = (data: HomeData = homeWithPath, inputs: Inputs = [], size = usual) =>
  at({ kind: "home", home: data }, inputs, size);
const step = (opening: StepOpening = sampleStep, inputs: Inputs = [], size = usual) =>
  at({ kind: "step", opening }, inputs, size);
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const opened = (state: AppState, ...keys: readonly string[]) =>
  play(state, keys).effects.filter(({ kind }) => kind.startsWith("open-"));

for (const size of [usual, small, wide]) {
  for (const lang of ["es", "en"] as const) {
    const keys = lang === "es" ? [] : ["L"];
    Deno.test(`home by sessions, and by areas, at ${size.columns}×${size.rows} in ${lang}`, async (t) => {
      await t.assertSnapshot(pictureOf(home(homeWithPath, [...keys, "down"], size)));
      await t.assertSnapshot(pictureOf(home(homeWithPath, [...keys, "down", "down", "down", "down", "down"], size)));
      await t.assertSnapshot(pictureOf(home(homeWithPath, [...keys, "a", "down"], size)));
    });
  }
}

Deno.test("the path stands at the top: how far one is, what comes next, each session with its state", () => {
  const picture = pictureOf(home());
  ok(/Siguiente +sesión 4 de 4, Las redes: laboratorio/.test(picture), picture);
  ok(/El curso corto · 2 de 4 sesiones/.test(picture));
  ok(/» +1 Los hipervisores .*ya sabida/.test(picture));
  ok(/◐ +2 Los contenedores/.test(picture));
  ok(/✔ +3 Los volúmenes/.test(picture));
  ok(/· +4 Las redes/.test(picture));
});

Deno.test("enter on the next step, and on any session, opens it with what is read before it", () => {
  const effect = (place: string, ticket: number) => ({ kind: "open-step", path: "curso", place, ticket });
  deepStrictEqual(opened(home(), "down", "enter"), [effect("redes", 1)]);
  deepStrictEqual(opened(home(), "down", "down", "down", "enter"), [effect("placement", 1)]);
});

Deno.test("what is half done and next is offered once", () => {
  const next = { place: "contenedores", text: { es: "sesión 2", en: "session 2" } };
  const both = home({ ...homeWithPath, paths: [{ ...samplePath, next }] });
  ok(shows(both, "Seguir donde lo dejé"));
  ok(!shows(both, "Siguiente"));
});

Deno.test("the filters are about sessions: pending leaves out what is done and what is known", () => {
  const pending = home(homeWithPath, ["f"]);
  ok(shows(pending, "Las redes") && shows(pending, "Los contenedores"));
  ok(!shows(pending, "Los volúmenes") && !shows(pending, "Los hipervisores"));
  const done = home(homeWithPath, ["f", "f", "f"]);
  ok(shows(done, "Los volúmenes") && shows(done, "Los hipervisores") && !shows(done, "Las redes"));
});

Deno.test("a search looks in all quizzes and labs, and a second key of order leads back", () => {
  ok(shows(home(homeWithPath, ["/", ...typed("volumen")]), "Volúmenes"));
  equal(pictureOf(home(homeWithPath, ["a", "a"])), pictureOf(home()));
  ok(shows(home(homeWithPath, ["a"]), "Arquitectura de Docker"));
});

Deno.test("without a path the home screen goes by areas and has no key for it", () => {
  const state = home({ ...homeWithPath, paths: [] });
  ok(shows(state, "Hipervisores"));
  equal(pictureOf(home({ ...homeWithPath, paths: [] }, ["a"])), pictureOf(state));
});

Deno.test("a quiz left half done goes on, n begins it anew, the lab and the next session follow", () => {
  deepStrictEqual(opened(step(), "enter"), [
    { kind: "open-quiz", id: "contenedores", start: { kind: "resume" }, ticket: 1 },
  ]);
  deepStrictEqual(opened(step(), "n"), [{
    kind: "open-quiz",
    id: "contenedores",
    start: { kind: "fresh" },
    ticket: 1,
  }]);
  deepStrictEqual(opened(step(), "down", "enter"), [{ kind: "open-lab", id: "primer-contenedor", ticket: 1 }]);
  deepStrictEqual(opened(step(), "down", "down", "enter"), [
    { kind: "open-step", path: "curso", place: "redes", ticket: 1 },
  ]);
});

Deno.test("the pointer begins on what is open, and goes on when it was done", () => {
  if (sampleStep.kind !== "session") throw new TypeError("no session");
  const [quiz, lab] = sampleStep.parts;
  ok(quiz && lab);
  const passed = { ...sampleStep, parts: [{ ...quiz, passed: true }, lab] };
  ok(/❯ ◐ Laboratorio/.test(pictureOf(step(passed))));
  const later = play(step(), [{ kind: "step-loaded", opening: passed }]).state;
  ok(/❯ ◐ Laboratorio/.test(pictureOf(later)));
  const all = { ...sampleStep, parts: [{ ...quiz, passed: true }, { ...lab, passed: true }] };
  ok(/❯ Después/.test(pictureOf(step(all))));
});

Deno.test("the placement quiz goes on where it was left, or is passed over", () => {
  deepStrictEqual(opened(step(placementStep), "enter"), [
    { kind: "open-quiz", id: "curso/placement", start: { kind: "resume" }, ticket: 1 },
  ]);
  deepStrictEqual(opened(step(placementStep), "down", "enter"), [
    { kind: "open-step", path: "curso", place: "contenedores", ticket: 1 },
  ]);
});

Deno.test("from a step to the next and the next, one key leads back home", () => {
  const again = (place: string) => ({ kind: "step-opened", opening: { ...sampleStep, place } } as const);
  const state = home(homeWithPath, [again("uno"), again("dos"), again("tres")]);
  deepStrictEqual(state.screens.map(({ kind }) => kind), ["home", "step"]);
  deepStrictEqual(play(state, ["q"]).effects, [{ kind: "load-home" }]);
});
