/** Stored marks: what is written is read, and what is not ours is refused with its place. */

import assert from "node:assert/strict";
import { decodeMarks, encodeMarks } from "../../../lib/exam/marks/marks_json.ts";
import type { Grades } from "../../../lib/exam/grading/grades.ts";
import { stateAt } from "../../../lib/exam/marks/marks.ts";
import { marksOf } from "../../../lib/exam/grading/marks_of_grades.ts";
import { same } from "../../../lib/content/text.ts";
import { sampleClass } from "../sample_class.ts";

Deno.test("marks survive being stored, with answers, times, failures and what is owed", () => {
  const marks = sampleClass(40);
  assert.ok(marks.states.includes(3), "something is owed");
  const decoded = decodeMarks(encodeMarks(marks));
  assert.deepEqual(decoded, { kind: "marks", marks });
});

Deno.test("what is owed is worth nothing yet, whatever mark stands beside it", () => {
  const document = JSON.parse(encodeMarks(sampleClass(2)));
  document.students[0].results[0] = { owed: true, mark: 1 };
  const decoded = decodeMarks(JSON.stringify(document));
  assert.ok(decoded.kind === "marks");
  assert.deepEqual([stateAt(decoded.marks, 0), decoded.marks.points[0]], ["owed", 0]);
});

Deno.test("what is not ours is refused, with the place", () => {
  const good = JSON.parse(encodeMarks(sampleClass(2)));
  const at = (change: (document: typeof good) => void) => {
    const document = structuredClone(good);
    change(document);
    const decoded = decodeMarks(JSON.stringify(document));
    return decoded.kind === "unfit" ? decoded.at : decoded.kind;
  };
  assert.equal(at(() => {}), "marks");
  assert.equal(at((document) => document.format = 2), "newer");
  assert.equal(at((document) => document.students[1].results.pop()), "students.1.results");
  assert.equal(at((document) => document.students[0].results[0] = { mark: "1" }), "students.0.results.0.mark");
  assert.equal(at((document) => document.students[0].results[0] = { mark: 99 }), "students.0.results.0.mark");
  assert.equal(at((document) => document.items[1].id = document.items[0].id), "items.1.id");
  assert.equal(at((document) => document.items[0].more = 1), "items.0.more");
  for (const text of ["", "[]", "{", "null", "{}"]) assert.equal(decodeMarks(text).kind, "unfit", text);
});

const grades: Grades = {
  format: 1,
  exam: "parcial",
  title: same("Parcial"),
  pack: "",
  pass: 0.5,
  key: "",
  items: ["q/a", "q/b", "task/l/t"].map((id) => ({
    id,
    title: same(id),
    kind: id.startsWith("task") ? "task" : "choice",
    concepts: [],
    max: 2,
  })),
  students: [2, 1].map((attempt) => ({
    student: "ana",
    file: "",
    attempt,
    score: 0,
    max: 6,
    owed: 2,
    passed: false,
    startedAt: 0,
    answers: [
      { item: "q/a", status: "partial" as const, score: attempt / 2, max: 2, answer: "b", seconds: 30 },
      { item: "q/b", status: "skipped" as const, score: 0, max: 2, seconds: 0 },
      { item: "task/l/t", status: "owed" as const, max: 2 },
    ].slice(attempt - 1),
    findings: [],
  })),
  refused: [],
};

Deno.test("of grades the first attempt counts, and what was not asked, not answered and not judged stays apart", () => {
  const first = marksOf(grades);
  assert.deepEqual(first.students, [{ id: "ana" }]);
  assert.deepEqual([0, 1, 2].map((cell) => stateAt(first, cell)), ["marked", "unanswered", "owed"]);
  assert.deepEqual([...first.points], [0.5, 0, 0]);
  assert.deepEqual(first.chosen?.get(0), ["b"]);
  assert.deepEqual([...first.seconds ?? []], [[0, 30]]);
  const second = marksOf({ ...grades, students: grades.students.slice(0, 1) });
  assert.deepEqual([0, 1, 2].map((cell) => stateAt(second, cell)), ["not-asked", "unanswered", "owed"]);
});

Deno.test("what is known of a question comes along with its marks", () => {
  const facts = new Map([["q/a", { guess: { score: 0.25, exact: true }, chosen: () => ["B"] }]]);
  assert.deepEqual(marksOf(grades, facts).chosen?.get(0), ["B"]);
  assert.deepEqual(marksOf(grades, facts).items.map(({ guess }) => guess?.score), [0.25, undefined, undefined]);
});
