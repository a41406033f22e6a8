/** What `exam inspect` and `exam grade` open: whichever byte of a submission is another one, they say so and grade nothing. */

import assert from "node:assert/strict";
import { examine } from "../../../lib/exam/inspection/examined.ts";
import { encodeSubmission, submissionFile } from "../../../lib/exam/attempt/submission_file.ts";
import { openSubmission, shownName, submissionsIn } from "../../../lib/cli/exam/submissions.ts";
import { seeded } from "../../../lib/quiz/rng.ts";
import { verifySignature } from "../../../lib/store/ed25519.ts";
import { newSealingKey, sealedFor } from "../../../lib/store/sealed.ts";
import { temporaryFolder } from "../../e2e/grumete.ts";
import { knownPack, submissionOf } from "../../exam/sample_attempt.ts";

const { identity, recipient } = await newSealingKey();
const known = knownPack();
const { journal } = submissionOf({ known });
const seal = (text: string) => sealedFor(recipient, encodeSubmission({ format: 1, pack: known.hash, journal: text }));
const sealed = await seal(journal);
const file = submissionFile(sealed);
const rng = seeded(20_261_121);
const changed = (bytes: Uint8Array) => {
  const at = Math.floor(rng() * bytes.length);
  return bytes.with(at, ((bytes[at] ?? 0) + 1 + Math.floor(rng() * 255)) % 256);
};

/** Kinds and weights of what is found in these bytes, lying on the disk. */
async function found(folder: string, bytes: Uint8Array): Promise<readonly string[]> {
  const path = `${folder}/ana.submission`;
  Deno.writeFileSync(path, bytes);
  const { submission, finding } = await openSubmission("ana.submission", path, identity);
  const findings = finding
    ? [finding]
    : submission
    ? examine("ana.submission", submission, known, verifySignature).findings
    : [];
  return findings.map(({ kind, weight }) => `${kind} ${weight}`);
}

Deno.test("one byte changed, 10,000 times at random: nothing of it is taken for what was handed in", async () => {
  using folder = temporaryFolder();
  assert.deepEqual(await found(folder.path, file), []);
  for (let count = 0; count < 10_000; count++) {
    assert.deepEqual(await found(folder.path, changed(file)), ["damaged refused"]);
  }
});

Deno.test("who makes the digest fit the changed byte is stopped by the encryption", async () => {
  using folder = temporaryFolder();
  for (let count = 0; count < 300; count++) {
    const [kind = ""] = await found(folder.path, submissionFile(changed(sealed)));
    assert.match(kind, /^(damaged|not-for-this-key) refused$/);
  }
});

Deno.test("who encrypts a changed journal anew, as any student can, is stopped by the signatures", async () => {
  using folder = temporaryFolder();
  const bytes = new TextEncoder().encode(journal);
  for (let count = 0; count < 300; count++) {
    const text = new TextDecoder().decode(changed(bytes));
    const [kind = ""] = await found(folder.path, submissionFile(await seal(text)));
    assert.match(kind, /^(chain-broken|signature-wrong) refused$/);
  }
});

Deno.test("submissions are found in folders of folders; what a name would do to a line is shown and not done", () => {
  using folder = temporaryFolder();
  Deno.mkdirSync(`${folder.path}/a/b`, { recursive: true });
  for (const name of ["a/b/x.submission", "z\n\x1b[2J.submission", "other.txt"]) {
    Deno.writeTextFileSync(`${folder.path}/${name}`, "");
  }
  Deno.symlinkSync(folder.path, `${folder.path}/a/again`);
  assert.deepEqual(submissionsIn(folder.path).map(({ name }) => name), ["a/b/x.submission", "z ⏎ �[2J.submission"]);
  assert.equal(shownName("ñandú 1.submission"), "ñandú 1.submission");
});
