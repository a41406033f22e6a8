import { startApp } from "../../lib/screens/app_state.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import { pictureOf, play, typed } from "./drawn.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { sampleQuiz } from "./sample_quiz.ts";
const opts = {
  lang: "es",
  theme: { ascii: false },
  names: { contenedor: { es: "Contenedor", en: "Container" } },
} as const;
const size = { columns: 80, rows: 24 }, small = { columns: 40, rows: 15 };
const session = startSession(sampleQuiz, { seed: 42 });
let q = startApp({ ...opts, size }, { kind: "quiz", session });
for (let i = 0; i < 9; i++) {
  console.log(pictureOf(q));
  console.log(pictureOf(q, small));
  const types = ["text", "number", "cloze", "command"].includes(session.items[i]!.question.kind);
  if (types) q = play(q, [...typed("imagen"), "ctrl-t", "tab", ..."ab"]).state;
  console.log(pictureOf(q));
  q = play(q, [
    "enter",
    ...(session.items[i]!.question.kind === "multiple"
      ? ["space", "enter"]
      : session.items[i]!.question.kind === "match"
      ? ["a", "b", "enter"]
      : []),
  ]).state;
  console.log(pictureOf(q));
  console.log(pictureOf(q, small));
  q = play(q, ["enter"]).state;
}
console.log(pictureOf(q));
console.log(pictureOf(q, small));
let l = startApp({ ...opts, size }, { kind: "lab", opening: sampleOpening });
console.log(pictureOf(l));
l = play(l, [{ kind: "lab-engine", lab: "volumenes", engine: reached }, {
  kind: "lab-verdict",
  lab: "volumenes",
  verdict: sampleVerdict("failed", "blocked", "blocked"),
}]).state;
console.log(pictureOf(l));
console.log(pictureOf(l, small));
console.log(pictureOf(l, { columns: 120, rows: 30 }));
l = play(l, [{ kind: "lab-verdict", lab: "volumenes", verdict: sampleVerdict("passed", "failed", "blocked") }]).state;
console.log(pictureOf(l));
console.log(pictureOf(l, { columns: 120, rows: 30 }));
l = play(l, ["right", "left"]).state;
console.log(pictureOf(l));
console.log(pictureOf(l, small));
