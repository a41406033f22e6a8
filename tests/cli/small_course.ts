/** A course of one quiz and one lab in a folder of its own, with a state folder beside it. */

import type { World } from "../../lib/cli/world.ts";
import type { StudyEvent } from "../../lib/study/events.ts";

const concepts = `format: 1
concepts:
  - { id: volumen, area: storage, name: { es: Volumen, en: Volume }, fact: Vive **fuera** del contenedor. }
  - { id: montaje, area: storage, name: Montaje, fact: Une una ruta con otra. }
  - { id: capa, area: images, name: Capa, fact: Una imagen son capas. }
`;

const question = (id: string, concepts: string) =>
  `  - { id: ${id}, kind: truefalse, concepts: [${concepts}], prompt: "¿Es **${id}** así?\\n\\nPiensa.", explanation: Sí., answer: true }\n`;

const quiz = `format: 1
id: discos
title: { es: Discos, en: Disks }
questions:
${question("dura", "volumen")}${question("une", "montaje, volumen")}${question("apila", "capa")}`;

const lab = `format: 1
id: taller
title: { es: El taller, en: The workshop }
concepts: [volumen]
minutes: 1
images: [busybox]
tasks:
  - id: crear
    title: Crea \`web\`
    text: "Arranca \`web\` desde \`busybox\`"
    concepts: [volumen]
    explanation: Corre.
    solution: [docker run -d --name web busybox sleep 600]
    checks:
      - { container: web, state: running, image: busybox }
`;

export interface SmallCourse extends Disposable {
  readonly folder: string;
  readonly world: World;
}

export function smallCourse(): SmallCourse {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-course-" });
  Deno.mkdirSync(`${folder}/quizzes`);
  Deno.mkdirSync(`${folder}/labs/taller`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/quizzes/concepts.yaml`, concepts);
  Deno.writeTextFileSync(`${folder}/quizzes/discos.yaml`, quiz);
  Deno.writeTextFileSync(`${folder}/labs/taller/lab.yaml`, lab);
  return {
    folder,
    world: {
      lang: "es",
      plain: true,
      interactive: false,
      contentFolders: [folder],
      stateFolder: () => `${folder}/state`,
    },
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}

export const begun: StudyEvent = { kind: "quiz-started", quiz: "discos", attempt: "a", options: { seed: 1 } };

export function answered(question: string, fraction: 0 | 1): StudyEvent {
  return {
    kind: "quiz-answered",
    quiz: "discos",
    attempt: "a",
    question,
    answer: { kind: "truefalse", value: fraction === 1 },
    status: fraction === 1 ? "correct" : "incorrect",
    fraction,
  };
}

export const missedTask: readonly StudyEvent[] = [
  {
    kind: "lab-prepared",
    lab: "taller",
    attempt: "l",
    before: { containers: [], volumes: [], networks: [], images: [] },
  },
  { kind: "lab-task-missed", lab: "taller", attempt: "l", task: "crear", checks: [0] },
];
