/** The small course with a second quiz and a path through it: every question is right with "true". */

import { type SmallCourse, smallCourse } from "../small_course.ts";

const question = (id: string) =>
  `  - { id: ${id}, kind: truefalse, concepts: [montaje], prompt: "¿Vale ${id}?", explanation: Sí., answer: true }\n`;

const quiz = `format: 1
id: redes
title: { es: Redes, en: Networks }
questions:
${question("puente")}${question("puerto")}`;

const paths = `format: 1
paths:
  - id: corto
    title: { es: El curso corto, en: The short course }
    placement: { questions: 2 }
    sessions:
      - { id: almacen, title: { es: El almacén, en: The store }, reading: Un volumen dura. Una capa no., quiz: discos, lab: taller }
      - { id: red, title: { es: La red, en: The network }, reading: Un puente une. Un puerto abre., quiz: redes }
    exam: { questions: 4, minutes: 1, pass: 0.5 }
`;

export function pathCourse(): SmallCourse {
  const course = smallCourse();
  Deno.writeTextFileSync(`${course.folder}/quizzes/redes.yaml`, quiz);
  Deno.writeTextFileSync(`${course.folder}/quizzes/paths.yaml`, paths);
  return course;
}
