/** A pack or a ticket with any byte changed, taken out or put in is not taken for what was signed. */

import assert from "node:assert/strict";
import { encodePack } from "../../../lib/exam/pack/pack_document.ts";
import { openSigned, signDocument, type SignedKind } from "../../../lib/exam/signed.ts";
import { encodeTicket } from "../../../lib/exam/tickets/ticket_document.ts";
import { seeded } from "../../../lib/quiz/rng.ts";
import { newSigningKey, signerOf, verifySignature } from "../../../lib/store/ed25519.ts";
import { samplePack } from "../sample_pack.ts";

const signer = signerOf(newSigningKey());
assert.ok(signer);
const body = encodePack(samplePack());
const exam = signDocument("exam", body, signer);
const ticket = signDocument(
  "ticket",
  encodeTicket({
    format: 1,
    pack: "ab".repeat(32),
    student: { id: "ana" },
    seed: "cd".repeat(32),
    nonce: "ef".repeat(16),
  }),
  signer,
);

const opens = (kind: SignedKind, bytes: Uint8Array) => openSigned(kind, bytes, verifySignature).kind === "signed";

Deno.test("what was signed opens, with its signer and its body as they were", () => {
  const opened = openSigned("exam", exam, verifySignature);
  assert.ok(opened.kind === "signed");
  assert.deepEqual(opened.body, body);
  assert.deepEqual(opened.signer, signer.publicKey);
});

Deno.test("every other value of every byte of a ticket is found", () => {
  for (let at = 0; at < ticket.length; at++) {
    // The signer's line and the head in full; of the body each bit.
    const values = at < 160 ? 256 : 8;
    for (let value = 1; value < values; value++) {
      const change = values === 256 ? value : 1 << value;
      assert.ok(!opens("ticket", ticket.with(at, (ticket[at] ?? 0) ^ change)), `${at} ${change}`);
    }
  }
});

Deno.test("10,000 random changes of one byte of a pack are found", () => {
  const rng = seeded(20261121);
  for (let round = 0; round < 10_000; round++) {
    const at = Math.floor(rng() * exam.length);
    const change = 1 + Math.floor(rng() * 255);
    assert.ok(!opens("exam", exam.with(at, (exam[at] ?? 0) ^ change)), `${at} ${change}`);
  }
});

Deno.test("what was cut off, or has something more, is found", () => {
  for (let length = 0; length < exam.length; length += 97) assert.ok(!opens("exam", exam.subarray(0, length)));
  for (let byte = 0; byte < 256; byte++) assert.ok(!opens("exam", new Uint8Array([...exam, byte])));
  assert.ok(!opens("exam", new Uint8Array([0xef, 0xbb, 0xbf, ...exam])));
});

Deno.test("a ticket is no session, and a session is no ticket", () => {
  assert.ok(!opens("exam", ticket) && !opens("ticket", exam));
  const head = (bytes: Uint8Array, from: string, to: string) =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
  assert.ok(!opens("exam", head(ticket, "grumete ticket", "grumete exam")));
});

Deno.test("with another signer's key before it, or signed anew by another, it is not the same signer's", () => {
  const other = signerOf(newSigningKey());
  assert.ok(other);
  const key = (raw: Uint8Array) => raw.toBase64({ alphabet: "base64url", omitPadding: true });
  const swapped = new TextDecoder().decode(exam).replace(key(signer.publicKey), key(other.publicKey));
  assert.ok(!opens("exam", new TextEncoder().encode(swapped)));
  const anew = openSigned("exam", signDocument("exam", body, other), verifySignature);
  assert.ok(anew.kind === "signed" && key(anew.signer) !== key(signer.publicKey));
});
