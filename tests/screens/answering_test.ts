/** From keys to answers, kind by kind. */

import { deepStrictEqual as equal, strictEqual } from "node:assert/strict";
import { startSession } from "../../lib/quiz/session_start.ts";
import { answerOfDraft, type Draft, pressDraft, startDraft } from "../../lib/screens/answering/table.ts";
import { key, typed } from "./drawn.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";

/** The draft of a sample question after these keys; what the kind does not know is left out. */
function drafted(id: string, ...keys: readonly string[]): Draft {
  const [item] = startSession(only(sampleQuiz, id), { seed: 42 }).items;
  if (!item) throw new Error(`no question "${id}"`);
  return keys.reduce((draft, name) => pressDraft(draft, key(name)) ?? draft, startDraft(item));
}

const answer = (id: string, ...keys: readonly string[]) => answerOfDraft(drafted(id, ...keys));

Deno.test("choice answers what is under the pointer, by its id and not by its place", () => {
  const [item] = startSession(only(sampleQuiz, "kernel"), { seed: 42 }).items;
  const shown = item?.shown ?? [];
  equal(answer("kernel", "down"), { kind: "choice", choice: shown[0] });
  equal(answer("kernel", "down", "j"), { kind: "choice", choice: shown[1] });
  equal(answer("kernel", "up"), { kind: "choice", choice: shown[2] });
  equal(answer("kernel", "b"), { kind: "choice", choice: shown[1] });
  equal(answer("kernel", "3"), { kind: "choice", choice: shown[2] });
  equal(answer("kernel", "end", "home"), { kind: "choice", choice: shown[0] });
});

Deno.test("choice and true or false begin with nothing chosen, so that an Enter too many answers nothing", () => {
  equal(answer("kernel"), undefined);
  equal(answer("hipervisor"), undefined);
});

Deno.test("choice leaves keys that name no option to the screen", () => {
  const draft = drafted("kernel");
  for (const name of ["d", "4", "h", "n", "p", "q", "enter", "L"]) strictEqual(pressDraft(draft, key(name)), undefined);
});

Deno.test("multiple ticks and unticks with space, letters and digits", () => {
  equal(answer("aislamiento", "space", "space"), undefined);
  equal(answer("aislamiento", "b", "c"), { kind: "multiple", choices: ["a", "d"] });
  equal(answer("aislamiento", "2", "3", "2"), { kind: "multiple", choices: ["a"] });
  equal(answer("aislamiento", "down", "space", "down", "space"), { kind: "multiple", choices: ["a", "d"] });
});

Deno.test("true or false takes the letters of both languages, digits and arrows", () => {
  for (const name of ["v", "t", "1"]) equal(answer("hipervisor", "f", name), { kind: "truefalse", value: true });
  for (const name of ["down", "home"]) equal(answer("hipervisor", name), { kind: "truefalse", value: true });
  for (const name of ["f", "2", "up", "end"]) equal(answer("hipervisor", name), { kind: "truefalse", value: false });
});

Deno.test("text is what was typed, shortcuts and all", () => {
  equal(answer("plantilla"), undefined);
  equal(answer("plantilla", ...typed("  ")), undefined);
  equal(answer("plantilla", ...typed("¿Qué? hLq")), { kind: "text", typed: "¿Qué? hLq" });
  equal(answer("plantilla", ...typed("imgen"), "left", "left", "left", "a"), { kind: "text", typed: "imagen" });
});

Deno.test("number and command are what was typed", () => {
  equal(answer("puerto", ...typed("0,5")), { kind: "number", typed: "0,5" });
  equal(answer("todos", ...typed("docker ps -a")), { kind: "command", typed: "docker ps -a" });
});

Deno.test("order carries an item with u and d, shifted arrows, or by picking it up", () => {
  const start = drafted("vida");
  const shown = start.kind === "order" ? start.items : [];
  const [first, second, third, fourth] = shown;
  equal(answer("vida"), { kind: "order", items: shown });
  equal(answer("vida", "d"), { kind: "order", items: [second, first, third, fourth] });
  equal(answer("vida", "shift-down", "shift-down"), { kind: "order", items: [second, third, first, fourth] });
  equal(answer("vida", "4", "u"), { kind: "order", items: [first, second, fourth, third] });
  equal(answer("vida", "down", "K"), { kind: "order", items: [second, first, third, fourth] });
  equal(answer("vida", "space", "down", "down", "space", "down"), {
    kind: "order",
    items: [second, third, first, fourth],
  });
  equal(answer("vida", "u"), { kind: "order", items: shown });
});

Deno.test("match joins by letter and goes on to the next left", () => {
  const start = drafted("objetos");
  const shown = start.kind === "match" ? start.shown : [];
  equal(answer("objetos", "a"), undefined);
  equal(answer("objetos", "a", "b"), { kind: "match", pairs: { a: shown[0], b: shown[1] } });
  equal(answer("objetos", "right", "down", "left"), { kind: "match", pairs: { a: shown[0], b: shown[2] } });
  equal(answer("objetos", "a", "b", "backspace"), undefined);
});

Deno.test("cloze goes from blank to blank with tab, and with enter while one is empty", () => {
  equal(answer("publicar"), undefined);
  equal(answer("publicar", ...typed("publica"), "tab", ...typed("anfitrión")), {
    kind: "cloze",
    blanks: { verbo: "publica", lado: "anfitrión" },
  });
  equal(answer("publicar", ...typed("abre"), "enter", ...typed("host")), {
    kind: "cloze",
    blanks: { verbo: "abre", lado: "host" },
  });
  equal(answer("publicar", "shift-tab", "x"), { kind: "cloze", blanks: { lado: "x" } });
  strictEqual(pressDraft(drafted("publicar", "a", "tab", "b"), key("enter")), undefined);
});

Deno.test("pasted text goes into the field as one line", () => {
  const draft = pressDraft(drafted("todos"), { kind: "paste", text: "docker ps\n-a\u001b[31m" });
  equal(draft && answerOfDraft(draft), { kind: "command", typed: "docker ps -a" });
});
