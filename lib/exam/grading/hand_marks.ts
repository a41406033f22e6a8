/** Points that a person gives: for what could not be judged, or where the machine judged badly. */

import { suggest } from "../../content/near.ts";
import { quoted } from "../../content/shown.ts";
import type { Text } from "../../content/text.ts";
import { type CsvRow, csvRows, type Delimiter, delimiterOf, placeOfCell, type TableProblem } from "../csv.ts";
import type { GradedAnswer, Grades } from "./grades.ts";
import { totalsOf } from "./totals.ts";

export interface MarkedByHand {
  /** As they were where something is wrong. */
  readonly grades: Grades;
  readonly problems: readonly TableProblem[];
}

const columns = ["student", "item", "points"] as const;
/** Headings in Spanish, for the same columns. */
const translated: Readonly<Record<string, string>> = { estudiante: "student", pregunta: "item", puntos: "points" };

/** Nobody mends more at once. */
const mostProblems = 50;

/**
 * `source`: CSV with `student,item,points` in its first row (or `estudiante,pregunta,puntos`), items by their ids in the grades. A
 * row is for all attempts of the student, for points are given to an answer and not to a try; where two rows speak of the same the
 * last one counts. Never throws.
 */
export function withHandMarks(grades: Grades, source: string): MarkedByHand {
  const delimiter = delimiterOf(source);
  const problems: TableProblem[] = [];
  const given = new Map<string, number>();
  let order: readonly number[] | undefined;
  for (const row of csvRows(source, delimiter)) {
    if ("part" in row) continue;
    if ("kind" in row) {
      problems.push({ line: row.line, column: row.column, ...openQuotes });
      break;
    }
    if (order) {
      const mark = markIn(row, order, delimiter, grades);
      if ("problem" in mark) problems.push(mark.problem);
      else given.set(mark.key, mark.points);
    } else {
      order = orderIn(row);
      if (!order) problems.push({ line: row.line, column: 1, ...noColumns });
    }
    if (!order || problems.length >= mostProblems) break;
  }
  if (problems.length > 0) return { grades, problems };
  const students = grades.students.map((student) => {
    const answers = student.answers.map((answer) => marked(answer, given.get(keyOf(student.student, answer.item))));
    return { ...student, answers, ...totalsOf(answers, grades.pass) };
  });
  return { grades: { ...grades, students }, problems: [] };
}

/** Where `student`, `item` and `points` stand in each row. */
function orderIn({ cells }: CsvRow): readonly number[] | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase()).map((name) => translated[name] ?? name);
  const order = columns.map((column) => names.indexOf(column));
  return order.includes(-1) ? undefined : order;
}

type Mark =
  | { readonly key: string; readonly points: number }
  | { readonly problem: TableProblem };

function markIn(row: CsvRow, order: readonly number[], delimiter: Delimiter, grades: Grades): Mark {
  const [id = "", item = "", written = ""] = order.map((index) => row.cells[index]?.trim() ?? "");
  const wrong = (column: number, what: Text, next: Text): Mark => ({
    problem: { ...placeOfCell(row, order[column] ?? 0, delimiter), what, next },
  });
  const student = grades.students.find((one) => one.student === id);
  if (!student) {
    const known = grades.students.map((one) => one.student);
    return wrong(0, noStudent(id), suggest(id, known));
  }
  const answer = student.answers.find((one) => one.item === item);
  if (!answer) return wrong(1, notAsked(item, id), suggest(item, student.answers.map((one) => one.item)));
  const points = written === "" ? Number.NaN : Number(written.replace(",", "."));
  if (!(points >= 0 && points <= answer.max)) return wrong(2, noPoints(written), upTo(answer.max));
  return { key: keyOf(id, item), points };
}

function keyOf(student: string, item: string): string {
  return JSON.stringify([student, item]);
}

function marked(answer: GradedAnswer, points: number | undefined): GradedAnswer {
  if (points === undefined) return answer;
  const status = points >= answer.max ? "correct" : points > 0 ? "partial" : "incorrect";
  return { ...answer, status, score: points, byHand: true };
}

const openQuotes = {
  what: { es: "Estas comillas no se cierran bien", en: "These quotes are not closed properly" },
  next: { es: 'Dentro de una celda se escriben dobles: ""', en: 'Inside a cell they are written twice: ""' },
} as const;

const noColumns = {
  what: {
    es: "La primera fila no dice de qué son las columnas",
    en: "The first row does not say what the columns are",
  },
  next: { es: "Debe ser: estudiante,pregunta,puntos", en: "It should be: student,item,points" },
} as const;

function noStudent(id: string): Text {
  return { es: `No hay entrega de ${quoted(id)}`, en: `There is no submission by ${quoted(id)}` };
}

function notAsked(item: string, id: string): Text {
  return { es: `A ${quoted(id)} no se le pidió ${quoted(item)}`, en: `${quoted(item)} was not asked of ${quoted(id)}` };
}

function noPoints(written: string): Text {
  return { es: `No se puede usar ${quoted(written)} como puntos`, en: `Cannot use ${quoted(written)} as points` };
}

function upTo(max: number): Text {
  return { es: `Un número de 0 a ${max}`, en: `A number from 0 to ${max}` };
}
