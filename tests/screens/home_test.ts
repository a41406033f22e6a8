/** Home: areas, filters, search, and what its keys open. */

import { deepStrictEqual, ok, strictEqual as equal } from "node:assert/strict";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { HomeData } from "../../lib/screens/home.ts";
import { daysAgo } from "../../lib/screens/relative_days.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { homeWith, hostileHome, manyEntries, sampleHome } from "./sample_home.ts";

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

type Inputs = Parameters<typeof play>[1];
const home = (data: HomeData, inputs: Inputs = [], size = usual): AppState =>
  play(startApp({ lang: "es", theme: { ascii: false }, size, names: {} }, { kind: "home", home: data }), inputs).state;
const lines = (state: AppState) => pictureOf(state).split("\n");
const shows = (state: AppState, text: string) => pictureOf(state).includes(text);
const place = (state: AppState, text: string) => lines(state).findIndex((line) => line.includes(text));

const broken: HomeData = {
  ...sampleHome,
  broken: ["quizzes/roto.yaml"],
  flags: ["--content /tmp/x", "--state /tmp/y"],
};

for (const size of [usual, small, wide]) {
  for (const lang of ["es", "en"] as const) {
    const keys = lang === "es" ? [] : ["L"];
    const named = `at ${size.columns}×${size.rows} in ${lang}`;
    Deno.test(`home with a search, a filter and a broken file ${named}`, async (t) => {
      await t.assertSnapshot(pictureOf(home(broken, [...keys, "down", "down", "down"], size)));
      await t.assertSnapshot(pictureOf(home(broken, [...keys, "f", "f"], size)));
      await t.assertSnapshot(pictureOf(home(broken, [...keys, "/", ...typed("cont"), "down", "down"], size)));
    });
  }
}

Deno.test("quizzes and labs stand under their area, in the order of the course, with its mastery", () => {
  const state = home(sampleHome, [], wide);
  const order = [
    "Hipervisores  ",
    "hipervisores",
    "Contenedores  ",
    "contenedores   ",
    "primer-contenedor",
    "Almacenamiento",
  ];
  const places = order.map((text) => place(state, text));
  deepStrictEqual([...places].sort((a, b) => a - b), places);
  ok(lines(state)[place(state, "Contenedores  ")]?.includes("31%"));
});

Deno.test("what was done and what is known are shown apart, also where nothing is known", () => {
  const state = home(sampleHome);
  const line = (text: string) => lines(state)[place(state, text)] ?? "";
  ok(/25%.*20%/.test(line("Contenedores y máquinas virtuales  ")), line("Contenedores y máquinas virtuales  "));
  ok(/60%\s+│$/.test(line("Tu primer contenedor")), line("Tu primer contenedor"));
});

Deno.test("the filter goes round: all, pending, weak, done, and is shown", () => {
  const titles = (state: AppState) =>
    ["Hipervisores y", "Contenedores y", "La arquitectura", "Tu primer", "Volúmenes que"].filter((title) =>
      place(state, `${title}`) >= 0
    );
  deepStrictEqual(titles(home(sampleHome, ["f"])), ["Contenedores y", "La arquitectura", "Tu primer", "Volúmenes que"]);
  ok(shows(home(sampleHome, ["f"]), "Filtro: pendiente"));
  deepStrictEqual(titles(home(sampleHome, ["f", "f"])), ["Contenedores y"]);
  deepStrictEqual(titles(home(sampleHome, ["tab", "f", "f"])), ["Hipervisores y"]);
  deepStrictEqual(home(sampleHome, ["f", "f", "f", "f"]), home(sampleHome));
  ok(shows(home(homeWith({ entries: manyEntries.entries }), ["f", "f"]), "Nada pasa este filtro"));
});

Deno.test("the filter also works on what is being searched", () => {
  const state = home(sampleHome, ["/", ...typed("contenedor"), "tab", "tab"]);
  ok(shows(state, "Buscar: ▏contenedor") || shows(state, "Buscar: contenedor▏"));
  ok(shows(state, "Filtro: flojo"));
  equal(place(state, "Tu primer"), -1);
  ok(place(state, "Qué es un contenedor") >= 0);
});

Deno.test("a search finds concepts by name, whatever the accents, and opens them", () => {
  const state = home(sampleHome, ["/", ...typed("nucleo (KERNEL)")]);
  ok(shows(state, "El núcleo (kernel) se comparte"));
  deepStrictEqual(play(state, ["enter"]).effects, [
    { kind: "open-concept", id: "container-shares-host-kernel", ticket: 1 },
  ]);
  ok(shows(home(sampleHome, ["/", ...typed("the kernel is")]), "El núcleo (kernel) se comparte"));
});

Deno.test("the pointer of a search goes to what is called so, then to what has it in its name", () => {
  const pointed = (query: string) => lines(home(sampleHome, ["/", ...typed(query)])).find((line) => line.includes("❯"));
  ok(pointed("contenedores")?.includes("❯ Contenedores y"));
  ok(pointed("primer")?.includes("❯ Tu primer"));
  ok(pointed("container-definition")?.includes("❯ Qué es un contenedor"));
  ok(pointed("nucleo")?.includes("❯ El núcleo"), "its name counts more than the summary of a quiz");
});

Deno.test("who leaves a search stays on what was found", () => {
  const state = home(sampleHome, ["/", ...typed("sobrev"), "escape"]);
  ok(shows(state, "❯ Volúmenes que sobreviven"));
});

Deno.test("r reviews, s shows statistics, enter on what is due too; while a search is typed they are letters", () => {
  deepStrictEqual(play(home(sampleHome), ["r"]).effects, [{ kind: "open-review", choice: {}, ticket: 1 }]);
  deepStrictEqual(play(home(sampleHome), ["down", "enter"]).effects, [{ kind: "open-review", choice: {}, ticket: 1 }]);
  deepStrictEqual(play(home(sampleHome), ["s"]).effects, [{ kind: "open-stats", ticket: 1 }]);
  ok(shows(home(sampleHome, ["/", "r", "s", "f", "q"]), "Buscar: rsfq"));
});

Deno.test("what is due is told: reviews, new ones, or when the next is", () => {
  const due = (today: HomeData["today"]) => {
    const state = home({ ...sampleHome, today });
    return (lines(state)[place(state, "Para hoy")] ?? "").replace(/│/g, "").trim();
  };
  const figures = { due: 0, fresh: 0, streak: 0, answered: 0 };
  equal(due({ ...figures, due: 1, fresh: 1 }), "Para hoy  1 repaso, 1 nueva");
  equal(due({ ...figures, due: 3 }), "Para hoy  3 repasos");
  equal(due({ ...figures, fresh: 10 }), "Para hoy  10 nuevas");
  equal(due({ ...figures, fresh: 2, next: 1 }), "Para hoy  2 nuevas; repasos mañana");
  equal(due({ ...figures, next: 4 }), "Para hoy  nada; repasos en 4 días");
  equal(due(figures), "Para hoy  nada");
});

Deno.test("files with errors are named with the command that shows the errors", () => {
  const state = home(broken, ["end"]);
  ok(shows(state, "⚠ 1 archivo con errores: grumete lint quizzes/roto.yaml"));
  const two = home({ ...sampleHome, broken: ["a.yaml", "b.yaml"], flags: broken.flags }, ["end"]);
  ok(shows(two, "⚠ 2 archivos con errores: grumete lint --content /tmp/x  "));
  ok(shows(home(homeWith({ broken: ["a.yaml"] })), "⚠ 1 archivo con errores: grumete lint a.yaml"));
});

Deno.test("with sixty entries every one of them comes into view under the pointer", () => {
  for (const size of [usual, small, wide]) {
    let state = home(manyEntries, [], size);
    for (let row = 0; row < 61; row++) {
      equal(lines(state).filter((line) => line.includes("❯")).length, 1, pictureOf(state));
      state = play(state, ["down"]).state;
    }
    ok(shows(state, "❯ Para hoy"));
    ok(lines(home(manyEntries, ["end"], size)).some((line) => line.includes("❯ Tema 60")));
  }
});

Deno.test("hostile texts and impossible figures are drawn within the lines", () => {
  for (const size of [usual, small, wide]) {
    for (const keys of [[], ["down"], ["end"], ["f"], ["/", "x"]]) {
      const picture = pictureOf(home(hostileHome, keys, size));
      // deno-lint-ignore no-control-regex -- controls are its subject
      ok(!/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(picture));
      equal(picture.split("\n").length <= size.rows, true);
    }
  }
});

Deno.test("days ago are said as people say them", () => {
  const said = [0, 1, 2, 59, 60, 400, 730, 4000].map((days) => daysAgo(days, "es"));
  deepStrictEqual(said, [
    "hoy",
    "ayer",
    "hace 2 días",
    "hace 59 días",
    "hace 2 meses",
    "hace 13 meses",
    "hace 2 años",
    "hace 11 años",
  ]);
  equal(daysAgo(-3, "en"), "today");
  equal(daysAgo(5, "en"), "5 days ago");
});

Deno.test("a quiz that was left half done goes on from its own line too, and n begins it anew", () => {
  const [entry] = sampleHome.entries;
  ok(entry);
  const data = homeWith({ entries: [{ ...entry, half: 3 }] });
  const opens = (key: string) => {
    const { effects } = play(home(data), ["down", key]);
    return effects.map((effect) => effect.kind === "open-quiz" ? effect.start.kind : effect.kind);
  };
  deepStrictEqual(opens("enter"), ["resume"]);
  deepStrictEqual(opens("n"), ["fresh"]);
  ok(shows(home(data, ["down"]), "intro seguir"));
  ok(shows(home(data, ["down"]), "n de nuevo"));
  ok(shows(home(data, ["down"]), "13 preguntas, 3 respondidas"));
});

Deno.test("a quiz that was ended, or never begun, begins when it is opened", () => {
  const { effects } = play(home(sampleHome), ["down", "down", "enter"]);
  deepStrictEqual(effects.map((effect) => effect.kind === "open-quiz" && effect.start.kind), ["fresh"]);
  ok(!shows(home(sampleHome, ["down", "down"]), "n de nuevo"));
});

Deno.test("who has done nothing yet is told where to begin", () => {
  const fresh = sampleHome.entries.map(({ last: _, done: __, mastery: ___, ...entry }) => entry);
  ok(shows(home(homeWith({ entries: fresh })), "¿Por dónde empezar?"));
  ok(!shows(home(sampleHome, ["down"]), "¿Por dónde empezar?"));
});

Deno.test("what was never begun shows how long it is, which tells a lab from a quiz", () => {
  for (const size of [usual, small]) {
    const state = home(sampleHome, [], size);
    const line = lines(state).find((line) => line.includes("Volúmenes que")) ?? "";
    ok(/ 3 tareas *│?$/.test(line), line);
  }
});

Deno.test("the command that reviews from a shell names the same content and state", () => {
  const state = home(homeWith({ entries: sampleHome.entries, flags: ["--state /tmp/y"] }));
  ok(shows(state, "grumete review --state /tmp/y"));
});

Deno.test("a filter leaves the pointer of a search on what is called so", () => {
  const state = home(sampleHome, ["/", ...typed("primer contenedor"), "tab"]);
  ok(lines(state).some((line) => line.includes("❯ Tu primer contenedor")), pictureOf(state));
  const among = home(manyEntries, ["/", ...typed("tema 30"), "tab"]);
  ok(lines(among).some((line) => line.includes("❯ Tema 30")), pictureOf(among));
});
