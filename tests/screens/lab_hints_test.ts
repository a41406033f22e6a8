/** The hints of the lab screen: asked for, waited for, offered, paged; solutions, partial points and patience beside them. */

import { deepStrictEqual, ok } from "node:assert/strict";
import * as v from "valibot";
import { labSchema } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import type { CheckVerdict, LabVerdict, TaskVerdict } from "../../lib/lab/verdict.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { LabOpening } from "../../lib/screens/lab.ts";
import { pictureOf, play } from "./drawn.ts";
import { reached } from "./sample_lab.ts";

type Inputs = Parameters<typeof play>[1];

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const noon = Date.UTC(2026, 0, 15, 12, 0, 0);

const course = v.parse(labSchema, {
  format: 1,
  id: "servidor",
  title: { es: "Un servidor web", en: "A web server" },
  concepts: ["contenedor"],
  minutes: 20,
  tasks: [{
    id: "arrancar",
    title: { es: "Arrancar el servidor", en: "Start the server" },
    text: { es: "Arranca `web` con `nginx:1.27`.", en: "Start `web` from `nginx:1.27`." },
    points: 3,
    partial: true,
    checks: [{ container: "web", state: "running", image: "nginx:1.27", restart: "always", within: "10s" }],
    hints: [
      { es: "Empieza por `docker run`.", en: "Begin with `docker run`." },
      { text: { es: "Añade `--restart always`.", en: "Add `--restart always`." }, cost: 0.5, wait: "60s" },
      {
        text: { es: "Se ha parado: lee `docker logs web`.", en: "It stopped: read `docker logs web`." },
        when: { container: "web", state: "exited" },
      },
    ],
    explanation: {
      es: "`--restart always` lo levanta aunque caiga, y también al arrancar el motor.",
      en: "`--restart always` brings it up when it falls, and when the engine starts too.",
    },
    solution: [
      { file: "sitio/index.html", content: "<h1>hola</h1>\n<p>mundo</p>\n" },
      "docker run -d --name web --restart always nginx:1.27",
    ],
  }, {
    id: "borrar",
    title: { es: "Borrarlo", en: "Remove it" },
    text: { es: "Borra `web`.", en: "Remove `web`." },
    needs: ["arrancar"],
    checks: [{ container: "web", exists: false }],
    hints: [{ text: { es: "Con `docker rm -f`.", en: "With `docker rm -f`." }, wait: "30s" }],
    explanation: { es: "Ya no está.", en: "It is gone." },
    solution: ["docker rm -f web"],
  }],
});
const opening: LabOpening = { lab: course, seed: 7 };

const failing: CheckVerdict = {
  kind: "container",
  subject: "web",
  status: "failed",
  expected: { es: "restart: always", en: "restart: always" },
  actual: same("restart: no"),
  because: { es: "se arrancó sin `--restart`", en: "it was started without `--restart`" },
  next: { es: "`docker update --restart always web`", en: "`docker update --restart always web`" },
  fields: (["state", "image", "restart"] as const).map((field) => ({
    field,
    status: field === "restart" ? "failed" : "passed",
    expected: same("always"),
    actual: same("no"),
  })),
};

function verdict(first: Partial<TaskVerdict> = {}, second: Partial<TaskVerdict> = {}) {
  const [start, remove] = course.tasks;
  const tasks: readonly TaskVerdict[] = [
    {
      ...{ id: "arrancar", title: start?.title ?? same(""), status: "failed", score: 0, max: 3, waitsFor: [] },
      ...{ checks: [failing] },
      ...first,
    },
    {
      ...{ id: "borrar", title: remove?.title ?? same(""), status: "blocked", score: 0, max: 1, checks: [] },
      ...{ waitsFor: ["arrancar"] },
      ...second,
    },
  ];
  const score = tasks.reduce((sum, task) => sum + task.score, 0);
  const told: LabVerdict = { lab: "servidor", status: "failed", score, max: 4, tasks };
  return { kind: "lab-verdict", lab: "servidor", verdict: told } as const;
}

const clock = (seconds: number) =>
  ({ kind: "lab-clock", lab: "servidor", now: noon + seconds * 1000, begun: noon }) as const;
const engine = { kind: "lab-engine", lab: "servidor", engine: reached } as const;
const passed: Partial<TaskVerdict> = { status: "passed", score: 3, checks: [] };
const open: Partial<TaskVerdict> = { status: "failed", waitsFor: [] };

function lab(inputs: Inputs, from: LabOpening = opening, lang: "es" | "en" = "es"): AppState {
  const start = startApp({ lang, theme: { ascii: false }, size: usual, names: {} }, { kind: "lab", opening: from });
  return play(start, [engine, clock(0), ...inputs]).state;
}

function pictures(name: string, state: () => AppState): void {
  for (const size of [usual, small]) {
    Deno.test(`${name} at ${size.columns}×${size.rows}`, async (t) => {
      await t.assertSnapshot(pictureOf(play(state(), [{ kind: "resize", size }]).state));
    });
  }
}

pictures("a lab whose hint can be asked for", () => lab([verdict()]));
pictures("a hint that has to be waited for", () => lab([verdict(), "h", clock(12), "h"]));
pictures("a hint that was waited for", () => lab([verdict(), "h", clock(12), "h", clock(61)]));
pictures("a hint for what is seen now is offered", () => lab([verdict({ fitting: [3] })]));
pictures(
  "the hints that were seen, one page each",
  () => lab([verdict({ fitting: [3] }), "h", "h", clock(61), "h", "enter", "<"]),
);
pictures("a task given up, with its solution and why it is so", () => lab([verdict(), "s", "enter", verdict()]));
pictures(
  "a task given up and passed gives no points",
  () => lab([verdict(), "s", "enter", verdict({ ...passed, score: 0, givenUp: true }, open), "1"]),
);
pictures("a part of the points", () => lab([verdict({ score: 2, part: { right: 2, of: 3 } })]));
pictures(
  "a check that may take its time",
  () => lab([verdict({ checks: [{ ...failing, patience: 10_000, lookAgainIn: 1000 }] })], opening, "en"),
);

/** Words of the picture, wherever lines break. */
function shows(state: AppState, words: string): boolean {
  return pictureOf(state).replaceAll(/[│\s]+/g, " ").includes(words);
}

Deno.test("the seconds that are left go down with the clock of the world", () => {
  const waiting = lab([verdict(), "h", clock(1), "h"]);
  ok(shows(waiting, "La pista podrá verse en 59 s"));
  const later = play(waiting, [clock(30)]).state;
  ok(shows(later, "La pista podrá verse en 30 s"));
  ok(shows(later, "h pista en 30 s"));
  ok(shows(play(later, [clock(60)]).state, "Ya puedes ver la pista: pulsa h"));
  ok(!shows(play(later, ["right"]).state, "podrá verse"));
});

Deno.test("starting again does not make anybody wait again, nor less", () => {
  const past = { hints: { arrancar: { tiers: new Set([1]), cost: 0, at: noon - 50_000 } }, givenUp: [], answers: {} };
  const state = lab([verdict(), "h"], { ...opening, past });
  ok(shows(state, "La pista podrá verse en 10 s"));
  ok(shows(state, "Empieza por docker run."));
});

Deno.test("before a first hint the wait counts from when the task could be done", () => {
  const blocked = lab([verdict(), "2", clock(100), "h"]);
  ok(shows(blocked, "La pista podrá verse en 30 s"));
  const reachable = play(blocked, [verdict(passed, open), "2", clock(110)]).state;
  ok(shows(reachable, "h pista en 20 s"));
  const before = verdict({ ...passed, passedAt: noon + 90_000 }, open);
  ok(shows(lab([clock(100), before, "2"]), "h pista en 20 s"));
});

Deno.test("a hint for what is seen is stored with its own tier and price, also when something else is seen meanwhile", () => {
  const asked = lab([verdict({ fitting: [3] })]);
  const { effects } = play(asked, ["h"]);
  deepStrictEqual(effects.filter(({ kind }) => kind === "record").map((effect) => "what" in effect && effect.what), [
    { kind: "lab-hint", lab: "servidor", task: "arrancar", tier: 3, cost: 0 },
  ]);
  const dear = lab([verdict(), "h", clock(61), "h", verdict({ fitting: [3] })]);
  const paid = play(dear, ["enter"]).effects.filter(({ kind }) => kind === "record");
  deepStrictEqual(paid.map((effect) => "what" in effect && effect.what), [
    { kind: "lab-hint", lab: "servidor", task: "arrancar", tier: 2, cost: 0.5 },
  ]);
});

Deno.test("paging stays at the first and at the last hint, and a new hint is shown at once", () => {
  const two = lab([verdict({ fitting: [3] }), "h", "h"]);
  ok(shows(two, "Pista 2 < >"));
  ok(shows(play(two, [">"]).state, "Pista 2 < >"));
  const first = play(two, ["<", "<", ","]).state;
  ok(shows(first, "Pista 1 < >"));
  ok(shows(first, "lee docker logs web"));
  ok(shows(play(first, [clock(61), "h", "enter"]).state, "Pista 3 < >"));
});

Deno.test("a hint for what is seen now is no longer offered when that is gone, nor when it was seen", () => {
  const offered = lab([verdict({ fitting: [3] })]);
  ok(shows(offered, "Hay una pista para lo que se ve ahora: pulsa h"));
  ok(!shows(play(offered, [verdict()]).state, "Hay una pista"));
  ok(!shows(play(offered, ["h", verdict({ fitting: [3] })]).state, "Hay una pista"));
});

Deno.test("a task that turns green says the points that it really gave", () => {
  const state = lab([verdict(), verdict({ ...passed, score: 2.5 }, open)]);
  ok(shows(state, "+2,5 puntos"));
});
