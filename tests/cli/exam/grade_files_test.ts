/** What is written of a class: what students may read yet, and whose file is whose. */

import assert from "node:assert/strict";
import { writeGrades } from "../../../lib/cli/exam/grade_files.ts";
import { regradeText } from "../../../lib/cli/exam/grade_text.ts";
import type { KnownExam } from "../../../lib/cli/exam/known_exam.ts";
import { gradeClass, gradeSubmission } from "../../../lib/exam/grading/graded_class.ts";
import { same } from "../../../lib/content/text.ts";
import { finished } from "../../../lib/exam/statistics/class_statistics.ts";
import { studentFormats } from "../../../lib/exam/formats/per_student.ts";
import { studentReport } from "../../../lib/exam/formats/student_report.ts";
import { writeReport } from "../../../lib/lab/formats.ts";
import { regradeOf } from "../../../lib/exam/grading/moved.ts";
import type { Pack } from "../../../lib/exam/pack/pack.ts";
import { temporaryFolder } from "../../e2e/grumete.ts";
import { allRight, keyFrom, knownPack, submissionOf } from "../../exam/sample_attempt.ts";

const closes = Date.UTC(2026, 11, 1, 10);
const hour = 3_600_000;

function written(folder: string, now: number, { last = closes, pack = {}, students = ["ana"] }: {
  /** When the last ticket closes. */
  readonly last?: number;
  readonly pack?: Partial<Pack>;
  readonly students?: readonly string[];
}) {
  const known = knownPack({ feedback: "after-closing", closes, ...pack });
  const key = keyFrom();
  const submissions = students.map((student, index) => {
    const { examined } = submissionOf({ student, known, steps: allRight, file: `${index}.submission` });
    return gradeSubmission(examined, known.pack, key);
  });
  const grades = gradeClass({ known, key, keyHash: "00", submissions });
  const record = { closes: last } as unknown as KnownExam["record"];
  const exam = {
    known,
    record,
    key,
    keyHash: "00",
    quizzes: [],
    texts: new Map(),
    asPacked: [],
    changed: [],
    missing: 0,
  };
  const options = { folder, lang: "en", now } as const;
  return finished(writeGrades(grades, exam, { ...options, formats: [] }));
}

Deno.test("answers are told once the session has closed for the last ticket, and not when it closes for most", () => {
  using folder = temporaryFolder();
  const said = () => Deno.readTextFileSync(`${folder.path}/feedback/ana-1.md`);
  const last = closes + 24 * hour;
  assert.equal(written(folder.path, closes + hour, { last }).withheld, "until-closing");
  assert.doesNotMatch(said(), /Your answer/);
  assert.equal(written(folder.path, last, { last }).withheld, undefined);
  assert.match(said(), /Your answer/);
});

Deno.test("what was expected is in graders' documents only where students may read it", () => {
  const check = { kind: "container" as const, subject: "web", expected: same("secret"), actual: same("running") };
  const known = knownPack();
  const { examined } = submissionOf({ known, steps: allRight });
  const grades = gradeClass({
    known,
    key: keyFrom(),
    keyHash: "00",
    submissions: [gradeSubmission(examined, known.pack, keyFrom())],
  });
  const [student] = grades.students;
  assert.ok(student);
  const wrong = student.answers.map((answer) => ({ ...answer, score: 0, status: "incorrect", check } as const));
  for (const format of studentFormats) {
    const said = (told: boolean) =>
      writeReport(format, studentReport(grades, { ...student, answers: wrong }, told), "en");
    assert.doesNotMatch(said(false), /secret/, format);
    if (format !== "classroom") assert.match(said(true), /secret/, format);
  }
});

Deno.test("two that call themselves alike, but for capitals or for the machine they used, have files of their own", () => {
  using folder = temporaryFolder();
  written(folder.path, closes, { students: ["ana", "Ana", "ana"] });
  const names = [...Deno.readDirSync(`${folder.path}/feedback`)].map(({ name }) => name.toLowerCase());
  assert.equal(new Set(names.filter((name) => name.endsWith(".md"))).size, 3);
});

Deno.test("who is new and who is gone since the last time is not among those whose grade moved", () => {
  const of = (...students: readonly string[]) => {
    const known = knownPack();
    const submissions = students.map((student) =>
      gradeSubmission(submissionOf({ student, known, steps: allRight }).examined, known.pack, keyFrom())
    );
    return gradeClass({ known, key: keyFrom(), keyHash: "00", submissions });
  };
  const [before, after] = [of("ana", "bea", "carlos"), of("carlos", "dani")];
  const said = regradeText(regradeOf(before, after), after, "en");
  assert.match(said, /^0 of 1 move against the last time; new: 1; not there any more: 2:\n/);
  assert.match(regradeText(regradeOf(before, before), before, "en"), /^Nobody moves/);
});
