/** The shipped content, tested like code: it loads without a warning, and its own answers are right. */

import assert from "node:assert/strict";
import { labRules, questionRules } from "../../lib/cli/lint/content_rules.ts";
import { decodeConcepts, decodePaths, decodeQuiz } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { formatProblem, type Problem } from "../../lib/content/problem.ts";
import type { Question } from "../../lib/content/schema/question.ts";
import type { Answer } from "../../lib/quiz/answer.ts";
import { grade } from "../../lib/quiz/grade.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, root));
const quizFiles = [...Deno.readDirSync(new URL("quizzes", root))].map(({ name }) => name)
  .filter((name) => name.endsWith(".yaml") && name !== "concepts.yaml" && name !== "paths.yaml");
const labFolders = [...Deno.readDirSync(new URL("labs", root))].map(({ name }) => name);

const concepts = decodeConcepts(read("quizzes/concepts.yaml"), "quizzes/concepts.yaml");
const known = new Set(concepts.value?.concepts.map(({ id }) => id));

function none(problems: readonly Problem[]): void {
  assert.equal(problems.map((problem) => formatProblem(problem, "en")).join("\n"), "");
}

/** The answers that the content itself calls right: every accepted form counts. */
function rightAnswers(question: Question): readonly Answer[] {
  switch (question.kind) {
    case "choice":
      return question.choices.filter(({ correct }) => correct).map(({ id }) => ({ kind: "choice", choice: id }));
    case "multiple":
      return [{ kind: "multiple", choices: question.choices.filter((choice) => choice.correct).map(({ id }) => id) }];
    case "truefalse":
      return [{ kind: "truefalse", value: question.answer }];
    case "text":
      return question.accept.flatMap(({ es, en }) => [es, en]).map((typed) => ({ kind: "text", typed }));
    case "number":
      return [question.answer ?? question.range?.min ?? ""].map((typed) => ({ kind: "number", typed }));
    case "order":
      return [{ kind: "order", items: question.items.map(({ id }) => id) }];
    case "match":
      return [{ kind: "match", pairs: Object.fromEntries(question.pairs.map(({ id }) => [id, id])) }];
    case "cloze":
      return [{
        kind: "cloze",
        blanks: Object.fromEntries(Object.entries(question.blanks).map(([name, { accept }]) => [name, accept[0]?.es ?? ""])),
      }];
    case "command":
      return question.accept.map((typed) => ({ kind: "command", typed }));
  }
}

/** Answers that the content itself calls wrong. */
function wrongAnswers(question: Question): readonly Answer[] {
  switch (question.kind) {
    case "choice":
      return question.choices.filter(({ correct }) => !correct).map(({ id }) => ({ kind: "choice", choice: id }));
    case "truefalse":
      return [{ kind: "truefalse", value: !question.answer }];
    case "multiple":
      return [{ kind: "multiple", choices: question.choices.map(({ id }) => id) }];
    case "text":
      return question.reject.flatMap(({ answer }) => [answer.es, answer.en]).map((typed) => ({ kind: "text", typed }));
    case "number":
      return question.reject.map(({ answer }) => ({ kind: "number", typed: answer }));
    case "order":
      return [{ kind: "order", items: question.items.map(({ id }) => id).reverse() }];
    case "match":
      return [{ kind: "match", pairs: {} }];
    case "cloze":
      return [{ kind: "cloze", blanks: {} }];
    case "command":
      return question.reject.map(({ answer }) => ({ kind: "command", typed: answer }));
  }
}

Deno.test("the list of concepts has all 169 of the syllabus and no problem", () => {
  none(concepts.problems);
  assert.equal(known.size, 169);
});

for (const name of quizFiles) {
  Deno.test(`${name}: no problem, at least 12 questions, its own answers are right and its wrong ones wrong`, () => {
    const { value: quiz, problems } = decodeQuiz(read(`quizzes/${name}`), name, { lint: true, concepts: known, questionRules });
    none(problems);
    assert.ok(quiz && quiz.questions.length >= 12);
    for (const question of quiz.questions) {
      for (const answer of rightAnswers(question)) {
        assert.equal(grade(question, answer).fraction, 1, `${question.id}: ${JSON.stringify(answer)}`);
      }
      for (const answer of wrongAnswers(question)) {
        assert.ok(grade(question, answer).fraction < 1, `${question.id}: ${JSON.stringify(answer)}`);
      }
    }
  });
}

Deno.test("the shipped paths: no problem, both languages, a placement quiz and an exam", () => {
  const content = { quizzes: new Set(quizFiles.map((name) => name.slice(0, -".yaml".length))), labs: new Set(labFolders) };
  const { value, problems } = decodePaths(read("quizzes/paths.yaml"), "quizzes/paths.yaml", { lint: true, known: content });
  none(problems);
  for (const { title, placement, exam, sessions } of value?.paths ?? []) {
    assert.ok(placement && exam);
    for (const text of [title, ...sessions.flatMap(({ title, reading }) => [title, reading])]) {
      if (text.es.length > 20) assert.notEqual(text.es, text.en);
    }
  }
});

Deno.test("the shipped course has every quiz and every lab exactly once", () => {
  const [course] = decodePaths(read("quizzes/paths.yaml"), "quizzes/paths.yaml").value?.paths ?? [];
  assert.ok(course);
  const taught = (key: "quiz" | "lab") => course.sessions.flatMap((session) => session[key] ?? []).sort();
  assert.deepEqual(taught("quiz"), quizFiles.map((name) => name.slice(0, -".yaml".length)).sort());
  assert.deepEqual(taught("lab"), [...labFolders].sort());
});

Deno.test("the shipped quizzes use all nine kinds between them", () => {
  const kinds = quizFiles.flatMap((name) => decodeQuiz(read(`quizzes/${name}`), name).value?.questions ?? [])
    .map(({ kind }) => kind);
  assert.equal(new Set(kinds).size, 9);
});

for (const name of labFolders) {
  Deno.test(`${name}: no problem, hints in tiers, an explanation and a solution for every task`, () => {
    const path = `labs/${name}/lab.yaml`;
    const { value: lab, problems } = decodeLab(read(path), path, { lint: true, concepts: known, questionRules, rules: labRules });
    none(problems);
    assert.ok(lab);
    for (const task of lab.tasks) assert.ok(task.hints.length >= 2, task.id);
    for (const file of lab.workspace) assert.ok(Deno.statSync(new URL(`labs/${name}/workspace/${file}`, root)).isFile);
  });
}

Deno.test("the first line of every quiz and lab names its schema for the editor", () => {
  for (const name of quizFiles) assert.match(read(`quizzes/${name}`), /^# yaml-language-server: \$schema=\.\.\/lib\/content\/quiz\.schema\.json\n/);
  for (const name of labFolders) {
    assert.match(read(`labs/${name}/lab.yaml`), /^# yaml-language-server: \$schema=\.\.\/\.\.\/lib\/content\/lab\.schema\.json\n/);
  }
});
