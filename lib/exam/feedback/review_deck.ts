/** What the class missed, as a quiz to be reviewed: the questions themselves, the worst first. */

import type { Grades } from "../grading/grades.ts";

/** An item that the class missed; `fraction`: the mean part of its points, 0…1. */
export interface Missed {
  readonly item: string;
  readonly fraction: number;
  readonly students: number;
}

/** A class knows what it gets this part of the points for: Moodle's "fairly easy" begins there. */
const known = 0.66;

/** Questions only; what is owed or was not asked counts for nothing. At most `limit`, the least known first. */
export function missedBy(grades: Grades, limit = 30): readonly Missed[] {
  const questions = new Set(grades.items.filter(({ kind }) => kind !== "task").map(({ id }) => id));
  const sums = new Map<string, { earned: number; max: number; students: number }>();
  for (const { answers } of grades.students) {
    for (const { item, score, max } of answers) {
      if (score === undefined || !questions.has(item)) continue;
      const sum = sums.get(item) ?? { earned: 0, max: 0, students: 0 };
      sums.set(item, { earned: sum.earned + score, max: sum.max + max, students: sum.students + 1 });
    }
  }
  return [...sums]
    .map(([item, { earned, max, students }]) => ({ item, fraction: max === 0 ? 1 : earned / max, students }))
    .filter(({ fraction }) => fraction < known)
    .sort((one, other) => one.fraction - other.fraction || (one.item < other.item ? -1 : 1))
    .slice(0, limit);
}

/**
 * A quiz document, format 1, with the questions as their authors wrote them; undefined where the class missed none. `written`:
 * item → the question as it stands in its file. Where two files use one id for different questions, the later gets a number.
 */
export function reviewDeck(
  grades: Grades,
  missed: readonly Missed[],
  written: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Readonly<Record<string, unknown>> | undefined {
  const ids = new Set<string>();
  const questions = missed.flatMap(({ item }) => {
    const question = written.get(item);
    if (!question) return [];
    const id = freeId(String(question["id"]), ids);
    ids.add(id);
    return [{ ...question, id }];
  });
  if (questions.length === 0) return undefined;
  return {
    format: 1,
    id: deckId(grades.exam),
    title: { es: `Repaso: ${grades.title.es}`, en: `Review: ${grades.title.en}` },
    questions,
  };
}

/** Also the name of its file. */
export function deckId(exam: string): string {
  return `${exam.slice(0, 57)}-repaso`;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2;; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
