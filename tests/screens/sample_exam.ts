/** A graded session before it begins, in the middle, and at its end. */

import { noProgress, type Progress } from "../../lib/exam/attempt/attempt.ts";
import type { RawAnswer } from "../../lib/quiz/kind.ts";
import { paperOf } from "../../lib/exam/attempt/paper.ts";
import type { ExamOpening } from "../../lib/screens/exam_state.ts";
import type { Message } from "../../lib/screens/message.ts";
import { sampleOpening, sampleVerdict } from "./sample_lab.ts";
import { samplePack } from "../exam/sample_pack.ts";

const pack = samplePack({ hints: "shown" });
const items = paperOf(pack, "5e".repeat(32));

/** ms since 1970. */
export const examBegan = Date.UTC(2026, 10, 21, 10, 0);

const rules = {
  es: "- Haces la prueba como **ana**, intento 1 de 1.\n- Tienes 30 min desde que empiezas.\n\n**Qué se anota**\n\n" +
    "- Cada respuesta y cada cambio, con su hora.\n- Nada más: ni teclas, ni pantalla, ni otros programas.",
  en: "- You take it as **ana**, attempt 1 of 1.\n- You have 30 min from when you begin.\n\n**What is recorded**\n\n" +
    "- Each answer and each change, with its time.\n- Nothing else: no keys, no screen, no other programs.",
};

/** Not begun. */
export const examOpening: ExamOpening = {
  title: pack.title,
  rules,
  items,
  labs: [],
  progress: noProgress,
  window: { minutes: 30 },
  now: examBegan,
};

export function questionId(kind: string): string {
  return items.find(({ question }) => question.kind === kind)?.question.id ?? "";
}

/** Some answered, one flagged, at the question of that kind; opened again after 95 s with 12 minutes left. */
export function examAt(kind: string, different: Partial<Progress> = {}): ExamOpening {
  const progress: Progress = {
    ...noProgress,
    answers: new Map<string, RawAnswer>([[questionId("truefalse"), false], [questionId("text"), "imagen"]]),
    flags: new Set([questionId("order")]),
    where: questionId(kind),
    ...different,
  };
  return { ...examOpening, progress, begunAt: examBegan, now: examBegan + 18 * 60_000, away: 95_000 };
}

/** With a lab whose verdicts are shown. */
export const examWithLab: ExamOpening = {
  ...examAt("choice"),
  labs: [{ lab: sampleOpening.lab, workspace: "~/.local/state/grumete/exams/…/workspaces/volumenes" }],
};

export const examLabSeen: readonly Message[] = [{
  kind: "exam-lab",
  id: sampleOpening.lab.id,
  sight: { kind: "looked", at: "12:03", verdict: sampleVerdict("passed", "failed", "blocked") },
}];
