/** What the home screen may have to show. */

import { same } from "../../lib/content/text.ts";
import type { HomeData, HomeEntry } from "../../lib/screens/home.ts";

const fresh = { due: 0, fresh: 0, streak: 0, answered: 0 };

/** Nothing but what is given. */
export function homeWith(data: Partial<HomeData>): HomeData {
  return { entries: [], paths: [], areas: [], concepts: [], today: fresh, broken: [], flags: [], ...data };
}

export const sampleHome: HomeData = homeWith({
  resume: {
    kind: "quiz",
    id: "contenedores",
    title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
    detail: { es: "pregunta 4 de 12", en: "question 4 of 12" },
  },
  today: { due: 7, fresh: 10, streak: 5, answered: 12 },
  areas: [
    { id: "hypervisors", name: { es: "Hipervisores", en: "Hypervisors" }, mastery: 0.82 },
    { id: "containers", name: { es: "Contenedores", en: "Containers" }, mastery: 0.31 },
    { id: "docker-architecture", name: { es: "Arquitectura de Docker", en: "Docker architecture" } },
    { id: "storage", name: { es: "Almacenamiento", en: "Storage" } },
  ],
  concepts: [
    { id: "hypervisor-types", name: { es: "Tipos de hipervisor", en: "Types of hypervisor" }, mastery: 0.9 },
    {
      id: "container-definition",
      name: { es: "Qué es un contenedor", en: "What a container is" },
      mastery: 0.35,
    },
    {
      id: "container-shares-host-kernel",
      name: { es: "El núcleo (kernel) se comparte", en: "The kernel is shared" },
      mastery: 0.1,
    },
    { id: "volume", name: { es: "Volúmenes con nombre", en: "Named volumes" } },
  ],
  entries: [
    {
      kind: "quiz",
      id: "contenedores",
      title: { es: "Contenedores y máquinas virtuales", en: "Containers and virtual machines" },
      summary: {
        es: "En qué se parecen y en qué no: el núcleo, el arranque, el aislamiento y lo que cuesta cada uno.",
        en: "What they share and what not: the kernel, booting, isolation, and what each of them costs.",
      },
      size: 13,
      area: "containers",
      concepts: ["container-definition", "container-shares-host-kernel"],
      done: 0.25,
      mastery: 0.2,
      last: { days: 3 },
    },
    {
      kind: "quiz",
      id: "docker",
      title: { es: "La arquitectura de Docker", en: "The architecture of Docker" },
      size: 1,
      area: "docker-architecture",
      concepts: [],
    },
    {
      kind: "quiz",
      id: "hipervisores",
      title: { es: "Hipervisores y máquinas virtuales", en: "Hypervisors and virtual machines" },
      summary: {
        es: "Qué hace un hipervisor, y qué tipos hay.",
        en: "What a hypervisor does, and which types there are.",
      },
      size: 12,
      area: "hypervisors",
      concepts: ["hypervisor-types"],
      done: 1,
      mastery: 0.82,
      last: { days: 1, best: 0.9 },
    },
    {
      kind: "lab",
      id: "primer-contenedor",
      title: { es: "Tu primer contenedor", en: "Your first container" },
      size: 5,
      area: "containers",
      concepts: ["container-definition"],
      done: 0.6,
      last: { days: 75 },
    },
    {
      kind: "lab",
      id: "volumenes",
      title: { es: "Volúmenes que sobreviven", en: "Volumes that survive" },
      size: 3,
      area: "storage",
      concepts: ["volume"],
    },
  ],
});

/** As many as a whole course and more, in no area. */
export const manyEntries: HomeData = homeWith({
  entries: Array.from({ length: 60 }, (_, index): HomeEntry => ({
    kind: index < 40 ? "quiz" : "lab",
    id: `tema-${index + 1}`,
    title: { es: `Tema ${index + 1}: redes y almacenamiento`, en: `Topic ${index + 1}: networks and storage` },
    size: 10,
    area: "",
    concepts: [],
  })),
});

/** Texts that try to steer the terminal, ids of every length, figures that cannot be. */
export const hostileHome: HomeData = homeWith({
  today: { due: 1e9, fresh: -1, next: 1e6, streak: 1e9, answered: NaN },
  areas: [{ id: "a", name: same("\x1b[31mrojo\x07 ".repeat(40)), mastery: NaN }],
  concepts: [{ id: "x", name: same("‮derecha\u0000") }],
  broken: ["\x1b]0;título\x07.yaml", "b".repeat(300)],
  flags: ["--content '\x1b[2J'"],
  entries: [
    {
      kind: "lab",
      id: "i".repeat(300),
      title: same("界".repeat(200)),
      summary: same("\x1b[2J# ".repeat(50)),
      size: 1e9,
      area: "a",
      concepts: ["x", "none"],
      done: 7,
      mastery: -1,
      last: { days: -4, best: NaN },
    },
    { kind: "quiz", id: "", title: same(""), size: 0, area: "none", concepts: [] },
  ],
});
