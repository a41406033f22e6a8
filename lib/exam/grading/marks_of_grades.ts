/** From the grades of a session to the marks that statistics are made of: the one place where the two meet. */

import type { DecidingCheck, GradedAnswer, GradedStudent, Grades } from "./grades.ts";
import { inWords, type ItemFacts } from "../marks/marked_question.ts";
import { type Failure, type MarkedItem, type MarkedStudent, type Marks, stateCode } from "../marks/marks.ts";

/**
 * Of who tried more than once the first attempt counts: later ones know the questions already, which is what Moodle advises too.
 * `facts`: by the id of the item; what is not in it has neither options nor a guess score.
 */
export function marksOf(grades: Grades, facts: ReadonlyMap<string, ItemFacts> = new Map()): Marks {
  const items = grades.items.map(({ id, title, kind, concepts, max }): MarkedItem => {
    const { options, guess } = facts.get(id) ?? {};
    return { id, title, kind, concepts, max, ...(options ? { options } : {}), ...(guess ? { guess } : {}) };
  });
  const taken = firstAttempts(grades.students);
  const places = new Map(items.map(({ id }, index) => [id, index]));
  const cells = taken.length * items.length;
  const points = new Float64Array(cells);
  const states = new Uint8Array(cells).fill(stateCode("not-asked"));
  const chosen = new Map<number, readonly string[]>();
  const seconds = new Map<number, number>();
  const failures = new Map<number, Failure>();
  for (const [index, { answers }] of taken.entries()) {
    for (const answer of answers) {
      const place = places.get(answer.item);
      if (place === undefined) continue;
      const cell = index * items.length + place;
      states[cell] = stateCode(answer.status === "owed" ? "owed" : isSkipped(answer) ? "unanswered" : "marked");
      points[cell] = answer.status === "owed" ? 0 : answer.score ?? 0;
      if (answer.answer !== undefined) chosen.set(cell, (facts.get(answer.item)?.chosen ?? inWords)(answer.answer));
      // A script answers in no time, which says nothing of how long an item takes.
      if (answer.seconds !== undefined && answer.seconds > 0) seconds.set(cell, answer.seconds);
      if (answer.check) failures.set(cell, failureOf(answer.check));
    }
  }
  const students = taken.map(({ student, name }): MarkedStudent => ({
    id: student,
    ...(name === undefined ? {} : { name }),
  }));
  return { title: grades.title, items, students, points, states, chosen, seconds, failures };
}

function failureOf({ kind, subject, because, actual }: DecidingCheck): Failure {
  return { check: `${kind} ${subject}`, because: because ?? actual };
}

const isSkipped = ({ status }: GradedAnswer): boolean => status === "skipped";

function firstAttempts(students: readonly GradedStudent[]): readonly GradedStudent[] {
  const first = new Map<string, GradedStudent>();
  for (const one of students) {
    const before = first.get(one.student);
    if (!before || one.attempt < before.attempt) first.set(one.student, one);
  }
  return [...first.values()];
}
