/** What the home screen may have to show. */

import type { HomeData, HomeEntry } from "../../lib/screens/home.ts";

export const sampleHome: HomeData = {
  resume: {
    kind: "quiz",
    id: "contenedores",
    title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
    detail: { es: "pregunta 4 de 12", en: "question 4 of 12" },
  },
  entries: [
    {
      kind: "quiz",
      id: "hipervisores",
      title: { es: "Hipervisores y máquinas virtuales", en: "Hypervisors and virtual machines" },
      summary: {
        es: "Qué hace un hipervisor, y qué tipos hay.",
        en: "What a hypervisor does, and which types there are.",
      },
      size: 12,
      done: 1,
    },
    {
      kind: "quiz",
      id: "contenedores",
      title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
      size: 13,
      done: 0.25,
    },
    {
      kind: "quiz",
      id: "docker",
      title: { es: "La arquitectura de Docker", en: "The architecture of Docker" },
      size: 1,
    },
    {
      kind: "lab",
      id: "primer-contenedor",
      title: { es: "Tu primer contenedor", en: "Your first container" },
      size: 5,
      done: 0.6,
    },
    { kind: "lab", id: "volumenes", title: { es: "Volúmenes que sobreviven", en: "Volumes that survive" }, size: 3 },
  ],
};

/** As many as a whole course and more. */
export const manyEntries: HomeData = {
  entries: Array.from({ length: 60 }, (_, index): HomeEntry => ({
    kind: index < 40 ? "quiz" : "lab",
    id: `tema-${index + 1}`,
    title: { es: `Tema ${index + 1}: redes y almacenamiento`, en: `Topic ${index + 1}: networks and storage` },
    size: 10,
  })),
};
