/** The tickets of a class as files: what was given out before is never replaced in silence. */

import { both, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { equalBytes } from "../../exam/equal_bytes.ts";
import { signDocument, type Signer } from "../../exam/signed.ts";
import type { Ticket } from "../../exam/tickets/ticket.ts";
import { encodeTicket } from "../../exam/tickets/ticket_document.ts";
import { ticketFileName } from "../../exam/tickets/ticket_name.ts";
import { readFault } from "../../store/read_text.ts";
import { writeSecret } from "../output/output_file.ts";
import { relative } from "../output/paths.ts";

export interface TicketFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `same`: it is there already, byte for byte. `other`: something else is. */
  readonly before: "nothing" | "same" | "other";
}

/** Looks only. */
export function ticketFiles(folder: string, tickets: readonly Ticket[], signer: Signer): readonly TicketFile[] {
  return tickets.map((ticket) => {
    const path = `${folder}/${ticketFileName(ticket.student.id)}`;
    const bytes = signDocument("ticket", encodeTicket(ticket), signer);
    return { path, bytes, before: compared(path, bytes) };
  });
}

/** What a file holds, compared with what it should; a device holds nothing. Throws a `UserError` (4) where it cannot be read. */
export function compared(path: string, bytes: Uint8Array): TicketFile["before"] {
  let found: Uint8Array;
  try {
    const { isFile, isDirectory } = Deno.statSync(path);
    if (!isFile && !isDirectory) return "nothing";
    found = Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "nothing";
    throw readFault(error, path);
  }
  return equalBytes(found, bytes) ? "same" : "other";
}

/** For their owner only. Throws a `UserError` (2). */
export function writeTickets(folder: string, files: readonly TicketFile[]): void {
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      {
        es: `No se puede crear la carpeta "${relative(folder)}": ${error.message}`,
        en: `Cannot make the folder "${relative(folder)}": ${error.message}`,
      },
      { es: "Elige otra con --tickets", en: "Choose another one with --tickets" },
    );
  }
  for (const { path, bytes, before } of files) if (before !== "same") writeSecret(path, [bytes], "--tickets");
}

/** Throws a `UserError` (2) where files of another packing would be lost, before anything is written. */
export function insistOnReplacing(files: readonly string[]): void {
  const [first, ...more] = files;
  if (first === undefined) return;
  const others = (and: string) => more.length === 0 ? "" : ` ${and} ${more.length}`;
  const what: Text = both((lang) =>
    lang === "es"
      ? `No se puede escribir "${relative(first)}"${others("ni otros")}: hay otro de antes`
      : `Cannot write "${relative(first)}"${others("nor another")}: there is one from before`
  );
  throw new UserError(what, {
    es: "Quizá ya se ha repartido. Elige otro nombre, o cámbialo con --replace y repártelo de nuevo",
    en: "It may have been given out. Choose another name, or replace it with --replace and give it out again",
  });
}
