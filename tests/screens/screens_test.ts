/** Every screen as text, in the sizes that must work. */

import { same } from "../../lib/content/text.ts";
import type { Status } from "../../lib/lab/verdict.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, type Beginning, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import type { HomeData } from "../../lib/screens/home.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { homeWith, manyEntries, sampleHome } from "./sample_home.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

type Inputs = Parameters<typeof play>[1];

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

const names = {
  contenedor: { es: "Contenedor", en: "Container" },
  imagen: { es: "Imagen", en: "Image" },
  "kernel-compartido": { es: "El núcleo se comparte", en: "The kernel is shared" },
};

function begun(beginning: Beginning, inputs: Inputs = []): AppState {
  return play(startApp({ lang: "es", theme: { ascii: false }, size: usual, names }, beginning), inputs).state;
}

const home = (data: HomeData, ...inputs: Inputs) => begun({ kind: "home", home: data }, inputs);
const quiz = (ids: readonly string[], ...inputs: Inputs) =>
  begun({ kind: "quiz", session: startSession(only(sampleQuiz, ...ids), { seed: 42 }) }, inputs);
const lab = (...inputs: Inputs) => begun({ kind: "lab", opening: sampleOpening }, inputs);

const verdict = (...statuses: readonly Status[]) =>
  ({ kind: "lab-verdict", lab: "volumenes", verdict: sampleVerdict(...statuses) }) as const;
const engine = { kind: "lab-engine", lab: "volumenes", engine: reached } as const;
const fault = {
  kind: "lab-engine",
  lab: "volumenes",
  engine: { kind: "fault", fault: { kind: "daemon-down", detail: "Cannot connect to the Docker daemon" } },
} as const;
const english = { kind: "key", key: { kind: "key", name: "f8", ctrl: false, alt: false, shift: false } } as const;

/** The program is told of each size before the picture is taken, as the terminal does. */
function pictures(name: string, state: () => AppState, sizes: readonly Size[] = [usual, small]): void {
  for (const size of sizes) {
    Deno.test(`${name} at ${size.columns}×${size.rows}`, async (t) => {
      await t.assertSnapshot(pictureOf(play(state(), [{ kind: "resize", size }]).state));
    });
  }
}

pictures("home shows what was left, quizzes and labs", () => home(sampleHome), [usual, small, wide]);
pictures("home in English", () => home(sampleHome, english, "down"));
pictures("home without anything explains how to get something", () => home(homeWith({})));
pictures(
  "home with sixty entries scrolls to the pointer",
  () => home(manyEntries, ...Array.from({ length: 45 }, () => "j")),
);
pictures("home finds entries as they are searched", () => home(sampleHome, "/", ...typed("VOLUM"), "down"));
pictures("home says when nothing matches", () => home(sampleHome, "/", ...typed("xyz")));

/** With this seed: true or false, choice, number. */
const finished = () =>
  quiz(["kernel", "hipervisor", "puerto"], "f", "enter", "enter", "b", "enter", "enter", "ctrl-n", "enter");
pictures("summary with missed questions", finished);
pictures("summary in English", () => play(finished(), [english]).state);
pictures("summary of a session without a mistake", () => quiz(["hipervisor"], "f", "enter", "enter"));
pictures("a missed question seen again", () => play(finished(), ["enter"]).state);

pictures("lab before the first look", () => lab());
pictures("lab with the first task to do", () => lab(engine, verdict("failed", "blocked", "blocked")), [
  usual,
  small,
  wide,
]);
pictures("lab in English", () => lab(engine, verdict("passed", "failed", "blocked"), english));
pictures(
  "lab when a task turns green",
  () => lab(engine, verdict("failed", "blocked", "blocked"), verdict("passed", "failed", "blocked")),
  [usual, small, wide],
);
pictures("lab asks before a hint that costs", () => lab(engine, verdict("failed", "blocked", "blocked"), "h", "h"));
pictures("lab with its hints", () => lab(engine, verdict("failed", "blocked", "blocked"), "h", "h", "enter"));
pictures(
  "lab with the diagnosis of the chosen check",
  () => lab(engine, verdict("passed", "failed", "blocked"), "right", "left"),
);
pictures("lab with a solution asked for", () => lab(engine, verdict("passed", "failed", "blocked"), "s", "enter"));
pictures("lab with a task explained", () => lab(engine, verdict("passed", "failed", "blocked"), "up"));
pictures("lab with a blocked task", () => lab(engine, verdict("failed", "blocked", "blocked"), "3"));
pictures("lab without an engine", () => lab(fault, verdict("unchecked", "unchecked", "unchecked")), [
  usual,
  small,
  wide,
]);
pictures(
  "lab completed",
  () => lab(engine, verdict("passed", "passed", "failed"), verdict("passed", "passed", "passed")),
);
pictures("lab asks the questions of a task", () => lab(engine, verdict("passed", "failed", "blocked"), "p"));

pictures("help of the lab", () => lab(verdict("passed", "failed", "blocked"), "?"));
pictures("a notice", () =>
  play(home(sampleHome), [{
    kind: "failed",
    what: { es: 'No se puede abrir "x": no existe', en: 'Cannot open "x": it does not exist' },
    next: same("`grumete list`"),
  }]).state);

pictures("a window that is too small", () => quiz(["kernel"]), [
  { columns: 39, rows: 15 },
  { columns: 80, rows: 14 },
  { columns: 12, rows: 4 },
  { columns: 1, rows: 1 },
]);

Deno.test("symbols have plain twins of the same width", async (t) => {
  const state = lab(engine, verdict("failed", "blocked", "blocked"), verdict("passed", "failed", "blocked"));
  await t.assertSnapshot(pictureOf({ ...state, theme: { ascii: true } }));
});
