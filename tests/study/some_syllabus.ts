/** What there is to learn in a made-up history: a few concepts of some areas, asked by its quizzes and labs. */

import type { Area } from "../../lib/content/area_names.ts";
import { itemId } from "../../lib/study/item.ts";
import type { Syllabus, SyllabusConcept, SyllabusItem } from "../../lib/study/syllabus.ts";
import { someLabs, someQuizzes } from "./some_history.ts";

const areas: readonly Area[] = [
  "virtualization",
  "virtual-machines",
  "containers",
  "docker-architecture",
  "images",
  "storage",
  "networking",
  "compose",
];

const concepts = areas.flatMap((area) =>
  [1, 2, 3].map((place): SyllabusConcept => ({
    id: `${area}-${place}`,
    area,
    name: { es: `Idea ${place} de ${area}`, en: `Idea ${place} of ${area}` },
  }))
);

/** The concepts take turns, so that each is asked in several quizzes. */
const conceptOf = (place: number) => concepts[place % concepts.length]?.id ?? "";

const items: readonly SyllabusItem[] = [
  ...someQuizzes.flatMap(({ id: quiz, questions }, place) =>
    questions.map((question, index): SyllabusItem => ({
      id: itemId({ kind: "quiz", quiz, question }),
      // Every tenth asks for two.
      concepts: index % 10 === 0
        ? [conceptOf(place * 2), conceptOf(place * 2 + 5)]
        : [conceptOf(place * 2 + index % 2)],
    }))
  ),
  ...someLabs.flatMap(({ id: lab, tasks }, place) =>
    tasks.map((task): SyllabusItem => ({
      id: itemId({ kind: "task", lab, task }),
      concepts: [conceptOf(place * 6)],
    }))
  ),
];

export const someSyllabus: Syllabus = { concepts, items };
