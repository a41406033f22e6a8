/** Attempts at the session of `sample_pack.ts`, with a key made from its quiz, as a teacher gets them. */

import type { Question } from "../../lib/content/schema/question.ts";
import type { Answer } from "../../lib/quiz/answer.ts";
import type { RawAnswer } from "../../lib/quiz/kind.ts";
import { kindOf } from "../../lib/quiz/kinds.ts";
import { examine, type Examined, type KnownPack } from "../../lib/exam/inspection/examined.ts";
import { type Key, type Original } from "../../lib/exam/grading/grading.ts";
import { namingWith } from "../../lib/exam/pack/opaque.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { partIdsOf } from "../../lib/exam/grading/real_answer.ts";
import { signDocument, type Signer } from "../../lib/exam/signed.ts";
import type { Ticket } from "../../lib/exam/tickets/ticket.ts";
import { encodeTicket } from "../../lib/exam/tickets/ticket_document.ts";
import { verifySignature } from "../../lib/store/ed25519.ts";
import { sampleQuiz } from "../screens/sample_quiz.ts";
import { begunStep, someSigner, type Timed, written } from "./sample_journal.ts";
import { samplePack } from "./sample_pack.ts";

/** As in `sample_pack.ts`. */
export const naming = namingWith(new Uint8Array(32).fill(7));
export const refOf = ({ id }: Question) => `${sampleQuiz.id}/${id}`;
export const nameOf = (question: Question) => naming(refOf(question));
export const teacher = someSigner();

export function knownPack(different: Partial<Pack> = {}): KnownPack {
  return { pack: samplePack(different), hash: "ab".repeat(32), signer: teacher.publicKey };
}

/** The key of the sample, from a quiz that may have been corrected since. */
export function keyFrom(questions: readonly Question[] = sampleQuiz.questions): Key {
  const originals = questions.map((question): readonly [string, Original] => [nameOf(question), {
    item: refOf(question),
    question,
    points: question.points,
    ids: partIdsOf(question, refOf(question), naming),
  }]);
  return { questions: new Map(originals), labs: [], pass: 0.6 };
}

/** An answer as the journal has it: with the names of the pack. */
export function named(question: Question, answer: Answer): RawAnswer {
  const names = new Map([...partIdsOf(question, refOf(question), naming)].map(([name, id]) => [id, name]));
  const rightNames = question.kind === "match"
    ? new Map([...partIdsOf(question, refOf(question), naming)].slice(question.pairs.length).map(([n, id]) => [id, n]))
    : names;
  const leftNames = question.kind === "match"
    ? new Map(
      [...partIdsOf(question, refOf(question), naming)].slice(0, question.pairs.length).map(([n, id]) => [id, n]),
    )
    : names;
  const raw = kindOf(question).raw(answer);
  switch (answer.kind) {
    case "choice":
      return names.get(answer.choice) ?? "";
    case "multiple":
      return answer.choices.map((id) => names.get(id) ?? "");
    case "order":
      return answer.items.map((id) => names.get(id) ?? "");
    case "match":
      return Object.fromEntries(
        Object.entries(answer.pairs).map(([left, right]) => [leftNames.get(left) ?? "", rightNames.get(right) ?? ""]),
      );
    case "cloze":
      return Object.fromEntries(Object.entries(answer.blanks).map(([id, typed]) => [names.get(id) ?? "", typed]));
    case "truefalse":
    case "text":
    case "number":
    case "command":
      return raw;
  }
}

/** What is right. */
export function rightAnswer(question: Question): Answer {
  switch (question.kind) {
    case "choice":
      return { kind: "choice", choice: question.choices.find(({ correct }) => correct)?.id ?? "" };
    case "multiple":
      return { kind: "multiple", choices: question.choices.filter(({ correct }) => correct).map(({ id }) => id) };
    case "truefalse":
      return { kind: "truefalse", value: question.answer };
    case "text":
      return { kind: "text", typed: question.accept[0]?.es ?? "" };
    case "number":
      return { kind: "number", typed: question.answer ?? question.range?.min ?? "" };
    case "order":
      return { kind: "order", items: question.items.map(({ id }) => id) };
    case "match":
      return { kind: "match", pairs: Object.fromEntries(question.pairs.map(({ id }) => [id, id])) };
    case "cloze":
      return {
        kind: "cloze",
        blanks: Object.fromEntries(
          Object.entries(question.blanks).map(([id, { accept }]) => [id, accept[0]?.es ?? ""]),
        ),
      };
    case "command":
      return { kind: "command", typed: question.accept[0] ?? "" };
  }
}

export interface Sitting {
  readonly student?: string;
  readonly file?: string;
  readonly signer?: Signer;
  readonly known?: KnownPack;
  /** Instead of all right answers and the end. */
  readonly steps?: readonly Timed[];
  /** Signed by the teacher, for this student; changed by these. */
  readonly ticket?: Partial<Ticket> | "none";
  readonly ticketSigner?: Signer;
  /** What becomes of the journal's text before it is handed in. */
  readonly journal?: (text: string) => string;
}

export const allRight: readonly Timed[] = [
  ...sampleQuiz.questions.map((question): Timed => ({
    kind: "answered",
    question: nameOf(question),
    raw: named(question, rightAnswer(question)),
  })),
  { kind: "finished", by: "student" },
];

export function submissionOf(sitting: Sitting = {}): { readonly examined: Examined; readonly journal: string } {
  const { student = "ana", signer = someSigner(), known = knownPack(), steps = allRight, ticket = {} } = sitting;
  const given = ticket === "none" ? {} : {
    ticket: signDocument(
      "ticket",
      encodeTicket({
        format: 1,
        pack: known.hash,
        student: { id: student, name: student.toUpperCase() },
        seed: "11".repeat(32),
        nonce: [...student].map((char) => char.charCodeAt(0).toString(16)).join("").padEnd(32, "0").slice(0, 32),
        ...ticket,
      }),
      sitting.ticketSigner ?? teacher,
    ).toBase64(),
  };
  const { text } = written(signer, [{ ...begunStep(signer, student), ...given }, ...steps]);
  const journal = sitting.journal?.(text) ?? text;
  const submission = { format: 1, pack: known.hash, journal } as const;
  return { examined: examine(sitting.file ?? `${student}.submission`, submission, known, verifySignature), journal };
}
