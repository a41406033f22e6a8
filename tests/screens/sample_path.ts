/** A path of four sessions, half way through, and a sitting over several quizzes. */

import { same } from "../../lib/content/text.ts";
import { composed } from "../../lib/quiz/compose.ts";
import type { Session } from "../../lib/quiz/session.ts";
import { startSession } from "../../lib/quiz/session_start.ts";
import type { Sitting, SittingKind } from "../../lib/quiz/sitting.ts";
import type { HomeData } from "../../lib/screens/home.ts";
import type { HomePath, HomeStep } from "../../lib/screens/home_path.ts";
import type { StepOpening } from "../../lib/screens/step.ts";
import { sampleHome } from "./sample_home.ts";
import { sampleQuiz } from "./sample_quiz.ts";

const around = { path: "curso", pathTitle: { es: "El curso corto", en: "The short course" }, flags: [] };

export const sampleStep: StepOpening = {
  ...around,
  place: "contenedores",
  kind: "session",
  title: { es: "Los contenedores", en: "Containers" },
  reading: {
    es:
      "Un contenedor es un grupo de procesos que comparte el núcleo con todos los demás. Arranca en lo que tarda un proceso.",
    en:
      "A container is a group of processes that shares the kernel with all the others. It starts as fast as a process does.",
  },
  number: 2,
  of: 4,
  known: false,
  done: false,
  parts: [
    {
      kind: "quiz",
      id: "contenedores",
      title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
      summary: { es: "En qué se parecen y en qué no.", en: "What they share and what not." },
      size: 13,
      best: 0.5,
      done: 4,
      passed: false,
    },
    {
      kind: "lab",
      id: "primer-contenedor",
      title: { es: "Tu primer contenedor", en: "Your first container" },
      size: 5,
      done: 2,
      passed: false,
    },
  ],
  next: { place: "redes", text: { es: "sesión 4 de 4, Las redes", en: "session 4 of 4, Networks" } },
};

export const placementStep: StepOpening = {
  ...around,
  place: "placement",
  kind: "placement",
  questions: 8,
  half: 3,
  finished: true,
  known: [{ es: "Los hipervisores", en: "Hypervisors" }],
  next: { place: "contenedores", text: { es: "sesión 2 de 4, Los contenedores", en: "session 2 of 4, Containers" } },
};

export const examStep: StepOpening = {
  ...around,
  place: "exam",
  kind: "exam",
  questions: 40,
  minutes: 60,
  pass: 0.6,
  best: 0.55,
};

const session = (number: number, place: string, title: string, state: HomeStep["state"]): HomeStep => ({
  kind: "session",
  place,
  number,
  title: same(title),
  state,
  opening: {
    ...sampleStep,
    number,
    place,
    title: same(title),
    parts: [{ kind: "quiz", id: place, title: same(title), size: 12, passed: state === "done" }],
    done: state === "done",
    known: state === "known",
  } as StepOpening,
});

export const samplePath: HomePath = {
  id: "curso",
  title: around.pathTitle,
  steps: [
    {
      kind: "placement",
      place: "placement",
      title: { es: "Prueba de nivel", en: "Placement quiz" },
      state: "done",
      opening: placementStep,
    },
    session(1, "hipervisores", "Los hipervisores", "known"),
    { ...session(2, "contenedores", "Los contenedores", "begun"), opening: sampleStep },
    session(3, "volumenes", "Los volúmenes", "done"),
    session(4, "redes", "Las redes", "open"),
    {
      kind: "exam",
      place: "exam",
      title: { es: "Examen de prueba", en: "Mock exam" },
      state: "open",
      opening: examStep,
    },
  ],
  settled: 2,
  of: 4,
  next: {
    place: "redes",
    text: { es: "sesión 4 de 4, Las redes: laboratorio", en: "session 4 of 4, Networks: lab" },
  },
};

export const homeWithPath: HomeData = { ...sampleHome, paths: [samplePath] };

/** Questions of the sample quiz in two parts. `until`: ms since 1970. */
export function sampleSitting(kind: SittingKind, until?: number): Session {
  const ids = ["uno/muestra/kernel", "uno/muestra/hipervisor", "dos/muestra/puerto"];
  const parts = [{ id: "uno", title: same("La primera") }, { id: "dos", title: same("La segunda") }];
  const sitting: Sitting = { kind, parts, pass: kind === "exam" ? 0.6 : 0, ...(until === undefined ? {} : { until }) };
  const title = { es: "Examen de prueba", en: "Mock exam" };
  const quiz = composed({ id: `curso/${kind}`, title, ids, quizzes: [sampleQuiz], sitting });
  return startSession(quiz, { seed: 42, questions: ids, inOrder: true });
}
