/** A class with every kind of question, from keys to grades, through the program as its teacher and its students run it. */

import assert from "node:assert/strict";
import { hashOf } from "../../lib/exam/hash.ts";
import type { Grades } from "../../lib/exam/grading/grades.ts";
import type { RawAnswer } from "../../lib/quiz/kind.ts";
import { type KnownExam, knownExam } from "../../lib/cli/exam/known_exam.ts";
import { worldOf } from "../../lib/cli/world.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { answerTo } from "../bench/submitted_class.ts";
import { grumete, type Ran } from "./grumete.ts";
import { quizText } from "./nine_kinds.ts";

/** Question of `nine_kinds.ts` → whether it is answered right. */
export type Answers = Readonly<Record<string, boolean>>;

export const questions = ["kernel", "objects", "vm", "socket", "port", "life", "pairs", "blanks", "list"] as const;
export const allRight: Answers = Object.fromEntries(questions.map((id) => [id, true]));

const spec = `format: 1
id: parcial
title: { es: Parcial, en: Mid-term }
feedback: after-closing
draw: [{ quiz: ./content/quizzes/nine-kinds.yaml }]
`;

export class ExamClass {
  readonly keys: string;
  readonly quiz: string;
  readonly spec: string;
  readonly exam: string;
  readonly submissions: string;
  readonly out: string;

  private constructor(readonly folder: string) {
    this.keys = `${folder}/keys`;
    this.quiz = `${folder}/content/quizzes/nine-kinds.yaml`;
    this.spec = `${folder}/parcial.yaml`;
    this.exam = `${folder}/parcial.exam`;
    this.submissions = `${folder}/submissions`;
    this.out = `${folder}/grades`;
  }

  /** Keys made and session packed. `students`: who gets a ticket; without them there are none. */
  static async in(folder: string, students: readonly string[] = []): Promise<ExamClass> {
    const made = new ExamClass(folder);
    Deno.mkdirSync(`${folder}/content/quizzes`, { recursive: true });
    Deno.mkdirSync(made.submissions);
    Deno.writeTextFileSync(made.quiz, quizText);
    Deno.writeTextFileSync(made.spec, spec);
    await made.ok("exam", "keygen", "--out", made.keys);
    const roster = `${folder}/class.csv`;
    Deno.writeTextFileSync(roster, `id,name\n${students.map((id) => `${id},${id.toUpperCase()} Gil\n`).join("")}`);
    const tickets = students.length > 0 ? ["--roster", roster, "--tickets", `${folder}/tickets`] : [];
    await made.ok("exam", "pack", made.spec, "--key", made.keys, "--out", made.exam, ...tickets);
    return made;
  }

  run(...args: readonly string[]): Promise<Ran> {
    return grumete([...args, "--lang", "en", "--state", `${this.folder}/state`]);
  }

  /** What it says. Fails where it does not end with 0. */
  async ok(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(...args);
    assert.equal(code, 0, `${args.join(" ")}\n${stdout}\n${stderr}`);
    return stdout;
  }

  async known(): Promise<KnownExam> {
    const known = await knownExam(worldOf({}, "en"), this.keys, hashOf(Deno.readFileSync(this.exam)));
    assert.ok(known);
    return known;
  }

  /** Takes the session in a process of its own; gives the path of the submission. */
  async take(student: string, answers: Answers, to = `${student}.submission`, ticket = true): Promise<string> {
    const { key } = await this.known();
    const file = `${this.folder}/${student}.json`;
    const raw: Record<string, RawAnswer> = {};
    for (const [name, original] of key.questions) {
      const right = answers[original.question.id];
      if (right !== undefined) raw[name] = answerTo(original, right ? 1 : 0, seeded(3));
    }
    Deno.writeTextFileSync(file, JSON.stringify(raw));
    const out = `${this.submissions}/${to}`;
    const who = ticket ? ["--ticket", `${this.folder}/tickets/${student}.ticket`] : ["--student", student];
    await this.ok("exam", "take", this.exam, ...who, "--answers", file, "--out", out);
    return out;
  }

  grade(...more: readonly string[]): Promise<Ran> {
    return this.run("exam", "grade", this.submissions, "--key", this.keys, "--out", this.out, ...more);
  }

  inspect(...files: readonly string[]): Promise<Ran> {
    return this.run("exam", "inspect", ...files, "--key", this.keys);
  }

  grades(): Grades {
    return JSON.parse(Deno.readTextFileSync(`${this.out}/grades.json`));
  }

  /** Changes the quiz as its author would. */
  edit(from: string | RegExp, to: string): void {
    const before = Deno.readTextFileSync(this.quiz);
    const after = before.replace(from, to);
    assert.notEqual(after, before);
    Deno.writeTextFileSync(this.quiz, after);
  }
}
