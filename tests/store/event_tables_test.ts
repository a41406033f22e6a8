/** A store of the first format becomes one of this format, once, whoever comes first, and nothing of it is lost. */

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { emptyInventory } from "../../lib/lab/inventory.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { prepareTables } from "../../lib/store/event_tables.ts";
import { Incoming } from "../../lib/store/incoming.ts";
import { Journal } from "../../lib/store/journal.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { temporaryFolder } from "../e2e/grumete.ts";

/** As the first version made its tables. */
const format1 = `
  CREATE TABLE IF NOT EXISTS events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    attempt TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_by_subject ON events (subject, sequence);
  PRAGMA user_version = 1;
`;

const skipped: StudyEvent = { kind: "quiz-skipped", quiz: "redes", attempt: "a", question: "uno" };
const hint: StudyEvent = { kind: "quiz-hint", quiz: "redes", attempt: "a", question: "dos", tier: 1 };

const history: readonly (readonly [number, StudyEvent])[] = [
  [1000, { kind: "quiz-started", quiz: "redes", attempt: "a", options: { seed: 1 } }],
  [1000, skipped],
  [5000, hint],
  // The clock was set back.
  [2000, { kind: "lab-prepared", lab: "muelle", attempt: "b", before: emptyInventory }],
  [2001, { kind: "lab-task-passed", lab: "muelle", attempt: "b", task: "faro" }],
  [9000, { kind: "quiz-finished", quiz: "redes", attempt: "a", score: 1, max: 2 }],
];

function writeOldStore(folder: string, events = history): void {
  Deno.mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(`${folder}/grumete.db`);
  database.exec(`PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; ${format1} COMMIT;`);
  const insert = database.prepare("INSERT INTO events (at, kind, subject, attempt, data) VALUES (?, ?, ?, ?, ?)");
  for (const [at, event] of events) {
    const subject = "quiz" in event ? event.quiz : "lab" in event ? event.lab : "";
    insert.run(at, event.kind, subject, event.attempt, JSON.stringify(event));
  }
  database.close();
}

Deno.test("a store of the first format keeps all its events, in their order, with their sequences and times", () => {
  using folder = temporaryFolder();
  writeOldStore(folder.path);
  for (const _ of ["migrated", "opened again"]) {
    using store = openStore(folder.path);
    assert.deepEqual(
      store.read(),
      history.map(([at, event], index) => ({
        ...event,
        ...{ at, sequence: index + 1, zone: 0, imported: false, uid: store.uidAt(index + 1) },
      })),
    );
    assert.equal(new Set(store.read().map(({ uid }) => uid)).size, history.length);
    assert.deepEqual(store.read("muelle").map(({ kind }) => kind), ["lab-prepared", "lab-task-passed"]);
    assert.deepEqual(store.flaws(), []);
  }
  using store = openStore(folder.path);
  const next = store.append({ kind: "quiz-skipped", quiz: "redes", attempt: "c", question: "tres" }, 10);
  assert.equal(next.sequence, history.length + 1);
  assert.equal(store.read().at(-1)?.uid, next.uid);
});

Deno.test("two copies of one old store give what they share the same uids, and what came later others", () => {
  using folder = temporaryFolder();
  writeOldStore(`${folder.path}/one`, [...history, [9500, skipped]]);
  writeOldStore(`${folder.path}/two`, [...history, [9600, skipped], [9700, hint]]);
  using one = openStore(`${folder.path}/one`);
  using two = openStore(`${folder.path}/two`);
  using incoming = new Incoming(one.path);
  for (const event of two.exported().events) incoming.add(event);
  assert.equal(incoming.keep(), 2);
  assert.equal(one.read().length, history.length + 3);
});

Deno.test("what happened while a lab went on stays when the store changes its format", () => {
  using folder = temporaryFolder();
  writeOldStore(folder.path);
  const mark = { through: 7, seen: [] } as never;
  {
    using journal = new Journal(`${folder.path}/grumete.db`, "b");
    journal.update(() => ({ events: new Map(), mark }));
  }
  openStore(folder.path)[Symbol.dispose]();
  using journal = new Journal(`${folder.path}/grumete.db`, "b");
  assert.deepEqual(journal.mark(), mark);
});

Deno.test("ten programs that open an old store at once give one new store, and each can write to it", async () => {
  using folder = temporaryFolder();
  const many = Array.from({ length: 3000 }, (_, index) => [index, skipped] as const);
  writeOldStore(folder.path, many);
  await Promise.all(Array.from({ length: 10 }, () => opened(folder.path)));
  using store = openStore(folder.path);
  assert.equal(store.exported().count, many.length + 10);
  assert.deepEqual(store.flaws(), []);
});

Deno.test("ten programs that make a store at once make one store", async () => {
  using folder = temporaryFolder();
  await Promise.all(Array.from({ length: 10 }, () => opened(`${folder.path}/new`)));
  using store = openStore(`${folder.path}/new`);
  assert.equal(store.exported().count, 10);
});

Deno.test("a grumete of the first format that is still open when the store changes is told, not fooled", () => {
  using folder = temporaryFolder();
  writeOldStore(folder.path);
  using old = new DatabaseSync(`${folder.path}/grumete.db`);
  const insert = old.prepare("INSERT INTO events (at, kind, subject, attempt, data) VALUES (1, 'k', 's', 'a', '{}')");
  insert.run();
  using store = openStore(folder.path);
  assert.throws(() => insert.run(), /NOT NULL constraint failed/);
  assert.equal(store.exported().count, history.length + 1);
});

Deno.test("a migration that finds no room leaves the old store as it was", () => {
  using folder = temporaryFolder();
  writeOldStore(folder.path, Array.from({ length: 2000 }, (_, index) => [index, skipped] as const));
  const path = `${folder.path}/grumete.db`;
  const before = Deno.readFileSync(path);
  {
    // A database that may not grow is what a full disk looks like to SQLite.
    using database = new DatabaseSync(path);
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    assert.throws(() => prepareTables(database, path), /full/);
    assert.equal(database.isTransaction, false);
  }
  assert.deepEqual(Deno.readFileSync(path), before);
  using store = openStore(folder.path);
  assert.equal(store.exported().count, 2000);
});

/** A program of its own opens the store and appends one event. */
async function opened(folder: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", new URL("append.ts", import.meta.url).pathname, folder, "1"],
    stdin: "null",
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}
