/** The grades of a class as tables: one for spreadsheets, one for Moodle's grade import. */

import type { Lang, Text } from "../../content/text.ts";
import { csvText } from "../csv.ts";
import type { GradedStudent, Grades } from "../grading/grades.ts";

const words = {
  student: { es: "estudiante", en: "student" },
  name: { es: "nombre", en: "name" },
  attempt: { es: "intento", en: "attempt" },
  score: { es: "puntos", en: "score" },
  max: { es: "máximo", en: "max" },
  owed: { es: "por corregir", en: "owed" },
  grade: { es: "nota", en: "grade" },
  passed: { es: "aprobado", en: "passed" },
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
  doubts: { es: "dudas", en: "doubts" },
} satisfies Readonly<Record<string, Text>>;

/**
 * A row for each student, then a column for each item with its points; empty where it was not drawn, `?` where it is owed. The grade
 * is out of 10; it is empty while points are owed.
 */
export function gradesCsv(grades: Grades, lang: Lang): string {
  const { items, students } = grades;
  const head = (["student", "name", "attempt", "score", "max", "owed", "grade", "passed", "doubts"] as const)
    .map((word) => words[word][lang]);
  const rows = students.map((student) => {
    const by = new Map(student.answers.map((answer) => [answer.item, answer]));
    const doubts = student.findings.filter(({ weight }) => weight === "doubt").map(({ kind }) => kind);
    return [
      student.student,
      student.name,
      student.attempt,
      rounded(student.score),
      rounded(student.max + student.owed),
      rounded(student.owed),
      gradeOutOf(10, student),
      student.owed > 0 ? "?" : words[student.passed ? "yes" : "no"][lang],
      doubts.join(" "),
      ...items.map(({ id }) => {
        const answer = by.get(id);
        return answer === undefined ? undefined : answer.score === undefined ? "?" : rounded(answer.score);
      }),
    ];
  });
  return csvText([[...head, ...items.map(({ id }) => id)], ...rows]);
}

/**
 * For Moodle's "Import from CSV file": its columns are mapped by hand there, to the ID number of the user and to a grade out of
 * 100. Of several attempts the best one counts, as in Moodle's own quizzes where nothing else is said. A student to whom something is
 * owed has no row: an empty cell would be imported as no grade, over one given by hand.
 */
export function moodleCsv({ students }: Grades): string {
  const rows = [...Map.groupBy(students, ({ student }) => student).values()].flatMap((attempts) => {
    const grades = attempts.flatMap((attempt) => gradeOutOf(100, attempt) ?? []);
    const [first] = attempts;
    return first && grades.length === attempts.length ? [[first.student, first.name, Math.max(...grades)]] : [];
  });
  return csvText([["idnumber", "fullname", "grade"], ...rows]);
}

function gradeOutOf(whole: number, { score, max, owed }: GradedStudent): number | undefined {
  return owed > 0 || max === 0 ? undefined : rounded((score / max) * whole);
}

/** To five decimals, as Moodle stores grades: thirds are not cut to something else. */
function rounded(points: number): number {
  return Math.round(points * 1e5) / 1e5;
}
