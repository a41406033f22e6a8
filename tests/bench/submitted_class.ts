/** A class that handed in: keys, a packed session with every kind of question, and a submission of each student, as files. */

import { type ChainEnd, emptyChain, journalLine } from "../../lib/exam/attempt/journal_lines.ts";
import type { Step } from "../../lib/exam/attempt/journal.ts";
import { hashOf } from "../../lib/exam/hash.ts";
import { paperOf } from "../../lib/exam/attempt/paper.ts";
import type { Original } from "../../lib/exam/grading/grading.ts";
import { openSigned } from "../../lib/exam/signed.ts";
import { encodeSubmission, submissionFile } from "../../lib/exam/attempt/submission_file.ts";
import { decodeTicket } from "../../lib/exam/tickets/ticket_document.ts";
import { worldOf } from "../../lib/cli/world.ts";
import { type KnownExam, knownExam } from "../../lib/cli/exam/known_exam.ts";
import { kindOf } from "../../lib/quiz/kinds.ts";
import type { RawAnswer } from "../../lib/quiz/kind.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { newSigningKey, signerOf, verifySignature } from "../../lib/store/ed25519.ts";
import { sealedFor } from "../../lib/store/sealed.ts";
import { grumete } from "../e2e/grumete.ts";
import { quizText } from "../e2e/nine_kinds.ts";
import { rightAnswer } from "../exam/sample_attempt.ts";

export interface SubmittedClass {
  readonly keys: string;
  readonly spec: string;
  readonly quiz: string;
  /** The `.exam` file. */
  readonly exam: string;
  /** The folder of the submissions. */
  readonly submissions: string;
}

/** About 120 lines of journal for 50 questions; students differ in what they know. */
export async function submittedClass(folder: string, students: number, questions = 50): Promise<SubmittedClass> {
  const keys = `${folder}/keys`;
  const [quiz, spec, exam] = [`${folder}/bank.yaml`, `${folder}/session.yaml`, `${folder}/session.exam`];
  const [roster, tickets, submissions] = [`${folder}/class.csv`, `${folder}/tickets`, `${folder}/submissions`];
  Deno.writeTextFileSync(quiz, bankOf(questions));
  Deno.writeTextFileSync(
    spec,
    `format: 1
id: session
title: { es: Prueba, en: Session }
minutes: 120
feedback: after-closing
draw: [{ quiz: ./bank.yaml, count: ${questions}, points: 1 }]
`,
  );
  const names = Array.from({ length: students }, (_, index) => `s${String(index).padStart(4, "0")}`);
  Deno.writeTextFileSync(roster, `id,name\n${names.map((name) => `${name},Student ${name}\n`).join("")}`);
  await succeeds("exam", "keygen", "--out", keys);
  await succeeds("exam", "pack", spec, "--key", keys, "--out", exam, "--roster", roster, "--tickets", tickets);
  const hash = hashOf(Deno.readFileSync(exam));
  const known = await knownExam(worldOf({}, "en"), keys, hash);
  if (!known) throw new Error("a pack without its record");
  Deno.mkdirSync(submissions);
  for (const [index, student] of names.entries()) {
    const journal = journalOf(known, student, Deno.readFileSync(`${tickets}/${student}.ticket`), seeded(index));
    const sealed = await sealedFor(
      known.known.pack.recipient,
      encodeSubmission({ format: 1, pack: hash, journal }),
    );
    Deno.writeFileSync(`${submissions}/${student}.submission`, submissionFile(sealed));
  }
  return { keys, spec, quiz, exam, submissions };
}

async function succeeds(...args: readonly string[]): Promise<void> {
  const { code, stderr } = await grumete([...args, "--lang", "en"]);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${code} ${stderr}`);
}

/** Every kind of question in turn; a few more than are asked, so that students are asked different ones. */
function bankOf(questions: number): string {
  const [head = "", ...asked] = quizText.split(/^(?= {2}- id: )/m);
  const bank = Array.from(
    { length: questions + 4 },
    (_, index) => (asked[index % asked.length] ?? "").replace(/^ {2}- id: (.+)$/m, `  - id: $1-${index}`),
  );
  return head.replace("nine-kinds", "bank") + bank.join("");
}

const beginning = Date.UTC(2026, 10, 20, 9, 0);

function journalOf({ known: { pack, hash }, key }: KnownExam, student: string, ticket: Uint8Array, rng: () => number) {
  const attemptKey = newSigningKey();
  const signer = signerOf(attemptKey);
  const opened = openSigned("ticket", ticket, verifySignature);
  const given = opened.kind === "signed" ? decodeTicket(opened.body) : undefined;
  if (!signer || given?.kind !== "ticket") throw new Error(`no ticket of ${student}`);
  const knows = 0.3 + 0.6 * rng();
  const steps: Step[] = [{
    kind: "begun",
    pack: hash,
    student,
    ticket: ticket.toBase64(),
    attempt: 1,
    key: attemptKey.publicKey,
    grumete: "0.1.0",
    lang: "es",
  }];
  for (const { asked: { id } } of paperOf(pack, given.ticket.seed)) {
    const original = key.questions.get(id);
    if (!original) throw new Error(`no key of ${id}`);
    steps.push({ kind: "shown", question: id });
    const dice = rng();
    if (dice > 0.95) continue;
    if (dice > 0.9) steps.push({ kind: "flagged", question: id, on: true });
    if (dice > 0.85) steps.push({ kind: "answered", question: id, raw: answerTo(original, 0, rng) });
    if (dice > 0.8) steps.push({ kind: "alive" });
    steps.push({ kind: "answered", question: id, raw: answerTo(original, knows, rng) });
  }
  steps.push({ kind: "finished", by: "student" });
  const lines: string[] = [];
  let end: ChainEnd = emptyChain;
  let up = 0;
  for (const step of steps) {
    up += Math.round(1000 + rng() * 30_000);
    const made = journalLine(step, { at: beginning + up, up }, end, signer.sign);
    lines.push(made.line);
    ({ end } = made);
  }
  return lines.join("");
}

/** In the names of the pack; right with the probability `knows`. */
export function answerTo({ question, ids }: Original, knows: number, rng: () => number): RawAnswer {
  const right = kindOf(question).raw(rightAnswer(question));
  const isRight = rng() < knows;
  const names = [...ids.keys()];
  const pick = () => names[Math.floor(rng() * names.length)] ?? "";
  const nameOf = (id: string, from = 0) => [...ids].findIndex(([, one], at) => at >= from && one === id);
  const named = (id: string, from = 0) => names[nameOf(id, from)] ?? "";
  switch (question.kind) {
    case "choice":
      return isRight ? named(String(right)) : pick();
    case "multiple":
      return isRight && Array.isArray(right) ? right.map((id) => named(id)) : [pick()];
    case "order":
      return isRight && Array.isArray(right) ? right.map((id) => named(id)) : names.toSorted(() => rng() - 0.5);
    case "truefalse":
      return isRight ? right : !right;
    case "match": {
      const lefts = question.pairs.length;
      return Object.fromEntries(question.pairs.map(({ id }, at) => [
        named(id),
        isRight ? named(id, lefts) : names[lefts + (at + 1) % (names.length - lefts)] ?? "",
      ]));
    }
    case "cloze":
      return Object.fromEntries(Object.entries(right).map(([id, typed]) => [named(id), isRight ? typed : "nada"]));
    case "text":
    case "number":
    case "command":
      return isRight ? right : `no ${Math.floor(rng() * 5)}`;
  }
}
