/** The store on a real disk: what was acknowledged is there afterwards, and what is wrong is said in words. */

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../../lib/content/user_error.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { storeExists } from "../../lib/store/state_folder.ts";
import { storeFault } from "../../lib/store/store_faults.ts";
import type { StudyEvent } from "../../lib/study/events.ts";

const skipped = (question: string): StudyEvent => ({ kind: "quiz-skipped", quiz: "redes", attempt: "a1", question });

function inFolder(work: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    work(folder);
  } finally {
    Deno.chmodSync(folder, 0o700);
    Deno.removeSync(folder, { recursive: true });
  }
}

function failure(work: () => void): UserError {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof UserError, String(error));
    return error;
  }
  throw new Error("nothing was thrown");
}

Deno.test("only its owner may read what was stored, also in a folder that others can read", () =>
  inFolder((folder) => {
    Deno.chmodSync(folder, 0o755);
    using store = openStore(folder);
    store.append(skipped("uno"), 1000);
    for (const { name } of Deno.readDirSync(folder)) {
      assert.equal((Deno.statSync(`${folder}/${name}`).mode ?? 0) & 0o077, 0, name);
    }
  }));

Deno.test("an event that was appended is read back after opening again", () =>
  inFolder((folder) => {
    assert.equal(storeExists(`${folder}/state`), false);
    {
      using store = openStore(`${folder}/state`);
      assert.equal(store.append(skipped("uno"), 1000).sequence, 1);
      assert.equal(store.append(skipped("dos"), 2000).sequence, 2);
    }
    using again = openStore(`${folder}/state`);
    assert.deepEqual(again.read(), [
      { ...skipped("uno"), at: 1000, sequence: 1 },
      { ...skipped("dos"), at: 2000, sequence: 2 },
    ]);
    assert.deepEqual(again.read("otro"), []);
    assert.equal(storeExists(`${folder}/state`), true);
  }));

Deno.test("two open stores see each other's events and never share a sequence", () =>
  inFolder((folder) => {
    using one = openStore(folder);
    using two = openStore(folder);
    one.append(skipped("uno"), 1);
    two.append(skipped("dos"), 2);
    one.append(skipped("tres"), 3);
    assert.deepEqual(two.read().map(({ sequence }) => sequence), [1, 2, 3]);
  }));

Deno.test("a store from a newer grumete is refused with a sentence and left as it is", () =>
  inFolder((folder) => {
    openStore(folder)[Symbol.dispose]();
    const database = new DatabaseSync(`${folder}/grumete.db`);
    database.exec("PRAGMA user_version = 7");
    database.close();
    const error = failure(() => openStore(folder));
    assert.match(error.what.en, /newer grumete wrote it \(format 7\)/);
    assert.equal(error.exitCode, 3);
  }));

Deno.test("a file that is no database is refused, says so, and is not overwritten", () =>
  inFolder((folder) => {
    Deno.writeTextFileSync(`${folder}/grumete.db`, "this is my diary, not a database ".repeat(50));
    const error = failure(() => openStore(folder));
    assert.match(error.what.es, /dañado o no es de grumete/);
    assert.match(Deno.readTextFileSync(`${folder}/grumete.db`), /^this is my diary/);
  }));

Deno.test("a state folder whose name is taken by a file is explained", () =>
  inFolder((folder) => {
    Deno.writeTextFileSync(`${folder}/state`, "");
    assert.match(failure(() => openStore(`${folder}/state`)).what.en, /something else has that name/);
  }));

Deno.test("each way in which the store can fail has its own words and something to try", () => {
  const said = (message: string) => storeFault(new Error(message), "/p/grumete.db");
  assert.match(said("database or disk is full").what.en, /the disk is full/);
  assert.match(said("attempt to write a readonly database").what.en, /read-only/);
  assert.match(said("database is locked").what.en, /another grumete/);
  assert.match(said("unable to open database file").what.en, /not permitted/);
  assert.match(said('Requires write access to "/p"').what.en, /Deno has no permission/);
  for (const error of [said("database or disk is full"), said("something never seen")]) {
    assert.equal(error.exitCode, 3);
    assert.notEqual(error.next, undefined);
  }
});
