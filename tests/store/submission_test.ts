/** Tests of a submission as a file: it opens with the teacher's key, and no byte of it can be changed. */

import assert from "node:assert/strict";
import {
  decodeSubmission,
  encodeSubmission,
  openSubmissionFile,
  submissionFile,
} from "../../lib/exam/attempt/submission_file.ts";
import { hashOf } from "../../lib/exam/hash.ts";
import { seeded } from "../../lib/quiz/rng.ts";
import { newSealingKey, sealedFor, unsealed } from "../../lib/store/sealed.ts";

const submission = { format: 1, pack: hashOf("pack"), journal: "línea\tfirma\n".repeat(40) } as const;
const key = await newSealingKey();
const sealed = await sealedFor(key.recipient, encodeSubmission(submission));
const file = submissionFile(sealed);

Deno.test("what was handed in is opened by the teacher, and by nobody else", async () => {
  const opened = openSubmissionFile(file);
  assert.ok(opened.kind === "sealed");
  const content = await unsealed(key.identity, opened.sealed);
  assert.ok(content.kind === "content");
  assert.deepEqual(decodeSubmission(content.content), submission);
  const { identity } = await newSealingKey();
  assert.deepEqual(await unsealed(identity, opened.sealed), { kind: "locked" });
});

Deno.test("10,000 random changes of one byte, and every shorter file, are found", () => {
  const rng = seeded(20_261_121);
  for (let count = 0; count < 10_000; count++) {
    const at = Math.floor(rng() * file.length);
    const changed = file.slice();
    changed[at] = ((changed[at] ?? 0) + 1 + Math.floor(rng() * 255)) % 256;
    assert.notEqual(openSubmissionFile(changed).kind, "sealed", `byte ${at}`);
  }
  for (let length = 0; length < file.length; length++) {
    assert.notEqual(openSubmissionFile(file.subarray(0, length)).kind, "sealed", `${length} bytes`);
  }
  assert.equal(openSubmissionFile(new Uint8Array([...file, 10])).kind, "damaged");
});

Deno.test("a byte order mark before a submission is a change like any other", () => {
  assert.equal(openSubmissionFile(new Uint8Array([0xef, 0xbb, 0xbf, ...file])).kind, "foreign");
});

Deno.test("who also changes the digest is stopped by the encryption", async () => {
  const rng = seeded(7);
  for (let count = 0; count < 300; count++) {
    const at = Math.floor(rng() * sealed.length);
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(rng() * 8));
    const opened = openSubmissionFile(submissionFile(changed));
    assert.ok(opened.kind === "sealed");
    assert.notEqual((await unsealed(key.identity, opened.sealed)).kind, "content", `byte ${at}`);
  }
});

Deno.test("a later format and what is none at all are told apart", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.deepEqual(openSubmissionFile(bytes("grumete submission 2\nx")), { kind: "newer", format: 2 });
  assert.deepEqual(openSubmissionFile(bytes("hola")), { kind: "foreign" });
  assert.deepEqual(openSubmissionFile(new Uint8Array()), { kind: "foreign" });
  for (const text of ["", "null", "[]", '{"format":1}', '{"format":1,"pack":"x","journal":""}']) {
    assert.equal(decodeSubmission(bytes(text)), undefined);
  }
});
