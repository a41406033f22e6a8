/** Every place of the program, as a learner finds it: each screen, each kind of question, and what lies over them. */

import { startSession } from "../../lib/quiz/session_start.ts";
import { type AppState, type Beginning, startApp } from "../../lib/screens/app_state.ts";
import type { Message } from "../../lib/screens/message.ts";
import type { Input } from "../../lib/screens/program.ts";
import { play } from "./drawn.ts";
import { lonelyConcept, sampleConcept } from "./sample_concept.ts";
import { examAt, examLabSeen, examOpening, examWithLab } from "./sample_exam.ts";
import { sampleGate, sampleTrust } from "./sample_gate.ts";
import { sampleHome } from "./sample_home.ts";
import { reached, sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { examStep, homeWithPath, placementStep, sampleSitting, sampleStep } from "./sample_path.ts";
import { only, sampleQuiz } from "./sample_quiz.ts";
import { questionCard, sampleReview, taskCard } from "./sample_review.ts";
import { nothingYet, yearOfStudy } from "./sample_stats.ts";

const begun = (beginning: Beginning, ...inputs: readonly (string | Message | Input)[]) =>
  play(startApp({ lang: "es", theme: { ascii: false }, size: { columns: 80, rows: 24 }, names: {} }, beginning), inputs)
    .state;

const quiz = (...questions: readonly string[]): Beginning => ({
  kind: "quiz",
  session: startSession(only(sampleQuiz, ...questions), { seed: 42 }),
});

const home: Beginning = { kind: "home", home: sampleHome };
const lab: Beginning = { kind: "lab", opening: sampleOpening };
const looked: readonly Message[] = [
  { kind: "lab-engine", lab: "volumenes", engine: reached },
  { kind: "lab-verdict", lab: "volumenes", verdict: sampleVerdict("passed", "failed", "blocked") },
];
const failed: Message = {
  kind: "failed",
  what: { es: "No se puede abrir", en: "Cannot open" },
  next: { es: "Prueba otra vez:\n\n```sh\ndocker ps\n```", en: "Try again:\n\n```sh\ndocker ps\n```" },
};

const handedIn: Message = {
  kind: "exam-handed-in",
  written: { path: "parcial-ana.submission", size: 2735, mark: "1799 b4d9 ffa9 876f" },
};

/** By name. */
export const places: ReadonlyMap<string, AppState> = new Map([
  ["home", begun(home)],
  ["home path", begun({ kind: "home", home: homeWithPath })],
  ["step", begun({ kind: "step", opening: sampleStep })],
  ["placement", begun({ kind: "step", opening: placementStep })],
  ["exam step", begun({ kind: "step", opening: examStep })],
  [
    "sitting",
    begun({ kind: "quiz", session: sampleSitting("exam", 90_000) }, { kind: "clock", now: 1000 }, "a", "enter"),
  ],
  ["home search", begun(home, "/", "c")],
  ...sampleQuiz.questions.map(({ kind, id }): [string, AppState] => [`quiz ${kind}`, begun(quiz(id))]),
  ["summary", begun(quiz("hipervisor"), "v", "enter", "enter")],
  ["lab", begun(lab, ...looked)],
  ["gate", begun(lab, { kind: "lab-gate", lab: "volumenes", gate: sampleGate() })],
  ["trust", begun(lab, { kind: "lab-gate", lab: "volumenes", gate: sampleTrust })],
  ["prompt", begun(lab, ...looked, ":")],
  ["review question", begun({ kind: "review", opening: sampleReview([questionCard("kernel"), taskCard]) })],
  ["review task", begun({ kind: "review", opening: sampleReview([taskCard, questionCard("puerto")]) })],
  ["review of nothing", begun({ kind: "review", opening: sampleReview([]) })],
  ["stats", begun({ kind: "stats", statistics: yearOfStudy })],
  ["stats of nothing", begun({ kind: "stats", statistics: nothingYet })],
  ["concept", begun({ kind: "concept", opening: sampleConcept })],
  ["concept of nothing", begun({ kind: "concept", opening: lonelyConcept })],
  ["exam rules", begun({ kind: "exam", opening: examOpening })],
  ["exam question", begun({ kind: "exam", opening: examAt("choice") }, "down")],
  ["exam typed", begun({ kind: "exam", opening: examAt("text") })],
  ["exam overview", begun({ kind: "exam", opening: examAt("order") }, "o")],
  ["exam lab", begun({ kind: "exam", opening: examWithLab }, ...examLabSeen, "l")],
  ["exam hand-in", begun({ kind: "exam", opening: examAt("order") }, "o", "e")],
  ["exam over", begun({ kind: "exam", opening: examAt("order", { finished: "time" }) }, handedIn)],
  ["help", begun(home, "?")],
  ["notice", begun(home, failed)],
]);

/** What is on screen now, in a word; of a lab the layer on top. */
export function placeOf({ screens, overlay }: AppState): string {
  if (overlay) return overlay.kind;
  const top = screens.at(-1);
  if (top?.kind === "exam") return `exam ${top.state.page.kind}`;
  if (top?.kind !== "lab") return top?.kind ?? "";
  return top.gate ? "gate" : top.state.prompt.open ? "prompt" : "lab";
}
