/** What `exam grade` writes: grades for programs and for spreadsheets, marks for the report, and what students and class get to read. */

import { isRecord } from "../../content/is_record.ts";
import type { Lang } from "../../content/text.ts";
import { parseYaml, writeYaml } from "../../content/yaml.ts";
import { type Behind, feedbackOf } from "../../exam/feedback/feedback.ts";
import { feedbackPage } from "../../exam/feedback/feedback_page.ts";
import { gradesCsv, moodleCsv } from "../../exam/formats/grades_csv.ts";
import { fileNameOf, type StudentFormat } from "../../exam/formats/per_student.ts";
import { studentReport } from "../../exam/formats/student_report.ts";
import type { GradedStudent, Grades } from "../../exam/grading/grades.ts";
import type { Key } from "../../exam/grading/grading.ts";
import { hashOf } from "../../exam/hash.ts";
import { itemFacts } from "../../exam/marks/marked_question.ts";
import { encodeMarks } from "../../exam/marks/marks_json.ts";
import { marksOf } from "../../exam/grading/marks_of_grades.ts";
import { deckId, missedBy, reviewDeck } from "../../exam/feedback/review_deck.ts";
import { fileStemOf } from "../../exam/tickets/ticket_name.ts";
import { itemId } from "../../study/item.ts";
import { writeReport } from "../../lab/formats.ts";
import type { KnownExam } from "./known_exam.ts";
import { writeInto } from "../output/output_folder.ts";

export interface GradeFiles {
  readonly folder: string;
  readonly lang: Lang;
  readonly formats: readonly StudentFormat[];
  /** ms since 1970: what is told only after closing is not written before. */
  readonly now: number;
}

export interface WrittenFiles {
  /** Paths inside the folder; of those that each student has only the folder. */
  readonly files: readonly string[];
  /** Why students got less to read than the session promises them, or nothing. */
  readonly withheld?: "until-closing";
  readonly deck?: string;
}

/**
 * Everything is written again each time; what other files are there is left alone. Throws a `UserError` (2). Yields how many
 * students have theirs. `grades.json` comes last: whoever is interrupted is told again next time who moved.
 */
export function* writeGrades(grades: Grades, exam: KnownExam, options: GradeFiles): Generator<number, WrittenFiles> {
  const { folder, lang, formats, now } = options;
  const { pack } = exam.known;
  const behind = behindOf(exam.key);
  const facts = new Map([...behind.questions].map(([item, question]) => [item, itemFacts(question)]));
  const write = (name: string, text: string) => writeInto(folder, name, text);
  write("grades.csv", gradesCsv(grades, lang));
  write("moodle.csv", moodleCsv(grades));
  write("marks.json", encodeMarks(marksOf(grades, facts)));
  const files = ["grades.json", "grades.csv", "moodle.csv", "marks.json"];
  const deck = reviewDeck(grades, missedBy(grades), writtenQuestions(exam));
  const deckFile = deck && `quizzes/${deckId(grades.exam)}.yaml`;
  if (deck && deckFile) write(deckFile, writeYaml(deck));
  const closes = exam.record.closes ?? pack.closes;
  const open = pack.feedback === "after-closing" && (closes === undefined || now >= closes);
  const stems = stemsOf(grades.students);
  let written = 0;
  for (const [student, stem] of pack.feedback === "none" ? [] : stems) {
    const markdown = feedbackOf(grades, student, behind, open, lang);
    write(`feedback/${stem}.md`, markdown);
    write(`feedback/${stem}.html`, feedbackPage(markdown, grades.title[lang], lang));
    yield ++written;
  }
  for (const format of formats) {
    for (const [student, stem] of stems) {
      const report = writeReport(format, studentReport(grades, student, open), lang);
      write(`exports/${format}/${fileNameOf(stem, format)}`, report);
    }
  }
  write("grades.json", `${JSON.stringify(grades, null, 1)}\n`);
  return {
    files: [
      ...files,
      ...(deckFile ? [deckFile] : []),
      ...(pack.feedback === "none" ? [] : ["feedback/"]),
      ...formats.map((format) => `exports/${format}/`),
    ],
    ...(pack.feedback === "after-closing" && !open ? { withheld: "until-closing" } : {}),
    ...(deckFile ? { deck: deckFile } : {}),
  };
}

/** Student → what their files are called: two that call themselves or their attempt alike do not get to read each other's. */
function stemsOf(students: readonly GradedStudent[]): ReadonlyMap<GradedStudent, string> {
  const taken = new Set<string>();
  return new Map(students.map((one) => {
    const plain = `${fileStemOf(one.student)}-${one.attempt}`;
    // Some file systems know no capitals.
    const stem = taken.has(plain.toLowerCase()) ? `${plain}-${hashOf(one.file).slice(0, 8)}` : plain;
    taken.add(stem.toLowerCase());
    return [one, stem];
  }));
}

function behindOf({ questions, labs }: Key): Behind {
  const originals = [...questions.values(), ...labs.flatMap((lab) => [...lab.questions.values()])];
  return {
    questions: new Map(originals.map(({ item, question }) => [item, question])),
    tasks: new Map(
      labs.flatMap(({ lab, tasks }) =>
        tasks.map((task) => [itemId({ kind: "task", lab: lab.id, task: task.id }), task] as const)
      ),
    ),
  };
}

/** Item → the question as its author wrote it, for those that stand in a quiz. */
function writtenQuestions({ quizzes, texts }: KnownExam): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map(quizzes.flatMap(({ id }) => {
    const parsed = parseYaml(texts.get(id) ?? "");
    const value = parsed.kind === "document" && isRecord(parsed.document.value) ? parsed.document.value : {};
    const questions: readonly unknown[] = Array.isArray(value["questions"]) ? value["questions"] : [];
    return questions.flatMap((question) => isRecord(question) ? [[`${id}/${question["id"]}`, question] as const] : []);
  }));
}
