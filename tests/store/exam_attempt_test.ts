/** Tests of the folder of an attempt: what is acknowledged stays, and nothing else counts. */

import assert from "node:assert/strict";
import type { UserError } from "../../lib/content/user_error.ts";
import { hashOf } from "../../lib/exam/hash.ts";
import { attemptFolder, attemptsMade, AttemptStore } from "../../lib/store/exam_attempt.ts";
import { temporaryFolder } from "../e2e/grumete.ts";

const pack = hashOf("pack");
const clock = { at: 1_000, up: 1 };

function begin(folder: string): AttemptStore {
  const store = AttemptStore.open(folder);
  const step = { kind: "begun", pack, student: "ana", attempt: 1, grumete: "0", lang: "es" } as const;
  store.begin(new Uint8Array([1, 2]), (key) => ({ ...step, key }), clock);
  return store;
}

const failure = (kind: RegExp) => (error: unknown) => kind.test((error as UserError).what?.en ?? "");

Deno.test("what was appended is there when it is opened again, and goes on in the same chain", () => {
  using folder = temporaryFolder();
  {
    using store = begin(folder.path + "/a");
    store.append([{ kind: "shown", question: "q" }, { kind: "answered", question: "q", raw: "ñ\t\n" }], clock);
  }
  using store = AttemptStore.open(folder.path + "/a");
  assert.deepEqual(store.entries.map(({ kind }) => kind), ["begun", "shown", "answered"]);
  store.append([{ kind: "alive" }], clock);
  assert.equal(store.text, Deno.readTextFileSync(folder.path + "/a/journal"));
  assert.deepEqual(Deno.readFileSync(folder.path + "/a/exam"), new Uint8Array([1, 2]));
});

Deno.test("only its owner may read it", () => {
  using folder = temporaryFolder();
  using _store = begin(folder.path + "/a");
  const mode = (name: string) => (Deno.statSync(`${folder.path}/a${name}`).mode ?? 0) & 0o777;
  assert.deepEqual([mode(""), mode("/journal"), mode("/key"), mode("/exam")], [0o700, 0o600, 0o600, 0o600]);
});

Deno.test("a torn last line is cut off at every byte, and the next one takes its place", () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/a/journal`;
  {
    using store = begin(folder.path + "/a");
    store.append([{ kind: "answered", question: "q", raw: "añil" }], clock);
  }
  const bytes = Deno.readFileSync(path);
  const first = bytes.indexOf(10) + 1;
  for (let length = first; length < bytes.length; length++) {
    Deno.writeFileSync(path, bytes.subarray(0, length));
    using store = AttemptStore.open(folder.path + "/a");
    assert.equal(store.entries.length, 1);
    assert.equal(Deno.statSync(path).size, first);
    store.append([{ kind: "alive" }], clock);
  }
  using store = AttemptStore.open(folder.path + "/a");
  assert.equal(store.entries.length, 2);
});

Deno.test("two programs on one attempt: the second is refused, and goes on once the first has ended", () => {
  using folder = temporaryFolder();
  {
    using _store = begin(folder.path + "/a");
    assert.throws(() => AttemptStore.open(folder.path + "/a"), failure(/another grumete has it open/));
  }
  using store = AttemptStore.open(folder.path + "/a");
  assert.equal(store.entries.length, 1);
});

Deno.test("a line that was changed is named, and the file stays as it is", () => {
  using folder = temporaryFolder();
  {
    using store = begin(folder.path + "/a");
    store.append([{ kind: "answered", question: "q", raw: "imagen" }, { kind: "alive" }], clock);
  }
  const path = `${folder.path}/a/journal`;
  const changed = Deno.readTextFileSync(path).replace("imagen", "volumen");
  Deno.writeTextFileSync(path, changed);
  assert.throws(() => AttemptStore.open(folder.path + "/a"), failure(/line 2 of its journal/));
  assert.equal(Deno.readTextFileSync(path), changed);
});

Deno.test("without its own key an attempt does not go on", () => {
  using folder = temporaryFolder();
  {
    using _store = begin(folder.path + "/a");
  }
  for (
    const lose of [
      () => Deno.writeTextFileSync(`${folder.path}/a/key`, "x"),
      () => Deno.removeSync(`${folder.path}/a/key`),
    ]
  ) {
    lose();
    using store = AttemptStore.open(folder.path + "/a");
    assert.throws(() => store.append([{ kind: "alive" }], clock), failure(/its key is missing/));
    assert.equal(store.entries.length, 1);
  }
});

Deno.test("attempts are counted once they have begun, and each student has a folder on any file system", () => {
  using folder = temporaryFolder();
  const at = (student: string, attempt: number) => attemptFolder(folder.path, pack, student, attempt);
  assert.equal(attemptsMade(folder.path, pack, "ana"), 0);
  AttemptStore.open(at("ana", 1))[Symbol.dispose]();
  assert.equal(attemptsMade(folder.path, pack, "ana"), 0);
  begin(at("ana", 1))[Symbol.dispose]();
  begin(at("ana", 2))[Symbol.dispose]();
  assert.equal(attemptsMade(folder.path, pack, "ana"), 2);
  assert.equal(attemptsMade(folder.path, pack, "eva"), 0);
  const folders = ["Ana", "ana", "../x", "a/b", ".", "ñu", "x".repeat(100)].map((student) => at(student, 1));
  assert.equal(new Set(folders.map((path) => path.toLowerCase())).size, folders.length);
  for (const path of folders) assert.match(path, /\/exams\/[0-9a-f]{16}\/[a-z0-9~][\w.@~-]*-1$/);
});

Deno.test("a folder that cannot be made is told", () => {
  using folder = temporaryFolder();
  Deno.writeTextFileSync(`${folder.path}/exams`, "");
  assert.throws(() => AttemptStore.open(`${folder.path}/exams/a`), failure(/something else has that name/));
});

Deno.test("what another program removes while it is being opened is made anew: nothing is written where nobody finds it", () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/a`;
  const lock = Deno.FsFile.prototype.tryLockSync;
  Deno.FsFile.prototype.tryLockSync = function (exclusive) {
    Deno.FsFile.prototype.tryLockSync = lock;
    Deno.removeSync(path, { recursive: true });
    return lock.call(this, exclusive);
  };
  try {
    using store = begin(path);
    assert.equal(Deno.readTextFileSync(`${path}/journal`), store.text);
  } finally {
    Deno.FsFile.prototype.tryLockSync = lock;
  }
});

Deno.test("what never began is removed while it is locked, so that nobody else has begun it then", () => {
  using folder = temporaryFolder();
  const path = `${folder.path}/a`;
  const store = AttemptStore.open(path);
  const removed = Deno.removeSync;
  let refused = false;
  Deno.removeSync = (...args) => {
    Deno.removeSync = removed;
    assert.throws(() => AttemptStore.open(path), failure(/another grumete has it open/));
    refused = true;
    removed(...args);
  };
  try {
    store[Symbol.dispose]();
  } finally {
    Deno.removeSync = removed;
  }
  assert.ok(refused);
  assert.throws(() => Deno.statSync(path), Deno.errors.NotFound);
});
