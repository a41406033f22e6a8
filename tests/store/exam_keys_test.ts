/** The keys of a teacher: made once, for their owner alone, never written over, and refused in words where they are none. */

import assert from "node:assert/strict";
import { UserError } from "../../lib/content/user_error.ts";
import { createKeys, openKeys } from "../../lib/store/exam_keys.ts";
import { newSigningKey, signerOf, verifySignature } from "../../lib/store/ed25519.ts";
import { newSealingKey, sealedFor, unsealed } from "../../lib/store/sealed.ts";
import { temporaryFolder } from "../e2e/grumete.ts";

const mode = (path: string) => (Deno.statSync(path).mode ?? 0) & 0o777;
const message = new TextEncoder().encode("hola");

/** The error that is thrown; its exit code first. */
async function refusal(doing: () => Promise<unknown>): Promise<string> {
  try {
    await doing();
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    assert.ok(error.next, "says what to try");
    return `${error.exitCode} ${error.what.en}`;
  }
  return "";
}

Deno.test("keys that were made sign and open, and what is handed out belongs to them", async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/deep/claves`;
  const shown = await createKeys(path);
  const keys = await openKeys(path);
  assert.deepEqual(JSON.parse(Deno.readTextFileSync(`${path}/public.json`)), shown);
  assert.equal(keys.recipient, shown.recipient);
  assert.equal(keys.signer.publicKey.toBase64({ alphabet: "base64url", omitPadding: true }), shown.verify);
  assert.ok(verifySignature(keys.signer.publicKey, message, keys.signer.sign(message)));
  const opened = await unsealed(keys.identity, await sealedFor(shown.recipient, message));
  assert.deepEqual(opened, { kind: "content", content: message });
  assert.equal(keys.secret.length, 32);
});

Deno.test("only their owner may read the keys; the public ones say nothing of them", {
  ignore: Deno.build.os === "windows",
}, async () => {
  using folder = temporaryFolder();
  await createKeys(`${folder.path}/k`);
  assert.equal(mode(`${folder.path}/k`), 0o700);
  assert.equal(mode(`${folder.path}/k/teacher.json`), 0o600);
  const { identity, sign, secret } = JSON.parse(Deno.readTextFileSync(`${folder.path}/k/teacher.json`));
  const shown = Deno.readTextFileSync(`${folder.path}/k/public.json`);
  for (const own of [identity, sign, secret]) assert.ok(!shown.includes(own));
  assert.equal((await openKeys(`${folder.path}/k`)).exposed, false);
  Deno.chmodSync(`${folder.path}/k/teacher.json`, 0o644);
  assert.equal((await openKeys(`${folder.path}/k`)).exposed, true);
});

Deno.test("keys that are there are never written over", async () => {
  using folder = temporaryFolder();
  await createKeys(folder.path);
  const before = Deno.readTextFileSync(`${folder.path}/teacher.json`);
  assert.match(await refusal(() => createKeys(folder.path)), /^2 Cannot make keys in .*: there are some already$/);
  assert.equal(Deno.readTextFileSync(`${folder.path}/teacher.json`), before);
});

Deno.test("a folder without keys, damaged ones and parts that do not belong together are refused in words", async () => {
  using folder = temporaryFolder();
  assert.match(
    await refusal(() => openKeys(`${folder.path}/none`)),
    /^2 Cannot use the key folder .*: there are no keys$/,
  );
  const path = `${folder.path}/teacher.json`;
  await createKeys(folder.path);
  const good = JSON.parse(Deno.readTextFileSync(path));
  const { publicKey } = newSigningKey();
  const wrong: readonly unknown[] = [
    {},
    { ...good, format: 2 },
    { ...good, identity: "AGE-SECRET-KEY-1QQQQ" },
    { ...good, verify: publicKey },
    { ...good, sign: "x" },
    { ...good, more: 1 },
  ];
  for (const text of ["", "{", ...wrong.map((value) => JSON.stringify(value))]) {
    Deno.writeTextFileSync(path, text);
    assert.match(
      await refusal(() => openKeys(folder.path)),
      /^4 Cannot use the keys in .*: the file is damaged$/,
      text,
    );
  }
});

Deno.test("where no folder can be made, that is said", async () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/file`, "");
  assert.match(await refusal(() => createKeys(`${folder.path}/file/k`)), /^2 Cannot make keys in /);
});

Deno.test("Ed25519 as in RFC 8032, section 7.1, test 3", () => {
  const raw = (hex: string) => Uint8Array.fromHex(hex).toBase64({ alphabet: "base64url", omitPadding: true });
  const signer = signerOf({
    privateKey: raw("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"),
    publicKey: raw("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"),
  });
  const signature = signer?.sign(Uint8Array.fromHex("af82"));
  assert.equal(
    signature?.toHex(),
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  );
});

Deno.test("what is no key signs nothing, and no signature of it is right", () => {
  assert.equal(signerOf({ privateKey: "", publicKey: "" }), undefined);
  assert.equal(verifySignature(new Uint8Array(31), message, new Uint8Array(64)), false);
  const signer = signerOf(newSigningKey());
  assert.ok(signer);
  assert.equal(verifySignature(signer.publicKey, message, new Uint8Array(3)), false);
});

Deno.test("a sealed file is for one; another's key does not open it, and a changed one is told", async () => {
  const [ours, theirs] = [await newSealingKey(), await newSealingKey()];
  const file = await sealedFor(ours.recipient, message);
  assert.deepEqual(await unsealed(theirs.identity, file), { kind: "locked" });
  const changed = file.with(file.length - 1, (file.at(-1) ?? 0) ^ 1);
  assert.deepEqual(await unsealed(ours.identity, changed), { kind: "damaged" });
  assert.deepEqual(await unsealed(ours.identity, new Uint8Array()), { kind: "damaged" });
});

Deno.test("keys of which a part cannot be written are not there at all, so that they can be made again", async () => {
  using folder = temporaryFolder();
  Deno.mkdirSync(`${folder.path}/public.json`);
  assert.match(await refusal(() => createKeys(folder.path)), /^2 Cannot make keys/);
  assert.throws(() => Deno.statSync(`${folder.path}/teacher.json`), Deno.errors.NotFound);
  Deno.removeSync(`${folder.path}/public.json`);
  await createKeys(folder.path);
});
