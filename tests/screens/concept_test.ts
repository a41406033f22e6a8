/** The screen of one concept. */

import { deepStrictEqual, ok } from "node:assert/strict";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { ConceptOpening } from "../../lib/screens/concept.ts";
import type { Size } from "../../lib/screens/frame.ts";
import { pictureOf, play } from "./drawn.ts";
import { lonelyConcept, sampleConcept } from "./sample_concept.ts";

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

const concept = (opening: ConceptOpening, keys: readonly string[] = [], size = usual): AppState =>
  play(
    startApp({ lang: "es", theme: { ascii: false }, size, names: {} }, { kind: "concept", opening }),
    keys,
  ).state;
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);

for (const size of [usual, small, wide]) {
  Deno.test(`a concept with its history at ${size.columns}×${size.rows}`, async (t) => {
    await t.assertSnapshot(pictureOf(concept(sampleConcept, [], size)));
    await t.assertSnapshot(pictureOf(concept(sampleConcept, ["L", "down", "pagedown"], size)));
    await t.assertSnapshot(pictureOf(concept(lonelyConcept, [], size)));
  });
}

Deno.test("enter opens a quiz with only this concept, or a lab", () => {
  deepStrictEqual(play(concept(sampleConcept), ["enter"]).effects, [
    { kind: "open-quiz", id: "contenedores", start: { kind: "concept", concept: "volume" }, ticket: 1 },
  ]);
  deepStrictEqual(play(concept(sampleConcept), ["down", "enter"]).effects, [
    { kind: "open-lab", id: "volumenes", ticket: 1 },
  ]);
});

Deno.test("c practises it, n and p go to its neighbours and q leads back from however many", () => {
  deepStrictEqual(play(concept(sampleConcept), ["c"]).effects, [
    { kind: "open-review", choice: { concept: "volume", cram: true }, ticket: 1 },
  ]);
  const next = play(concept(sampleConcept), ["n"]);
  deepStrictEqual(next.effects, [{ kind: "open-concept", id: "tmpfs", ticket: 1 }]);
  deepStrictEqual(play(concept(sampleConcept), ["p"]).effects, [
    { kind: "open-concept", id: "bind-mount", ticket: 1 },
  ]);
  const there = play(next.state, [{ kind: "concept-opened", ticket: 1, opening: { ...sampleConcept, id: "tmpfs" } }]);
  deepStrictEqual(there.state.screens.length, 1);
  deepStrictEqual(play(there.state, ["q"]).effects, [{ kind: "quit", code: 0 }]);
});

Deno.test("a concept that nothing asks for offers nothing to open, and no key does harm", () => {
  const state = concept(lonelyConcept);
  ok(shows(state, "Ningún cuestionario ni laboratorio lo pregunta todavía"));
  ok(shows(state, "Aún no se te ha preguntado"));
  deepStrictEqual(play(state, ["enter", "c", "n", "p", "down", "up", "pagedown"]).effects, []);
});

Deno.test("each question says when it was asked, how it went and when it is due", () => {
  const state = concept(sampleConcept, [], wide);
  ok(shows(state, "◐✔✔✔ ¿Qué queda de un volumen"));
  ok(shows(state, "hace 3 días, toca en 12 días · Contenedores"));
  ok(shows(state, "hace 2 meses, toca hoy · Volúmenes"));
  ok(shows(state, "sin preguntar · Contenedores"));
  ok(shows(state, "Preguntado 6 veces, 58% bien"));
});
