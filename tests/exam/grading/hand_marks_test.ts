/** A person gives points where the machine could not, and the totals follow. */

import assert from "node:assert/strict";
import { gradeClass, gradeSubmission } from "../../../lib/exam/grading/graded_class.ts";
import { withHandMarks } from "../../../lib/exam/grading/hand_marks.ts";
import { regradeOf } from "../../../lib/exam/grading/moved.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";
import { allRight, keyFrom, knownPack, refOf, rightAnswer, submissionOf } from "../sample_attempt.ts";

const choice = sampleQuiz.questions.find(({ kind }) => kind === "choice");
assert.ok(choice?.kind === "choice");
const right = rightAnswer(choice);
/** The right choice is not there any more: the answer is owed. */
const key = keyFrom(
  sampleQuiz.questions.map((question) =>
    question === choice
      ? { ...choice, choices: choice.choices.filter(({ id }) => right.kind === "choice" && id !== right.choice) }
      : question
  ),
);
const grades = gradeClass({
  known: knownPack(),
  key,
  keyHash: "00",
  submissions: [
    submissionOf({ student: "ana" }).examined,
    submissionOf({ student: "luis", steps: allRight.slice(-1) }).examined,
  ].map((one) => gradeSubmission(one, knownPack().pack, key)),
});
const item = refOf(choice);
const whole = sampleQuiz.questions.reduce((sum, { points }) => sum + points, 0);

const places = (source: string) =>
  withHandMarks(grades, source).problems.map(({ line, column, what }) => `${line}:${column} ${what.en}`);

Deno.test("points that were owed are given, and then nothing is", () => {
  const [before] = grades.students;
  assert.equal(before?.owed, choice.points);
  const { grades: after, problems } = withHandMarks(grades, `student,item,points\nana,${item},${choice.points}\n`);
  assert.deepEqual(problems, []);
  const [ana, luis] = after.students;
  assert.deepEqual([ana?.score, ana?.max, ana?.owed, ana?.passed], [whole, whole, 0, true]);
  const answer = ana?.answers.find((one) => one.item === item);
  assert.deepEqual([answer?.status, answer?.byHand], ["correct", true]);
  assert.deepEqual(luis, grades.students[1]);
  assert.deepEqual(regradeOf(grades, after).moves.map(({ student, items }) => [student, items]), [["ana", [item]]]);
});

Deno.test("a part of the points, a decimal comma, Spanish headings and another order of columns are understood", () => {
  const { grades: after, problems } = withHandMarks(grades, `puntos;Pregunta;estudiante\n0,5;${item};ana\n`);
  assert.deepEqual(problems, []);
  assert.equal(after.students[0]?.score, whole - choice.points + 0.5);
  assert.equal(after.students[0]?.answers.find((one) => one.item === item)?.status, "partial");
});

Deno.test("what nobody was asked, nobody handed in, or is no number of points is told with its place, and nothing is given", () => {
  const source =
    `student,item,points\nann,${item},1\nana,muestra/kernell,1\nana,${item},99\nana,${item},\nana,${item},1\n`;
  assert.deepEqual(places(source), [
    '2:1 There is no submission by "ann"',
    '3:5 "muestra/kernell" was not asked of "ana"',
    `4:${item.length + 6} Cannot use "99" as points`,
    `5:${item.length + 6} Cannot use "" as points`,
  ]);
  assert.equal(withHandMarks(grades, source).grades, grades);
  assert.deepEqual(places("alumno,nota\n"), ["1:1 The first row does not say what the columns are"]);
  assert.match(places('student,item,points\n"ana,x,1\n')[0] ?? "", /quotes are not closed/);
});

Deno.test("an empty table gives nothing", () => {
  assert.deepEqual(withHandMarks(grades, "student,item,points\n"), { grades, problems: [] });
});
