/** Grades as they leave the program: tables, graders' documents, what students read, and the deck of what was missed. */

import assert from "node:assert/strict";
import { decodeQuiz } from "../../../lib/content/decode.ts";
import { writeYaml } from "../../../lib/content/yaml.ts";
import { feedbackOf } from "../../../lib/exam/feedback/feedback.ts";
import { feedbackPage } from "../../../lib/exam/feedback/feedback_page.ts";
import { gradesCsv, moodleCsv } from "../../../lib/exam/formats/grades_csv.ts";
import { studentFormats } from "../../../lib/exam/formats/per_student.ts";
import { studentReport } from "../../../lib/exam/formats/student_report.ts";
import { gradeClass, gradeSubmission } from "../../../lib/exam/grading/graded_class.ts";
import type { GradedStudent, Grades } from "../../../lib/exam/grading/grades.ts";
import { deckId, missedBy, reviewDeck } from "../../../lib/exam/feedback/review_deck.ts";
import { writeReport } from "../../../lib/lab/formats.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";
import { allRight, keyFrom, knownPack, nameOf, refOf, submissionOf } from "../sample_attempt.ts";

const hostile = '=HYPERLINK("http://x")';
const text = sampleQuiz.questions.find(({ kind }) => kind === "text");
assert.ok(text);
const injection = "`<img src=x onerror=alert(1)>` **[x](javascript:alert(1))**";

const submissions = [
  submissionOf({ student: "ana" }).examined,
  submissionOf({
    student: hostile,
    ticket: { student: { id: hostile, name: "<script>*Zoe*</script>" } },
    steps: [
      { kind: "answered", question: nameOf(text), raw: injection },
      ...allRight.slice(-1),
    ],
  }).examined,
].map((one) => gradeSubmission(one, knownPack().pack, keyFrom()));
const grades = gradeClass({ known: knownPack(), key: keyFrom(), keyHash: "00", submissions });
const behind = {
  questions: new Map(sampleQuiz.questions.map((question) => [refOf(question), question])),
  tasks: new Map(),
};

function by(student: string, of: Grades = grades): GradedStudent {
  const found = of.students.find((one) => one.student === student);
  assert.ok(found);
  return found;
}

/** With the first item of everybody owed. */
const owing: Grades = {
  ...grades,
  students: grades.students.map((student) => {
    const [first, ...others] = student.answers;
    assert.ok(first);
    const { score = 0, ...rest } = first;
    return {
      ...student,
      score: student.score - score,
      max: student.max - first.max,
      owed: first.max,
      passed: false,
      answers: [{ ...rest, status: "owed" }, ...others],
    };
  }),
};

Deno.test("the table has a row for each student, and no cell that a spreadsheet would take for a formula", () => {
  const csv = gradesCsv(grades, "es");
  assert.match(csv, /"'=HYPERLINK\(""http:\/\/x""\)"/);
  for (const line of csv.split("\n")) assert.doesNotMatch(line, /(^|,)"?[=+@]/);
  assert.equal(csv.trimEnd().split("\n").length, 3);
  assert.match(gradesCsv(grades, "en"), /^student,name,attempt,score,max,owed,grade,passed,doubts,muestra\//);
});

Deno.test("what is owed is a question mark in the table, and no row for Moodle", () => {
  const [, ana = ""] = gradesCsv(owing, "es").split("\n").filter((line) =>
    line.includes("ana") || line.startsWith("e")
  );
  assert.match(ana, /,\?,/);
  assert.equal(moodleCsv(owing), "idnumber,fullname,grade\n");
  assert.match(moodleCsv(grades), /^ana,ANA,100$/m);
});

Deno.test("of several attempts Moodle gets the best, once, and none while one of them is owed", () => {
  const again = { ...by("ana"), attempt: 2, score: 0 };
  const twice = { ...grades, students: [again, ...grades.students] };
  assert.deepEqual(moodleCsv(twice).match(/^ana,.*$/gm), ["ana,ANA,100"]);
  const open = { ...grades, students: [{ ...again, owed: 1 }, ...grades.students] };
  assert.equal(moodleCsv(open).match(/^ana,/m), null);
});

Deno.test("each grader's document has an entry for each item, and none that is owed as zero", () => {
  for (const format of studentFormats) {
    const right = writeReport(format, studentReport(grades, by("ana"), true), "en");
    assert.ok(right.length > 100, format);
  }
  const gradescope = JSON.parse(writeReport("gradescope", studentReport(grades, by("ana"), true), "en"));
  assert.equal(gradescope.score, by("ana").score);
  assert.equal(gradescope.tests.length, sampleQuiz.questions.length);
  assert.ok(gradescope.tests.every(({ status }: { status: string }) => status === "passed"));
  const pending = JSON.parse(writeReport("gradescope", studentReport(owing, by("ana", owing), true), "en"));
  assert.equal(pending.score, undefined);
  const check50 = JSON.parse(writeReport("check50", studentReport(owing, by("ana", owing), true), "en"));
  assert.equal(check50.results[0].passed, null);
  assert.equal(check50.results[1].passed, true);
  assert.match(writeReport("tap", studentReport(owing, by("ana", owing), true), "en"), /^ok 1 - .*# SKIP/m);
  assert.match(writeReport("junit", studentReport(owing, by("ana", owing), true), "en"), /<error /);
});

Deno.test("the score alone says nothing of what is right", () => {
  const said = feedbackOf(grades, by("ana"), behind, false, "es");
  assert.match(said, /\*\*ANA\*\* · ana/);
  for (const { explanation } of sampleQuiz.questions) assert.ok(!said.includes(explanation.es));
});

Deno.test("full feedback has each answer, what is right and why; what a student typed is no markup", () => {
  const said = feedbackOf(grades, by(hostile), behind, true, "es");
  for (const { explanation } of sampleQuiz.questions) assert.ok(said.includes(explanation.es));
  const page = feedbackPage(said, grades.title.es, "es");
  assert.doesNotMatch(page, /<img|<script|javascript:(?!alert)|<a /);
  assert.match(page, /&lt;script&gt;/);
  assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.doesNotMatch(page, /<[^>]*(?:src|href)=/);
});

Deno.test("the deck of what the class missed is a quiz, the worst first, and what it knows is left out", () => {
  const written = new Map(
    sampleQuiz.questions.map((question) => [refOf(question), JSON.parse(JSON.stringify(question))]),
  );
  const missed = missedBy(grades);
  assert.ok(missed.length > 0);
  assert.ok(missed.every(({ fraction }, index) => fraction < 0.66 && fraction >= (missed[index - 1]?.fraction ?? 0)));
  const deck = reviewDeck(grades, missed, written);
  assert.ok(deck);
  const { value, problems } = decodeQuiz(writeYaml(deck), `quizzes/${deckId(grades.exam)}.yaml`);
  assert.deepEqual(problems.filter(({ severity }) => severity === "error"), []);
  assert.equal(value?.questions.length, missed.length);
  const all = gradeClass({ known: knownPack(), key: keyFrom(), keyHash: "00", submissions: submissions.slice(0, 1) });
  assert.equal(reviewDeck(all, missedBy(all), written), undefined);
});
