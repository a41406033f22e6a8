/** Three hundred kill -9 at random moments of graded sessions: no step that was acknowledged is lost, and every submission opens. */

import assert from "node:assert/strict";
import { attemptOf } from "../../lib/exam/attempt/attempt.ts";
import type { AskedQuestion } from "../../lib/exam/pack/asked.ts";
import { hashOf } from "../../lib/exam/hash.ts";
import { readJournal } from "../../lib/exam/attempt/journal_lines.ts";
import { same } from "../../lib/content/text.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { verifySignature } from "../../lib/store/ed25519.ts";
import { attemptFolder, attemptsMade } from "../../lib/store/exam_attempt.ts";
import { Teacher } from "./exam_files.ts";
import { grumete, temporaryFolder } from "./grumete.ts";
import { killedAt, type Moment } from "./killing.ts";

const seed = 20_261_121;
const kills = 300;
const workers = 3;

const name = (index: number) => `n${String(index).padStart(16, "0")}`;
const questions: readonly AskedQuestion[] = Array.from({ length: 60 }, (_, index) => ({
  kind: "text",
  id: name(index),
  prompt: same(`Palabra ${name(index)}?`),
  points: 1,
  hints: [],
}));

/** One in four while the program starts, the others while it is being talked to. */
function momentOf(rng: () => number): Moment {
  return rng() < 0.25 ? { after: "start", ms: rng() * 400 } : { after: /Palabra/, ms: rng() * 250 };
}

/** A student who goes on after every kill with the same command. */
class Student {
  /** Of the attempt that goes on: question → what was typed last, as it was acknowledged. */
  #answers = new Map<string, string>();
  #flags = new Set<string>();
  #shown: string | undefined;
  acknowledged = 0;
  handedIn = 0;

  constructor(
    readonly id: string,
    readonly teacher: Teacher,
    readonly exam: string,
    readonly folder: string,
    readonly rng: () => number,
  ) {}

  get state(): string {
    return `${this.folder}/state-${this.id}`;
  }

  get out(): string {
    return `${this.folder}/${this.id}.submission`;
  }

  get #args(): readonly string[] {
    const { exam, id, state, out } = this;
    return ["exam", "take", exam, "--student", id, "--plain", "--yes", "--state", state, "--out", out, "--lang", "es"];
  }

  /** Whether it was killed. */
  async sitting(): Promise<boolean> {
    let heard = 0;
    const { said, killed } = await killedAt(momentOf(this.rng), [...this.#args, "--again"], (said) => {
      if (said.length === heard || !said.endsWith("> ")) return undefined;
      heard = said.length;
      if (/\(s\/n\) > $/.test(said)) return "s\n";
      const dice = this.rng();
      if (dice < 0.02) return "e\n";
      if (dice < 0.1) return "*\n";
      if (dice < 0.2) return `#${1 + Math.floor(this.rng() * questions.length)}\n`;
      return `${crypto.randomUUID()}\n`;
    });
    this.#heard(said);
    await this.#check();
    return killed;
  }

  /** What was acknowledged, in the order in which it was said. */
  #heard(said: string): void {
    const first = said.match(/Palabra (n\d{16})\?/)?.[1];
    if (this.#shown !== undefined && first !== undefined) assert.equal(first, this.#shown, "it went on elsewhere");
    let question = "";
    for (
      const [all, asked, typed] of said.matchAll(
        /Palabra (n\d{16})\?|> ([0-9a-f-]{36})\nGuardada|\nMarcada\n|Ya no está marcada/g,
      )
    ) {
      if (asked !== undefined) question = asked;
      else if (typed !== undefined) this.#answers.set(question, typed);
      else if (all.includes("Ya no")) this.#flags.delete(question);
      else this.#flags.add(question);
      if (asked === undefined) this.acknowledged++;
    }
  }

  /** The journal that the killed program left behind, as the next one finds it. */
  async #check(): Promise<void> {
    const hash = hashOf(Deno.readFileSync(this.exam));
    const made = attemptsMade(this.state, hash, this.id);
    // Killed before the next attempt began.
    if (made === this.handedIn) return assert.equal(this.#answers.size, 0);
    const text = Deno.readTextFileSync(`${attemptFolder(this.state, hash, this.id, made)}/journal`);
    const { lines, fault } = readJournal(text.slice(0, text.lastIndexOf("\n") + 1), verifySignature);
    assert.equal(fault, undefined);
    const attempt = attemptOf(lines.map(({ entry }) => entry));
    if (!attempt) return assert.equal(this.#answers.size, 0);
    this.#holds(attempt);
    this.#shown = attempt.where;
    if (attempt.finished) await this.#handIn(lines.length);
  }

  /** A step that is stored may not have been acknowledged any more; the other way round it may not be. */
  #holds({ answers, flags }: NonNullable<ReturnType<typeof attemptOf>>): void {
    const lost = [...this.#answers].filter(([question, typed]) => {
      const stored = answers.get(question);
      return stored === undefined || (stored !== typed && [...this.#answers.values()].includes(String(stored)));
    });
    assert.deepEqual(lost, [], "acknowledged, and not in the journal");
    const differ = [...flags, ...this.#flags].filter((flag) => flags.has(flag) !== this.#flags.has(flag));
    assert.ok(differ.length <= 1, `flags: ${differ}`);
    for (const [question, stored] of answers) this.#answers.set(question, String(stored));
    this.#flags = new Set(flags);
  }

  async #handIn(lines: number): Promise<void> {
    const { code, stderr } = await grumete(this.#args);
    assert.equal(code, 0, stderr);
    const { attempt, entries } = await this.teacher.opened(this.out);
    assert.equal(entries.length, lines);
    assert.deepEqual(new Map(attempt.answers), this.#answers);
    this.handedIn++;
    this.#answers = new Map();
    this.#flags = new Set();
    this.#shown = undefined;
  }

  /** Hands in what is open. */
  async end(): Promise<void> {
    const { code, stderr } = await grumete(this.#args, { stdin: "e\ns\n" });
    assert.equal(code, 0, stderr);
    const { attempt } = await this.teacher.opened(this.out);
    assert.equal(attempt.finished, "student");
    if (this.#answers.size > 0) assert.deepEqual(new Map(attempt.answers), this.#answers);
  }
}

Deno.test("no step that was acknowledged is lost in 300 attempts at killing a session, and every submission opens and verifies", async () => {
  using folder = temporaryFolder();
  const teacher = await Teacher.in(folder.path);
  const pools = [{ title: same("Todas"), count: questions.length, questions: questions.map(({ id }) => id) }];
  const exam = teacher.exam({ questions, pools, attempts: 100, minutes: 600 });
  const students = Array.from(
    { length: workers },
    (_, index) => new Student(`s${index}`, teacher, exam, folder.path, seeded(seed + index)),
  );
  await Promise.all(students.map(async (student) => {
    for (let killed = 0; killed < kills / workers;) if (await student.sitting()) killed++;
    await student.end();
  }));
  // A program that stops talking would pass otherwise.
  for (const { acknowledged, handedIn } of students) {
    assert.ok(acknowledged > 100 && handedIn > 0, `acknowledged ${acknowledged}, handed in ${handedIn}`);
  }
});
