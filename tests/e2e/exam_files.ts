/** Session files and tickets as a teacher gives them out, and what the teacher finds in what comes back. */

import assert from "node:assert/strict";
import { type Attempt, attemptOf } from "../../lib/exam/attempt/attempt.ts";
import { hashOf } from "../../lib/exam/hash.ts";
import type { Entry } from "../../lib/exam/attempt/journal.ts";
import { readJournal } from "../../lib/exam/attempt/journal_lines.ts";
import type { Pack } from "../../lib/exam/pack/pack.ts";
import { encodePack } from "../../lib/exam/pack/pack_document.ts";
import { signDocument } from "../../lib/exam/signed.ts";
import type { Signer } from "../../lib/exam/signed.ts";
import { decodeSubmission, openSubmissionFile } from "../../lib/exam/attempt/submission_file.ts";
import type { Ticket } from "../../lib/exam/tickets/ticket.ts";
import { encodeTicket } from "../../lib/exam/tickets/ticket_document.ts";
import { newSigningKey, signerOf, verifySignature } from "../../lib/store/ed25519.ts";
import { newSealingKey, type SealingKey, unsealed } from "../../lib/store/sealed.ts";
import { samplePack } from "../exam/sample_pack.ts";

export class Teacher {
  private constructor(readonly folder: string, readonly signer: Signer, readonly sealing: SealingKey) {}

  static async in(folder: string): Promise<Teacher> {
    const key = newSigningKey();
    const signer = signerOf(key);
    assert.ok(signer);
    const sealing = await newSealingKey();
    Deno.writeTextFileSync(
      `${folder}/public.json`,
      JSON.stringify({ format: 1, recipient: sealing.recipient, verify: key.publicKey }),
    );
    return new Teacher(folder, signer, sealing);
  }

  /** Path of the file. */
  exam(different: Partial<Pack> = {}, name = "parcial.exam"): string {
    const pack = samplePack({ recipient: this.sealing.recipient, ...different });
    const path = `${this.folder}/${name}`;
    Deno.writeFileSync(path, signDocument("exam", encodePack(pack), this.signer));
    return path;
  }

  /** Path of the file. */
  ticket(exam: string, student: string, different: Partial<Ticket> = {}): string {
    const ticket: Ticket = {
      format: 1,
      pack: hashOf(Deno.readFileSync(exam)),
      student: { id: student },
      seed: "7c".repeat(32),
      nonce: "a1".repeat(16),
      ...different,
    };
    const path = `${this.folder}/${student}-${crypto.randomUUID()}.ticket`;
    Deno.writeFileSync(path, signDocument("ticket", encodeTicket(ticket), this.signer));
    return path;
  }

  /** What was handed in, every line verified. Fails where it does not open. */
  async opened(path: string): Promise<{ readonly attempt: Attempt; readonly entries: readonly Entry[] }> {
    const file = openSubmissionFile(Deno.readFileSync(path));
    assert.equal(file.kind, "sealed");
    const content = await unsealed(this.sealing.identity, file.kind === "sealed" ? file.sealed : new Uint8Array());
    assert.equal(content.kind, "content");
    const submission = content.kind === "content" ? decodeSubmission(content.content) : undefined;
    assert.ok(submission);
    const read = readJournal(submission.journal, verifySignature);
    assert.equal(read.fault, undefined);
    const entries = read.lines.map(({ entry }) => entry);
    const attempt = attemptOf(entries);
    assert.ok(attempt);
    return { attempt, entries };
  }
}
