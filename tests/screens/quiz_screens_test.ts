/** Every kind of question as text, asked and answered, in the sizes that must work. */

import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, startApp } from "../../lib/screens/app_state.ts";
import type { Size } from "../../lib/screens/frame.ts";
import { key, pictureOf, play, typed } from "./drawn.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

type Inputs = Parameters<typeof play>[1];

const usual: Size = { columns: 80, rows: 24 };
const small: Size = { columns: 40, rows: 15 };
const wide: Size = { columns: 160, rows: 50 };

function quiz(ids: readonly string[], size: Size, inputs: Inputs, lang: "es" | "en" = "es"): AppState {
  const session = startSession(only(sampleQuiz, ...ids), { seed: 42 });
  const start = startApp({ lang, theme: { ascii: false }, size, names: {} }, { kind: "quiz", session });
  return play(start, inputs).state;
}

/** The picture in a size that was there from the beginning, so that what is in sight is what a learner sees. */
function pictures(name: string, ids: readonly string[], inputs: Inputs, sizes: readonly Size[] = [usual, small]): void {
  for (const size of sizes) {
    Deno.test(`${name} at ${size.columns}×${size.rows}`, async (t) => {
      await t.assertSnapshot(pictureOf(quiz(ids, size, inputs)));
    });
  }
}

/** Half way to an answer, and with a wrong one or one right in part. */
const kinds: Readonly<Record<string, { readonly asked: Inputs; readonly wrong: Inputs }>> = {
  kernel: { asked: ["down", "h"], wrong: ["b", "enter"] },
  aislamiento: { asked: ["b", "down", "space"], wrong: ["b", "c", "enter"] },
  hipervisor: { asked: [], wrong: ["v", "enter"] },
  plantilla: { asked: [...typed("niño h?Lq"), "ctrl-t"], wrong: [...typed("plantilla"), "enter"] },
  puerto: { asked: typed("51"), wrong: [...typed("0,5"), "enter"] },
  vida: { asked: ["down", "space", "up"], wrong: ["enter"] },
  objetos: { asked: ["b"], wrong: ["b", "b", "enter"] },
  publicar: {
    asked: [...typed("publica"), "tab", ...typed("anf")],
    wrong: [...typed("publica"), "tab", ...typed("contenedor"), "enter"],
  },
  todos: { asked: [...typed("docker p"), "tab"], wrong: [...typed("docker ps"), "enter"] },
};

for (const [id, { asked, wrong }] of Object.entries(kinds)) {
  const [question] = only(sampleQuiz, id).questions;
  pictures(`${question?.kind} asked`, [id], asked, [usual, small, wide]);
  pictures(`${question?.kind} answered wrongly`, [id], wrong, [usual, small, wide]);
  Deno.test(`${question?.kind} answered wrongly, in English`, async (t) => {
    await t.assertSnapshot(pictureOf(quiz([id], usual, wrong, "en")));
  });
}

pictures("choice answered rightly after a hint, with how sure the learner was", ["kernel"], [
  "h",
  "h",
  "s",
  "s",
  "a",
  "enter",
]);
pictures("a text with an answer of which the author says nothing", ["plantilla"], [...typed("molde"), "enter"]);
pictures("multiple asks for a tick", ["aislamiento"], ["enter"]);
pictures("how sure the learner is, before the answer", ["plantilla"], ["alt-s", "alt-s", ...typed("ima")], [
  usual,
  small,
  wide,
]);
pictures("a note on an unclear question being written", ["kernel"], ["!", ...typed("¿Qué es anfitrión? q L 1")], [
  usual,
  small,
  wide,
]);
pictures("an unclear question, flagged", ["kernel"], ["!", ...typed("no se ve"), "enter"], [usual, small, wide]);
pictures("what is said of the other answers", ["kernel"], ["a", "enter", "o"]);
pictures("a command that was copied", ["todos"], [...typed("docker ps"), "enter", "y", "y"]);
pictures("the stop before the end", ["kernel", "hipervisor", "puerto"], ["n", "n", "ctrl-n"], [usual, small, wide]);
pictures("help of a question", ["kernel"], ["?"]);
pictures("help of the stop before the end", ["kernel", "hipervisor"], ["n", "n", "?"]);

Deno.test("the stop before the end, in English", async (t) => {
  await t.assertSnapshot(pictureOf(quiz(["kernel", "hipervisor"], usual, ["n", "n"], "en")));
});

Deno.test("help where a command is typed, in English", async (t) => {
  await t.assertSnapshot(pictureOf(quiz(["todos"], { columns: 80, rows: 40 }, ["f1"], "en")));
});

Deno.test("paging in a wide window moves what is asked and what is answered together", async (t) => {
  const long = {
    ...sampleQuiz,
    questions: only(sampleQuiz, "vida").questions.map((question) => ({
      ...question,
      prompt: { es: Array.from({ length: 40 }, (_, line) => `Línea ${line + 1}.`).join("\n\n"), en: "-" },
    })),
  };
  const session = startSession(long, { seed: 42 });
  const size = { columns: 120, rows: 24 };
  const start = startApp({ lang: "es", theme: { ascii: false }, size, names: {} }, { kind: "quiz", session });
  const paged = play(start, [{ kind: "key", key: key("pagedown") }]).state;
  await t.assertSnapshot(pictureOf(paged));
});
