/** One submission, opened: what its journal and its ticket are worth, before a single answer is graded. */

import type { Text } from "../../content/text.ts";
import { type Attempt, attemptOf } from "../attempt/attempt.ts";
import { attemptFindings } from "./attempt_findings.ts";
import { equalBytes } from "../equal_bytes.ts";
import { doubt, type Finding, refused } from "./finding.ts";
import type { Entry } from "../attempt/journal.ts";
import { type JournalFault, readJournal } from "../attempt/journal_lines.ts";
import type { Pack } from "../pack/pack.ts";
import { seedWithoutTicket } from "../attempt/paper.ts";
import { openSigned, type Verify } from "../signed.ts";
import type { Submission } from "../attempt/submission.ts";
import type { Ticket } from "../tickets/ticket.ts";
import { decodeTicket } from "../tickets/ticket_document.ts";
import { windowOf } from "../tickets/window.ts";

/** A pack that this teacher made. */
export interface KnownPack {
  readonly pack: Pack;
  /** SHA-256 of the `.exam` file, hex. */
  readonly hash: string;
  /** Raw public key that it is signed with. */
  readonly signer: Uint8Array;
}

export interface Examined {
  /** Names the file among others. */
  readonly file: string;
  /** Absent where nothing can be graded. */
  readonly taken?: {
    readonly attempt: Attempt;
    readonly entries: readonly Entry[];
    readonly ticket?: Ticket;
    /** Hex: decides the variant. */
    readonly seed: string;
    /** Digest of the last line, hex: two with the same one are copies of each other. */
    readonly end: string;
  };
  readonly findings: readonly Finding[];
}

/** Each line of the journal is verified, and the ticket with the key of the pack. */
export function examine(file: string, submission: Submission, known: KnownPack, verify: Verify): Examined {
  const read = readJournal(submission.journal, verify);
  if (read.fault) return { file, findings: [journalFault(read.fault)] };
  const entries = read.lines.map(({ entry }) => entry);
  const attempt = attemptOf(entries);
  if (!attempt) return { file, findings: [refused("chain-broken", noBeginning)] };
  const { begun } = attempt;
  if (begun.pack !== known.hash || submission.pack !== known.hash) {
    return { file, findings: [refused("unknown-pack", otherPack)] };
  }
  const given = ticketOf(begun.ticket, begun.student, known, verify);
  const ticket = "ticket" in given ? given.ticket : undefined;
  const seed = ticket?.seed ?? seedWithoutTicket(known.pack, begun.student);
  return {
    file,
    taken: { attempt, entries, ...(ticket ? { ticket } : {}), seed, end: read.end.before },
    findings: [
      ...given.findings,
      ...(begun.attempt > known.pack.attempts
        ? [doubt("too-many-attempts", beyond(begun.attempt, known.pack.attempts))]
        : []),
      ...attemptFindings(attempt, entries, windowOf(known.pack, ticket)),
    ],
  };
}

type GivenTicket =
  | { readonly ticket: Ticket; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/** A ticket that does not hold says nothing: it is then as if there were none, and the variant is that of the student's name. */
function ticketOf(written: string | undefined, student: string, known: KnownPack, verify: Verify): GivenTicket {
  if (written === undefined) return { findings: [noTicket(known.pack.tickets, student)] };
  const bytes = fromBase64(written);
  const opened = bytes && openSigned("ticket", bytes, verify);
  const decoded = opened?.kind === "signed" ? decodeTicket(opened.body) : undefined;
  if (opened?.kind !== "signed" || decoded?.kind !== "ticket") {
    return { findings: [doubt("ticket-wrong", ticketAltered)] };
  }
  if (!equalBytes(opened.signer, known.signer)) return { findings: [doubt("ticket-wrong", ticketForeign)] };
  const { ticket } = decoded;
  if (ticket.pack !== known.hash) return { findings: [doubt("ticket-wrong", ticketForOther)] };
  if (ticket.student.id !== student) {
    return { ticket, findings: [doubt("ticket-of-another", ticketOfAnother(ticket.student.id, student))] };
  }
  return { ticket, findings: [] };
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return undefined;
  }
}

function journalFault({ kind, line }: JournalFault): Finding {
  switch (kind) {
    case "unreadable":
      return refused("chain-broken", {
        es: `La línea ${line} del diario no es de un diario de grumete: se cambió o se cortó.`,
        en: `Line ${line} of the journal is no line of a journal of grumete: it was changed or cut.`,
      });
    case "chain-broken":
      return refused("chain-broken", {
        es: `La línea ${line} del diario no sigue a la anterior: falta una línea, sobra o es de otro intento.`,
        en:
          `Line ${line} of the journal does not follow the one before: a line is missing, added, or of another attempt.`,
      });
    case "signature-wrong":
      return refused("signature-wrong", {
        es: `La línea ${line} del diario no está firmada por la clave de su intento: se cambió, o es de otro intento.`,
        en:
          `Line ${line} of the journal is not signed by the key of its attempt: it was changed, or is of another attempt.`,
      });
  }
}

function noTicket(wanted: boolean, student: string): Finding {
  return {
    kind: "ticket-missing",
    weight: wanted ? "doubt" : "note",
    text: {
      es: `No hay ticket: que sea de «${student}» lo dice solo quien lo hizo.`,
      en: `There is no ticket: that it is by “${student}” is only said by whoever took it.`,
    },
  };
}

function beyond(attempt: number, attempts: number): Text {
  return {
    es: `Dice ser el intento ${attempt}, y se ${attempts === 1 ? "permite uno" : `permiten ${attempts}`}.`,
    en: `It says that it is attempt ${attempt}, and ${attempts === 1 ? "one is" : `${attempts} are`} allowed.`,
  };
}

const noBeginning: Text = { es: "El diario está vacío.", en: "The journal is empty." };

const otherPack: Text = {
  es: "El diario no es de la prueba que dice el archivo.",
  en: "The journal is of another session than the file says.",
};

const ticketAltered: Text = {
  es: "El ticket no es el que se firmó: no dice de quién es la entrega.",
  en: "The ticket is not what was signed: it does not tell whose the submission is.",
};

const ticketForeign: Text = {
  es: "El ticket no lo firmó la clave que firmó la prueba.",
  en: "The ticket was signed with another key than the session.",
};

const ticketForOther: Text = { es: "El ticket es de otra prueba.", en: "The ticket is for another session." };

function ticketOfAnother(owner: string, student: string): Text {
  return {
    es: `El ticket es de «${owner}» y la entrega dice ser de «${student}».`,
    en: `The ticket is for “${owner}”, and the submission says it is by “${student}”.`,
  };
}
