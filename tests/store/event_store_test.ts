/** The store on a real disk: what was acknowledged is there afterwards, and what is wrong is said in words. */

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../../lib/content/user_error.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { Incoming } from "../../lib/store/incoming.ts";
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
      assert.equal(store.append(skipped("uno"), 1000, 60).sequence, 1);
      assert.equal(store.append(skipped("dos"), 2000, -90).sequence, 2);
    }
    using again = openStore(`${folder}/state`);
    const [one, two, ...more] = again.read();
    assert.deepEqual(one, { ...skipped("uno"), at: 1000, sequence: 1, zone: 60, uid: one?.uid, imported: false });
    assert.deepEqual(two, { ...skipped("dos"), at: 2000, sequence: 2, zone: -90, uid: two?.uid, imported: false });
    assert.deepEqual(more, []);
    assert.match(`${one?.uid} ${two?.uid}`, /^[0-9a-f-]{36} [0-9a-f-]{36}$/);
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

Deno.test("who does not tell the zone stores that of this machine", () =>
  inFolder((folder) => {
    for (const [zone, minutes] of [["Asia/Kolkata", 330], ["America/Phoenix", -420], ["UTC", 0]] as const) {
      const { success } = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "-q", new URL("append.ts", import.meta.url).pathname, folder, "1"],
        env: { TZ: zone },
        stdout: "null",
      }).outputSync();
      assert.ok(success);
      using store = openStore(folder);
      assert.equal(store.read().at(-1)?.zone, minutes);
    }
  }));

Deno.test("an event that was appended comes last, wherever the clock was set", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    for (const [index, at] of [5000, 3000, 3000, 9000, 1].entries()) store.append(skipped(`q${index}`), at);
    assert.deepEqual(store.read().map(({ at }) => at), [5000, 3000, 3000, 9000, 1]);
  }));

Deno.test("events that belong together are stored together, or none of them", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    assert.deepEqual(store.appendAll([skipped("uno"), skipped("dos")], 1).map(({ sequence }) => sequence), [1, 2]);
    const circle: { kind: string; self?: unknown } = { kind: "quiz-skipped" };
    circle.self = circle;
    assert.throws(() => store.appendAll([skipped("tres"), circle as unknown as StudyEvent], 2));
    assert.equal(store.latest(), 2);
    assert.equal(store.append(skipped("cuatro"), 3).sequence, 3);
  }));

Deno.test("a long history is read in its order, a page at a time, while another program stores more", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    using other = openStore(folder);
    const history = Array.from({ length: 2500 }, (_, index) => skipped(`q${index}`));
    store.appendAll(history, 1);
    const seen: string[] = [];
    for (const event of store.events()) {
      if (event.kind !== "quiz-skipped") continue;
      seen.push(event.question);
      if (seen.length === 1500) other.append(skipped("later"), 2);
      if (seen.length === 1600) store.append(skipped("latest"), 3);
    }
    assert.deepEqual(seen, history.map((event) => event.kind === "quiz-skipped" ? event.question : ""));
    assert.equal(store.latest(), 2502);
  }));

Deno.test("what came since is given in order, and where something came in between nothing is", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    assert.deepEqual([...store.since(0) ?? ["no"]], []);
    store.appendAll([skipped("uno"), skipped("dos")], 1000);
    assert.deepEqual([...store.since(0) ?? []].map(({ sequence }) => sequence), [1, 2]);
    assert.deepEqual([...store.since(1) ?? []].map(({ sequence }) => sequence), [2]);
    assert.equal(store.uidAt(2), store.read()[1]?.uid);
    assert.equal(store.uidAt(3), undefined);
    {
      using incoming = new Incoming(store.path);
      incoming.add({ uid: "earlier", turn: 10, at: 10, zone: 0, event: skipped("tres") });
      assert.equal(incoming.keep(), 1);
    }
    assert.equal(store.since(2), undefined);
    assert.deepEqual(store.read().map(({ sequence, imported }) => [sequence, imported]), [[3, true], [1, false], [
      2,
      false,
    ]]);
    store.append(skipped("cuatro"), 1);
    assert.deepEqual([...store.since(3) ?? []].map(({ sequence }) => sequence), [4]);
  }));

Deno.test("each store has an identity of its own, the same whoever opens it", () =>
  inFolder((folder) => {
    using one = openStore(`${folder}/one`);
    using again = openStore(`${folder}/one`);
    using other = openStore(`${folder}/other`);
    assert.equal(one.identity, again.identity);
    assert.notEqual(one.identity, other.identity);
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

Deno.test("the labs that were ever prepared are known without reading what happened in them", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    const begun = (lab: string) => ({ kind: "lab-prepared", lab, attempt: "a1", before: {} }) as unknown as StudyEvent;
    store.appendAll([skipped("uno"), begun("volumen"), begun("puerto"), begun("volumen")], 1000);
    assert.deepEqual(store.subjects("lab-prepared"), ["puerto", "volumen"]);
    assert.deepEqual(store.subjects("lab-cleaned"), []);
  }));
