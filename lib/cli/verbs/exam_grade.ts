/** `grumete exam grade`: a folder of submissions and the teacher's keys → the grades of a class, as often as one likes. */

import type { Text } from "../../content/text.ts";
import { type ExitCode } from "../../content/user_error.ts";
import type { StudentFormat } from "../../exam/formats/per_student.ts";
import type { Grades } from "../../exam/grading/grades.ts";
import { withHandMarks } from "../../exam/grading/hand_marks.ts";
import { regradeOf } from "../../exam/grading/moved.ts";
import { openKeys } from "../../store/exam_keys.ts";
import { readTable } from "../../store/read_table.ts";
import { absolute } from "../../store/state_folder.ts";
import { gradesOf, openClass } from "../exam/class_of.ts";
import type { ExamGradeFlags } from "../table/flags.ts";
import { writeGrades } from "../exam/grade_files.ts";
import { gradesText, regradeText } from "../exam/grade_text.ts";
import { gradesBefore } from "../exam/grades_before.ts";
import { inPieces } from "../output/in_pieces.ts";
import { makeFolder } from "../output/output_folder.ts";
import { print, printJson } from "../output/print.ts";
import { reporting } from "../output/reporting.ts";
import { tableError } from "../output/table_error.ts";
import { submissionsIn } from "../exam/submissions.ts";
import type { World } from "../world.ts";

/**
 * 0 when all of it is graded, 3 when something is owed or could not be graded, 2 for a wrong call, 4 for content or files that
 * cannot be used. As JSON: `{grades, regrade?, out, files, asPacked, changed, missing}`; grades as in `exam/grading/grades.ts`.
 */
export async function run(world: World, flags: ExamGradeFlags, folder: string): Promise<ExitCode> {
  const { lang } = world;
  const keys = await openKeys(absolute(flags.key));
  const out = absolute(flags.out);
  const files = submissionsIn(absolute(folder));
  // Before the work, not after it.
  makeFolder(out);
  const opening: Text = { es: "Corrigiendo", en: "Grading" };
  const opened = await reported(world, opening, files.length, (told) => openClass(world, keys, files, told));
  const grades = flags.marks === undefined ? gradesOf(opened) : markedByHand(gradesOf(opened), absolute(flags.marks));
  const before = gradesBefore(out, grades);
  const formats: readonly StudentFormat[] = [...new Set(flags.format)];
  const writing = writeGrades(grades, opened.exam, { folder: out, lang, formats, now: Date.now() });
  const written = await reported(
    world,
    { es: "Escribiendo lo que lee cada estudiante", en: "Writing what each student gets to read" },
    grades.students.length,
    (told) => inPieces(writing, told),
  );
  const regrade = before && regradeOf(before, grades);
  if (flags.json) {
    const { asPacked, changed, missing } = opened.exam;
    printJson({ grades, ...(regrade ? { regrade } : {}), out, files: written.files, asPacked, changed, missing });
  } else {
    print(gradesText(grades, opened.exam, { out, written, lang }));
    if (regrade) print(`\n${regradeText(regrade, grades, lang)}`);
  }
  return isWhole(grades) ? 0 : 3;
}

/** Bytes. */
const largestTable = 16 * 1024 * 1024;

function markedByHand(before: Grades, path: string): Grades {
  const { grades, problems } = withHandMarks(before, readTable(path, largestTable));
  if (problems.length > 0) throw tableError(path, problems);
  return grades;
}

function isWhole({ students, refused }: Grades): boolean {
  return refused.length === 0 && students.every(({ owed }) => owed === 0);
}

async function reported<Value>(
  world: World,
  what: Text,
  count: number,
  work: (told: (done: number) => void) => Promise<Value>,
): Promise<Value> {
  using telling = reporting(world, what);
  return await work((done) => telling.tell({ note: `${done}/${count}` }));
}
