/** From the grades of a session to the marks that statistics are made of: the one place where the two meet. */

import type { RawAnswer } from "../quiz/kind.ts";
import type { DecidingCheck, GradedAnswer, GradedStudent, Grades } from "./grades.ts";
import type { ItemFacts } from "./marked_question.ts";
import { type Failure, type MarkedStudent, type Marks, stateCode } from "./marks.ts";

/**
 * Of who tried more than once the first attempt counts: later ones know the questions already, which is what Moodle advises too.
 * `facts`: by the id of the item; what is not in it has neither options nor a guess score.
 */
export function marksOf(grades: Grades, facts: ReadonlyMap<string, ItemFacts> = new Map()): Marks {
  const items = grades.items.map(({ id, title, kind, concepts, max }) => ({
    id,
    title,
    kind,
    concepts,
    max,
    ...facts.get(id),
  }));
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
      if (answer.answer !== undefined) chosen.set(cell, words(answer.answer));
      if (answer.seconds !== undefined) seconds.set(cell, answer.seconds);
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

/** Ids of options as they are; anything else in words on one line. */
function words(answer: RawAnswer): readonly string[] {
  if (typeof answer === "string" || typeof answer === "boolean") return [String(answer)];
  if (Array.isArray(answer)) return answer;
  return [Object.entries(answer).map(([left, right]) => `${left}: ${right}`).join("; ")];
}
