/** The grades of a class: answers in the names of the pack against the content as it is now. */

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Question } from "../../../lib/content/schema/question.ts";
import { classFindings } from "../../../lib/exam/inspection/class_findings.ts";
import type { Examined } from "../../../lib/exam/inspection/examined.ts";
import { gradeClass, gradeSubmission } from "../../../lib/exam/grading/graded_class.ts";
import type { Grades } from "../../../lib/exam/grading/grades.ts";
import { partName } from "../../../lib/exam/pack/asked_of.ts";
import { gradeAttempt, type Key } from "../../../lib/exam/grading/grading.ts";
import { regradeOf } from "../../../lib/exam/grading/moved.ts";
import { partIdsOf, realAnswer } from "../../../lib/exam/grading/real_answer.ts";
import { kindOf } from "../../../lib/quiz/kinds.ts";
import { sampleQuiz } from "../../screens/sample_quiz.ts";
import { make } from "../../quiz/make_question.ts";
import {
  allRight,
  keyFrom,
  knownPack,
  named,
  nameOf,
  naming,
  refOf,
  rightAnswer,
  submissionOf,
} from "../sample_attempt.ts";
import { someSigner, type Timed } from "../sample_journal.ts";

const whole = sampleQuiz.questions.reduce((sum, { points }) => sum + points, 0);
const known = knownPack();

function graded(submissions: readonly Examined[], key: Key = keyFrom()): Grades {
  return gradeClass({
    known,
    key,
    keyHash: "00",
    submissions: submissions.map((one) => gradeSubmission(one, known.pack, key)),
  });
}

const of = (student: string, steps = allRight) => submissionOf({ student, steps }).examined;
/** The first questions right, then the end. */
const some = (count: number) => [...allRight.slice(0, count), ...allRight.slice(-1)];

Deno.test("an answer in names is the same answer in ids, for every kind of question", () => {
  assert.equal(new Set(sampleQuiz.questions.map(({ kind }) => kind)).size, 9);
  for (const question of sampleQuiz.questions) {
    const right = rightAnswer(question);
    const ids = partIdsOf(question, refOf(question), naming);
    const real = realAnswer(question, named(question, right), ids);
    assert.ok(real, question.id);
    assert.deepEqual(kindOf(question).raw(real), kindOf(question).raw(right), question.id);
  }
});

Deno.test("whatever a journal holds as an answer is an answer or none, and never an exception", () => {
  const raw = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.array(fc.string()),
    fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), fc.string()),
  );
  fc.assert(fc.property(fc.constantFrom(...sampleQuiz.questions), raw, (question, given) => {
    const answer = realAnswer(question, given, partIdsOf(question, refOf(question), naming));
    assert.ok(answer === undefined || answer.kind === question.kind);
  }));
});

Deno.test("all right is full marks, nothing is none, and both say so item by item", () => {
  const { students, items } = graded([of("ana"), of("zoe", some(0))]);
  assert.deepEqual(students.map(({ student, score, max, owed, passed }) => [student, score, max, owed, passed]), [
    ["ana", whole, whole, 0, true],
    ["zoe", 0, whole, 0, false],
  ]);
  assert.equal(items.length, sampleQuiz.questions.length);
  assert.ok(students[0]?.answers.every(({ status }) => status === "correct"));
  assert.ok(students[1]?.answers.every(({ status, score }) => status === "skipped" && score === 0));
  assert.equal(students[0]?.name, "ANA");
});

Deno.test("thirds that sum up to the pass mark pass, and nothing that can be graded is nothing passed", () => {
  const choices = ["a", "b", "c"].map((id) => ({ id, text: id, correct: true }));
  const three = ["uno", "dos", "tres"].map((id) => make("multiple", { id, choices, scoring: "each" }));
  const names = three.map(nameOf);
  const key = { ...keyFrom(three), pass: 1 / 3 };
  const steps = three.map((question): Timed => ({
    kind: "answered",
    question: nameOf(question),
    raw: [partName(naming, refOf(question), "choice", "a")],
  }));
  const { examined } = submissionOf({ steps });
  assert.ok(examined.taken);
  const { score, max, passed } = gradeAttempt({ ...examined, taken: examined.taken }, names, key);
  assert.deepEqual([score, max, passed], [1, 3, true]);
  assert.equal(gradeAttempt({ ...examined, taken: examined.taken }, [], key).passed, false);
});

Deno.test("the last answer counts, and one that was taken back is none", () => {
  const [first] = allRight;
  assert.ok(first?.kind === "answered");
  const wrong = { ...first, raw: "nada" };
  const { question } = first;
  const steps = [first, { kind: "cleared", question } as const, ...allRight.slice(-1)];
  assert.equal(graded([of("ana", [wrong, ...allRight])]).students[0]?.score, whole);
  assert.equal(graded([of("ana", steps)]).students[0]?.answers[0]?.status, "skipped");
});

Deno.test("a weight that was changed regrades all, and says who moved and how the statistics did", () => {
  const submissions = ["ana", "bea", "carlos", "dani"].map((student, index) => of(student, some(2 * index + 1)));
  const before = graded(submissions);
  assert.deepEqual(graded(submissions), before);
  assert.deepEqual(regradeOf(before, graded(submissions)).moves, []);
  const [first, ...others] = sampleQuiz.questions;
  assert.ok(first);
  const heavier = keyFrom([{ ...first, points: first.points + 4 }, ...others]);
  const { moves, mean, items } = regradeOf(before, graded(submissions, heavier));
  assert.deepEqual(moves.map(({ student, before, after, items }) => [student, (after ?? 0) - (before ?? 0), items]), [
    ["ana", 4, [refOf(first)]],
    ["bea", 4, [refOf(first)]],
    ["carlos", 4, [refOf(first)]],
    ["dani", 4, [refOf(first)]],
  ]);
  assert.equal((mean.after ?? 0) - (mean.before ?? 0), 4);
  assert.deepEqual(items.filter(({ item }) => item === refOf(first)), []);
});

Deno.test("a key that was wrong and is put right moves those who knew better", () => {
  const question = sampleQuiz.questions.find(({ kind }) => kind === "truefalse");
  assert.ok(question?.kind === "truefalse");
  const wrong = keyFrom(
    sampleQuiz.questions.map((one) => one === question ? { ...question, answer: !question.answer } : one),
  );
  const submissions = [of("ana"), of("bea", some(1))];
  const { moves, items } = regradeOf(graded(submissions, wrong), graded(submissions));
  assert.deepEqual(moves.map(({ student, items }) => [student, items]), [["ana", [refOf(question)]]]);
  assert.deepEqual(items.map(({ item, facility }) => [item, facility]), [[refOf(question), { before: 0, after: 0.5 }]]);
});

Deno.test("an answer with a choice that is not there any more is owed, neither zero nor full marks", () => {
  const question = sampleQuiz.questions.find(({ kind }) => kind === "choice");
  assert.ok(question?.kind === "choice");
  const right = rightAnswer(question);
  const fewer: Question = {
    ...question,
    choices: question.choices.filter(({ id }) => right.kind === "choice" && id !== right.choice),
  };
  const { students } = graded([of("ana")], keyFrom(sampleQuiz.questions.map((one) => one === question ? fewer : one)));
  const [ana] = students;
  assert.equal(ana?.owed, question.points);
  assert.equal(ana?.score, whole - question.points);
  assert.equal(ana?.max, whole - question.points);
  assert.equal(ana?.passed, false);
  assert.deepEqual(ana?.answers.find(({ item }) => item === refOf(question))?.status, "owed");
});

Deno.test("a submission that was tampered with is listed with why, and grades nobody", () => {
  const { students, refused } = graded([
    of("ana"),
    submissionOf({ student: "eva", journal: (text) => text.slice(0, -2) + "\n" }).examined,
  ]);
  assert.deepEqual(students.map(({ student }) => student), ["ana"]);
  assert.deepEqual(refused.map(({ file, findings }) => [file, findings.map(({ kind }) => kind)]), [
    ["eva.submission", ["chain-broken"]],
  ]);
});

Deno.test("the same file twice is graded once; a key in two different journals, a ticket in two attempts are named", () => {
  const signer = someSigner();
  const ana = submissionOf({ student: "ana", signer }).examined;
  const copy = { ...ana, file: "copia.submission" };
  const { students, refused } = graded([copy, ana]);
  assert.deepEqual(students.map(({ file }) => file), ["ana.submission"]);
  assert.deepEqual(refused.map(({ file }) => file), ["copia.submission"]);
  const kinds = (...all: readonly Examined[]) =>
    Object.fromEntries([...classFindings(all, 1)].map(([file, found]) => [file, found.map(({ kind }) => kind)]));
  assert.deepEqual(kinds(ana, copy), {
    "ana.submission": ["same-attempt-key"],
    "copia.submission": ["same-attempt-key"],
  });
  const forked = submissionOf({ student: "ana", signer, file: "otra.submission", steps: some(2) }).examined;
  assert.deepEqual(kinds(ana, forked)["otra.submission"], ["same-attempt-key", "ticket-used-twice"]);
  const second = submissionOf({ student: "ana", file: "segunda.submission", steps: some(2) }).examined;
  assert.deepEqual(kinds(ana, second), {
    "ana.submission": ["ticket-used-twice"],
    "segunda.submission": ["ticket-used-twice"],
  });
  assert.deepEqual([...classFindings([ana, second], 2)], []);
  const untold = [1, 2].map((n) => submissionOf({ ticket: "none", file: `${n}.submission`, steps: some(n) }).examined);
  assert.deepEqual(kinds(...untold), { "1.submission": ["too-many-attempts"], "2.submission": ["too-many-attempts"] });
});
