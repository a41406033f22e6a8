/** What is said of a wrong answer where the author has said nothing. */

import { strictEqual as equal } from "node:assert/strict";
import { contrast } from "../../lib/quiz/contrast.ts";
import { make } from "./make_question.ts";

Deno.test("a number says on which side of the right one it is, with its unit or without", () => {
  const exact = make("number", { answer: 512, unit: "MiB" });
  equal(contrast(exact, { kind: "number", typed: "0,5" })?.es, "`0,5` es menos de lo correcto");
  equal(contrast(exact, { kind: "number", typed: "1024 MiB" })?.en, "`1024 MiB` is more than what is right");
  const range = make("number", { range: { min: 1024, max: 65535 } });
  equal(contrast(range, { kind: "number", typed: "80" })?.es, "`80` es menos de lo correcto");
  equal(contrast(range, { kind: "number", typed: "70000" })?.es, "`70000` es más de lo correcto");
  equal(contrast(exact, { kind: "number", typed: "512 GB" }), undefined);
});

Deno.test("a choice is named by its text, a text as it was typed, and what was not answered not at all", () => {
  const choice = make("choice", { choices: [{ text: "uno", correct: true }, { text: "dos" }] });
  equal(contrast(choice, { kind: "choice", choice: "b" })?.es, "Has elegido «dos»");
  const text = make("text", { accept: ["imagen"] });
  equal(contrast(text, { kind: "text", typed: "`molde`" })?.en, "You typed `` `molde` ``");
  equal(contrast(text, undefined), undefined);
  equal(contrast(text, { kind: "choice", choice: "a" }), undefined);
});
