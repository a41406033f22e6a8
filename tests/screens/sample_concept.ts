/** A concept with a history, and one of which nothing is known. */

import { same } from "../../lib/content/text.ts";
import type { ConceptOpening } from "../../lib/screens/concept.ts";

const quizTitle = { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" };
const labTitle = { es: "Volúmenes que sobreviven", en: "Volumes that survive" };

export const sampleConcept: ConceptOpening = {
  id: "volume",
  name: { es: "Volúmenes con nombre", en: "Named volumes" },
  fact: {
    es:
      "Un volumen vive **fuera** de los contenedores: lo que se escribe en él sigue ahí cuando se borra el contenedor " +
      "que lo montaba, y otro puede montarlo después con `-v datos:/data`.",
    en: "A volume lives **outside** containers: what is written to it is still there when the container that mounted " +
      "it is removed, and another one can mount it later with `-v datos:/data`.",
  },
  area: { es: "Almacenamiento", en: "Storage" },
  place: 3,
  of: 7,
  previous: { id: "bind-mount", name: { es: "Montajes", en: "Bind mounts" } },
  next: { id: "tmpfs", name: same("tmpfs") },
  sources: [
    { kind: "quiz", id: "contenedores", title: quizTitle, questions: 2, tasks: [] },
    {
      kind: "lab",
      id: "volumenes",
      title: labTitle,
      questions: 1,
      tasks: [{ es: "Crea un volumen", en: "Create a volume" }, { es: "Móntalo", en: "Mount it" }],
    },
  ],
  items: [
    {
      id: "quiz/contenedores/vida",
      kind: "question",
      text: {
        es: "¿Qué queda de un volumen cuando se borra el contenedor?\n\nPiensa en `docker rm`.",
        en: "What is left of a volume when the container is removed?\n\nThink of `docker rm`.",
      },
      from: quizTitle,
      recent: [0, 0.5, 1, 1, 1],
      lastDays: 3,
      dueDays: 12,
    },
    {
      id: "quiz/contenedores/orden",
      kind: "question",
      text: { es: "¿Qué orden lista los volúmenes?", en: "Which command lists the volumes?" },
      from: quizTitle,
      recent: [],
    },
    {
      id: "task/volumenes/montar",
      kind: "task",
      text: { es: "Móntalo", en: "Mount it" },
      from: labTitle,
      recent: [0],
      lastDays: 75,
      dueDays: 0,
    },
    {
      id: "task/volumenes/crear",
      kind: "task",
      text: { es: "Crea un volumen", en: "Create a volume" },
      from: labTitle,
      recent: [],
    },
  ],
  asked: 6,
  right: 3.5,
  mastery: 0.52,
};

/** Alone in its area, asked by nothing. */
export const lonelyConcept: ConceptOpening = {
  id: "unikernel",
  name: { es: "Unikernels", en: "Unikernels" },
  fact: { es: "Una aplicación que es su propio sistema.", en: "An application that is its own system." },
  area: { es: "Virtualización", en: "Virtualization" },
  place: 1,
  of: 1,
  sources: [],
  items: [],
  asked: 0,
  right: 0,
};
