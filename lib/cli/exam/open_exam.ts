/** Opens a session file and a ticket for one student, or says in plain words why this cannot be. */

import type { Lab } from "../../content/schema/lab.ts";
import { same, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { decodeAskedLab } from "../../exam/pack/asked_lab_document.ts";
import { equalBytes } from "../../exam/equal_bytes.ts";
import { type ExamItem, examItems } from "../../exam/attempt/exam_items.ts";
import { fromBase64Url } from "../../exam/base64url.ts";
import { fingerprintOf } from "../../exam/fingerprint.ts";
import { hashOf } from "../../exam/hash.ts";
import type { Pack } from "../../exam/pack/pack.ts";
import { decodePack, maxPackBytes } from "../../exam/pack/pack_document.ts";
import { seedWithoutTicket } from "../../exam/attempt/paper.ts";
import { openSigned, type SignedKind } from "../../exam/signed.ts";
import type { Ticket } from "../../exam/tickets/ticket.ts";
import { decodeTicket, isStudentId, maxTicketBytes } from "../../exam/tickets/ticket_document.ts";
import { type Window, windowOf } from "../../exam/tickets/window.ts";
import { verifySignature } from "../../store/ed25519.ts";
import { readFault, readText } from "../../store/read_text.ts";
import { absolute } from "../../store/state_folder.ts";
import { relative } from "../output/paths.ts";

/** What is given on the command line. */
export interface ExamFiles {
  readonly student?: string;
  readonly ticket?: string;
  /** Path of the teacher's `public.json`. */
  readonly teacher?: string;
}

/** A session as this student may take it. */
export interface OpenExam {
  readonly pack: Pack;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  /** The file. */
  readonly bytes: Uint8Array;
  /** Whoever signed it: see `exam/fingerprint.ts`. */
  readonly signer: string;
  readonly student: string;
  readonly name?: string;
  /** The file, where there is one. */
  readonly ticket?: Uint8Array;
  readonly window: Window;
  /** What the student is asked, in its order. */
  readonly paper: readonly ExamItem[];
  /** As `pack.labs`, read. */
  readonly labs: readonly Lab[];
}

/** Throws a `UserError`: 4 where a file is not what it should be, 2 where something else must be given. */
export function openExam(file: string, { student, ticket, teacher }: ExamFiles): OpenExam {
  const path = absolute(file);
  const bytes = readBytes(path, maxPackBytes);
  const { body, signer } = signedIn("exam", path, bytes);
  const decoded = decodePack(body);
  if (decoded.kind === "newer") throw refused("exam", path, newer(decoded.format), update);
  if (decoded.kind === "broken") throw refused("exam", path, incomplete, ask);
  const { pack } = decoded;
  const labs = pack.labs.flatMap((lab) => decodeAskedLab(lab) ?? []);
  if (labs.length < pack.labs.length) throw refused("exam", path, incomplete, update);
  if (teacher !== undefined) insist(path, signer, absolute(teacher));
  const hash = hashOf(bytes);
  const given = ticket === undefined ? undefined : openTicket(absolute(ticket), { hash, signer });
  const id = studentOf(student, given?.ticket, ticket);
  if (!given && pack.tickets) {
    throw new UserError(
      {
        es: `No se puede empezar "${pack.title.es}": solo se hace con un ticket`,
        en: `Cannot begin "${pack.title.en}": it takes a ticket`,
      },
      {
        es: "Da el que has recibido con --ticket ARCHIVO",
        en: "Give the one that you received with --ticket FILE",
      },
    );
  }
  return {
    pack,
    hash,
    bytes,
    signer: fingerprintOf(signer),
    student: id,
    ...(given?.ticket.student.name === undefined ? {} : { name: given.ticket.student.name }),
    ...(given ? { ticket: given.bytes } : {}),
    window: windowOf(pack, given?.ticket),
    paper: examItems(pack, labs, given?.ticket.seed ?? seedWithoutTicket(pack, id)),
    labs,
  };
}

function signedIn(kind: SignedKind, path: string, bytes: Uint8Array) {
  const opened = openSigned(kind, bytes, verifySignature);
  switch (opened.kind) {
    case "signed":
      return opened;
    case "foreign":
      throw refused(kind, path, noSuchThing[kind], ask);
    case "newer":
      throw refused(kind, path, newer(opened.format), update);
    case "altered":
      throw refused(kind, path, altered, again);
  }
}

function openTicket(path: string, exam: { readonly hash: string; readonly signer: Uint8Array }) {
  const bytes = readBytes(path, 2 * maxTicketBytes);
  const { body, signer } = signedIn("ticket", path, bytes);
  const decoded = decodeTicket(body);
  if (decoded.kind === "newer") throw refused("ticket", path, newer(decoded.format), update);
  if (decoded.kind === "broken") throw refused("ticket", path, incomplete, ask);
  if (!equalBytes(signer, exam.signer)) throw refused("ticket", path, otherSigner, ask);
  if (decoded.ticket.pack !== exam.hash) throw refused("ticket", path, otherExam, bothFiles);
  return { ticket: decoded.ticket, bytes };
}

function studentOf(student: string | undefined, ticket: Ticket | undefined, path: string | undefined): string {
  const id = student ?? ticket?.student.id;
  if (id === undefined) {
    throw new UserError(
      { es: "Falta quién eres", en: "It is not said who you are" },
      {
        es: "Dilo con --student ID, como te llama tu centro",
        en: "Say it with --student ID, as your school calls you",
      },
    );
  }
  if (!isStudentId(id)) {
    throw new UserError(
      {
        es: `"${id}" no puede ser quien hace la prueba: de 1 a 100 caracteres visibles, sin blancos alrededor`,
        en: `"${id}" cannot be a student: 1 to 100 visible characters, without blanks around them`,
      },
      { es: "Escribe tu número o tu usuario", en: "Write your number or your login" },
    );
  }
  if (ticket && ticket.student.id !== id && path !== undefined) {
    throw refused(
      "ticket",
      absolute(path),
      {
        es: `es de "${ticket.student.id}", y --student dice "${id}"`,
        en: `it is for "${ticket.student.id}", and --student says "${id}"`,
      },
      { es: "Usa tu propio ticket, o corrige --student", en: "Use your own ticket, or mend --student" },
      2,
    );
  }
  return id;
}

/** Whoever signed it is the one whose public keys these are. */
function insist(path: string, signer: Uint8Array, teacher: string): void {
  const key = publicKeyIn(readText(teacher));
  if (!key) {
    throw new UserError(
      {
        es: `No se puede usar "${relative(teacher)}": no es el public.json de un docente`,
        en: `Cannot use "${relative(teacher)}": it is no teacher's public.json`,
      },
      { es: "Pídeselo a quien pone la prueba", en: "Ask whoever gives the session for it" },
      4,
    );
  }
  if (equalBytes(key, signer)) return;
  throw refused("exam", path, {
    es: `la firmó otra persona: su huella es ${fingerprintOf(signer)}, y se esperaba ${fingerprintOf(key)}`,
    en: `somebody else signed it: the fingerprint is ${fingerprintOf(signer)}, expected was ${fingerprintOf(key)}`,
  }, ask);
}

function publicKeyIn(text: string): Uint8Array | undefined {
  try {
    const { verify } = JSON.parse(text);
    return fromBase64Url(String(verify), 32);
  } catch {
    return undefined;
  }
}

function readBytes(path: string, most: number): Uint8Array {
  try {
    const { size, isDirectory } = Deno.statSync(path);
    if (isDirectory) throw new Deno.errors.IsADirectory();
    // What is longer is not what it should be, and its beginning says so.
    if (size <= most) return Deno.readFileSync(path);
    using file = Deno.openSync(path);
    const start = new Uint8Array(200);
    return start.subarray(0, file.readSync(start) ?? 0);
  } catch (error) {
    throw readFault(error, path);
  }
}

const incomplete: Text = {
  es: "le falta algo, o tiene algo que no se conoce",
  en: "something in it is missing or unknown",
};
const altered: Text = {
  es: "no es como se firmó: la descarga está incompleta, o alguien lo ha cambiado",
  en: "it is not as it was signed: the download is not complete, or somebody has changed it",
};
const otherSigner: Text = { es: "no lo firmó quien firmó la prueba", en: "whoever signed the session did not sign it" };
const otherExam: Text = { es: "es de otra prueba", en: "it belongs to another session" };
const ask: Text = { es: "Pide el archivo a quien pone la prueba", en: "Ask whoever gives the session for the file" };
const again: Text = {
  es: "Descárgalo otra vez, sin abrirlo con otro programa",
  en: "Download it again, without opening it in another program",
};
const bothFiles: Text = {
  es: "Usa el archivo .exam y el ticket que se dieron juntos",
  en: "Use the .exam file and the ticket that were given out together",
};
const update: Text = { es: "Actualiza grumete", en: "Update grumete" };

const noSuchThing = {
  exam: { es: "no es una prueba de grumete", en: "it is no session of grumete" },
  ticket: { es: "no es un ticket de grumete", en: "it is no ticket of grumete" },
} satisfies Readonly<Record<SignedKind, Text>>;

function newer(format: number): Text {
  return {
    es: `lo hizo un grumete más nuevo (formato ${format})`,
    en: `a newer grumete made it (format ${format})`,
  };
}

function refused(kind: SignedKind, path: string, state: Text, next: Text, code: ExitCode = 4): UserError {
  const what = kind === "exam"
    ? { es: "abrir la prueba", en: "open the session" }
    : { es: "usar el ticket", en: "use the ticket" };
  const name = same(relative(path));
  return new UserError(
    { es: `No se puede ${what.es} "${name.es}": ${state.es}`, en: `Cannot ${what.en} "${name.en}": ${state.en}` },
    next,
    code,
  );
}
