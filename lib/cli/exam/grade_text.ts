/** What `exam grade` says to people: the class in a table, what is owed, what a teacher should look at, what moved. */

import type { Lang, Text } from "../../content/text.ts";
import type { Finding } from "../../exam/inspection/finding.ts";
import type { GradedStudent, Grades } from "../../exam/grading/grades.ts";
import type { ItemShift, Move, Regrade, Shift } from "../../exam/grading/moved.ts";
import { decimal } from "../../exam/report/figures.ts";
import type { WrittenFiles } from "./grade_files.ts";
import type { KnownExam } from "./known_exam.ts";
import { relative, shellWord } from "../output/paths.ts";
import { tableLines } from "../output/table_lines.ts";

const words = {
  student: { es: "ESTUDIANTE", en: "STUDENT" },
  points: { es: "PUNTOS", en: "SCORE" },
  grade: { es: "NOTA (0–10)", en: "GRADE (0–10)" },
  passed: { es: "aprobado", en: "passed" },
  failed: { es: "no aprobado", en: "not passed" },
  pending: { es: "pendiente", en: "pending" },
  before: { es: "ANTES", en: "BEFORE" },
  after: { es: "AHORA", en: "NOW" },
  items: { es: "PREGUNTAS", en: "ITEMS" },
} satisfies Readonly<Record<string, Text>>;

export interface GradesTextOptions {
  readonly out: string;
  readonly written: WrittenFiles;
  readonly lang: Lang;
}

export function gradesText(grades: Grades, exam: KnownExam, { out, written, lang }: GradesTextOptions): string {
  const { students, refused } = grades;
  const head = [words.student, words.points, words.grade, { es: "", en: "" }].map((word) => word[lang]);
  const rows = students.map((student) => [
    nameOf(student),
    `${decimal(student.score, lang)}/${decimal(student.max + student.owed, lang)}`,
    student.owed > 0 || student.max === 0 ? "?" : decimal((student.score / student.max) * 10, lang),
    (student.owed > 0 ? words.pending : student.passed ? words.passed : words.failed)[lang],
  ]);
  return [
    `${grades.title[lang]} · ${counted(students.length, refused.length)[lang]}`,
    "",
    ...tableLines([head, ...rows]),
    ...about(students, lang),
    ...section(
      { es: "Sin corregir:", en: "Not graded:" },
      refused.map(({ file, findings }) => `${file}: ${findings.map(({ text }) => text[lang]).join(" ")}`),
      lang,
    ),
    ...section(
      { es: "Preguntas y tareas por corregir:", en: "Questions and tasks owed:" },
      owedItems(grades).map(({ item, count }) => `${item} (${count})`),
      lang,
    ),
    ...contentLines(exam, lang),
    "",
    `${lang === "es" ? "Escrito en" : "Written to"} ${relative(out)}: ${written.files.join(", ")}`,
    ...(written.withheld ? [withheld[lang]] : []),
    ...(written.deck ? [deckLine(out, written.deck)[lang]] : []),
    reportLine(out)[lang],
  ].join("\n");
}

function counted(graded: number, refused: number): Text {
  return {
    es: `${graded} ${graded === 1 ? "entrega corregida" : "entregas corregidas"}${
      refused > 0 ? `, ${refused} sin corregir` : ""
    }`,
    en: `${graded} ${graded === 1 ? "submission" : "submissions"} graded${refused > 0 ? `, ${refused} not` : ""}`,
  };
}

function nameOf({ student, name, attempt }: GradedStudent): string {
  return `${student}${name === undefined ? "" : ` ${name}`}${attempt > 1 ? ` (${attempt})` : ""}`;
}

/** Doubts of each student; notes are for `exam inspect`. */
function about(students: readonly GradedStudent[], lang: Lang): readonly string[] {
  const doubts = students.flatMap(({ student, file, findings }) => {
    const some = findings.filter(({ weight }: Finding) => weight === "doubt");
    return some.length === 0 ? [] : [`${student} (${file}): ${some.map(({ text }) => text[lang]).join(" ")}`];
  });
  return section({ es: "Conviene mirar:", en: "Worth a look:" }, doubts, lang);
}

function section(title: Text, lines: readonly string[], lang: Lang): readonly string[] {
  return lines.length === 0 ? [] : ["", title[lang], ...lines.map((line) => `  ${line}`)];
}

function owedItems({ students }: Grades): readonly { readonly item: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { answers } of students) {
    for (const { item, status } of answers) if (status === "owed") counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return [...counts].map(([item, count]) => ({ item, count }));
}

function contentLines({ asPacked, changed, missing }: KnownExam, lang: Lang): readonly string[] {
  return [
    ...(missing === 0 ? [] : ["", gone(missing)[lang]]),
    ...section(
      { es: "Cambiados desde que se preparó la prueba:", en: "Changed since the session was packed:" },
      changed.map(relative),
      lang,
    ),
    ...section(
      {
        es: "No se pueden leer, o ahora son otra cosa; se corrige con lo que se guardó al preparar la prueba:",
        en: "Cannot be read, or hold something else now; what was kept when the session was packed stands for them:",
      },
      asPacked.map(relative),
      lang,
    ),
  ];
}

/** Renamed or moved to another quiz looks the same. */
function gone(count: number): Text {
  return {
    es:
      `Preguntas y tareas de la prueba que ya no están en el contenido: ${count}. No cuentan para nadie; si solo cambió su id o ` +
      "su archivo, devuélveselo y repite.",
    en:
      `Questions and tasks of the session that are not in the content any more: ${count}. They count for nobody; if only their id ` +
      "or their file was changed, give it back and run this again.",
  };
}

const withheld: Text = {
  es: "Las respuestas no se dicen antes de que cierre: repite la orden después.",
  en: "Answers are not told before it closes: run this again afterwards.",
};

/** The quiz itself: a review of all that there is would begin with something else. */
const deckLine = (out: string, deck: string): Text => {
  const file = shellWord(relative(`${out}/${deck}`));
  return {
    es: `Lo que la clase falló, para practicar y que vuelva en los repasos: grumete quiz ${file}`,
    en: `What the class missed, to practise, and to come back in reviews: grumete quiz ${file}`,
  };
};

const reportLine = (out: string): Text => {
  const folder = shellWord(relative(out));
  return {
    es: `Qué dicen estas notas de la prueba: grumete report ${folder}`,
    en: `What these grades say of the session: grumete report ${folder}`,
  };
};

export function regradeText({ moves, mean, deviation, alpha, items }: Regrade, grades: Grades, lang: Lang): string {
  if (moves.length === 0) {
    return lang === "es" ? "Nadie cambia respecto de la vez anterior." : "Nobody moves against the last time.";
  }
  const added = moves.filter(({ before }) => before === undefined).length;
  const gone = moves.filter(({ after }) => after === undefined).length;
  const moved = moves.length - added - gone;
  const known = grades.students.length - added;
  const title: Text = {
    es: `${moved === 1 ? "Cambia" : "Cambian"} ${moved} de ${known} respecto de la vez anterior${
      added > 0 ? `; nuevas: ${added}` : ""
    }${gone > 0 ? `; ya no están: ${gone}` : ""}:`,
    en: `${moved} of ${known} ${moved === 1 ? "moves" : "move"} against the last time${
      added > 0 ? `; new: ${added}` : ""
    }${gone > 0 ? `; not there any more: ${gone}` : ""}:`,
  };
  const head = [words.student, words.before, words.after, words.items].map((word) => word[lang]);
  return [
    title[lang],
    ...tableLines([head, ...moves.map((move) => moveRow(move, lang))]),
    "",
    ...([
      [{ es: "media", en: "mean" }, mean],
      [{ es: "desviación", en: "deviation" }, deviation],
      [{ es: "alfa de Cronbach", en: "Cronbach's alpha" }, alpha],
    ] satisfies readonly (readonly [Text, Shift])[]).map(([name, shift]) => `${name[lang]}: ${shiftText(shift, lang)}`),
    ...items.map((item) => itemText(item, lang)),
  ].join("\n");
}

function moveRow({ student, before, after, items, passedBefore, passedAfter }: Move, lang: Lang): readonly string[] {
  const points = (value: number | undefined, passed: boolean | undefined) =>
    value === undefined ? "-" : `${decimal(value, lang)} ${(passed ? words.passed : words.failed)[lang]}`;
  return [student, points(before, passedBefore), points(after, passedAfter), items.join(", ")];
}

function itemText({ item, facility, discrimination }: ItemShift, lang: Lang): string {
  const [easy, telling] = [shiftText(facility, lang), shiftText(discrimination, lang)];
  return lang === "es"
    ? `${item}: facilidad ${easy}; discriminación ${telling}`
    : `${item}: facility ${easy}; discrimination ${telling}`;
}

function shiftText({ before, after }: Shift, lang: Lang): string {
  const [one, other] = [before, after].map((value) => decimal(value, lang));
  return one === other ? `${one}` : `${one} → ${other}`;
}
