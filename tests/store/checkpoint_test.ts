/** The checkpoint makes the record quicker, and never another one. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { openStudied } from "../../lib/store/checkpoint.ts";
import { type EventStore, openStore } from "../../lib/store/event_store.ts";
import { Incoming } from "../../lib/store/incoming.ts";
import { recordFromJson, recordToJson } from "../../lib/store/record_json.ts";
import type { StudyEvent } from "../../lib/study/events.ts";
import { recordOf } from "../../lib/study/record.ts";
import { anyHistory } from "../study/any_history.ts";

const day = 86_400_000;
const begin = Date.UTC(2026, 0, 10, 12);

function answered(question: string, quiz = "redes"): StudyEvent {
  return {
    kind: "quiz-answered",
    quiz,
    attempt: "x",
    question,
    answer: { kind: "choice", choice: "a" },
    status: "correct",
    fraction: 1,
  };
}

/** So many answers from a day on, fifty an hour. */
function learn(store: EventStore, count: number, from = begin): void {
  const answers = Array.from({ length: count }, (_, at) => answered(`q${at % 7}`));
  for (let at = 0; at < count; at += 50) store.appendAll(answers.slice(at, at + 50), from + at * 72_000);
}

function inFolder(work: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-checkpoint-" });
  try {
    work(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Counts what is read. */
function counting(store: EventStore) {
  const read = { events: 0 };
  const counted = function* <Event>(events: Iterable<Event>) {
    for (const event of events) {
      read.events++;
      yield event;
    }
  };
  const source = {
    identity: store.identity,
    latest: () => store.latest(),
    events: () => counted(store.events()),
    since: (sequence: number) => {
      const events = store.since(sequence);
      return events && counted(events);
    },
    uidAt: (sequence: number) => store.uidAt(sequence),
  };
  return { source, read };
}

/** What a new process makes of the folder: how many events it read for that, and whether it is what the events say. */
function readAnew(folder: string): number {
  using store = openStore(folder);
  const { source, read } = counting(store);
  using studied = openStudied(source, folder);
  assert.deepEqual(studied.record(), recordOf(store.events()));
  return read.events;
}

Deno.test("any record is written and read back as it was", () => {
  fc.assert(fc.property(anyHistory(), (events) => {
    const stored = JSON.parse(JSON.stringify(recordToJson(recordOf(events))));
    assert.deepEqual(recordFromJson(stored), recordOf(events));
  }));
});

Deno.test("a record read back goes on as the one that was written", () => {
  fc.assert(fc.property(anyHistory(), fc.nat(60), (events, at) => {
    const stored = JSON.parse(JSON.stringify(recordToJson(recordOf(events.slice(0, at)))));
    assert.deepEqual(recordOf(events.slice(at), recordFromJson(stored)), recordOf(events));
  }));
});

Deno.test("only what is newer than the checkpoint is read", () =>
  inFolder((folder) => {
    {
      using store = openStore(folder);
      learn(store, 300);
    }
    assert.equal(readAnew(folder), 300);
    assert.equal(readAnew(folder), 0);
    {
      using store = openStore(folder);
      learn(store, 5, begin + 30 * day);
    }
    assert.equal(readAnew(folder), 5);
    // Too few to be worth writing.
    assert.equal(readAnew(folder), 5);
  }));

Deno.test("while the program runs only what is new is folded in, also what another process stored", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    const { source, read } = counting(store);
    using studied = openStudied(source, folder);
    learn(store, 20);
    assert.equal(studied.record().tallies.size, 7);
    using other = openStore(folder);
    other.append(answered("otra"), begin + 2 * day);
    const before = read.events;
    assert.equal(studied.record().tallies.size, 8);
    assert.equal(read.events - before, 1);
    assert.equal(studied.record(), studied.record());
    assert.equal(read.events - before, 1);
  }));

Deno.test("what is imported and sorts before makes the record anew; what sorts after is only added", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    learn(store, 250);
    using studied = openStudied(store, folder);
    studied.record();
    for (const at of [begin - 10 * day, begin + 100 * day]) {
      {
        using incoming = new Incoming(store.path);
        incoming.add({ uid: `from-afar-${at}`, turn: at, at, zone: 0, event: answered("q1", "lejos") });
        incoming.keep();
      }
      assert.deepEqual(studied.record(), recordOf(store.events()));
    }
    assert.equal(studied.record().cards.get("quiz/lejos/q1")?.reps, 2);
  }));

Deno.test("the checkpoint of another store, or of an older copy of this one, is not believed", () =>
  inFolder((folder) => {
    {
      using store = openStore(folder);
      learn(store, 210);
    }
    // SQLite has put its log into the file when the store was closed.
    Deno.copyFileSync(`${folder}/grumete.db`, `${folder}/older.db`);
    {
      using store = openStore(folder);
      learn(store, 300, begin + 20 * day);
    }
    assert.equal(readAnew(folder), 510);
    Deno.renameSync(`${folder}/older.db`, `${folder}/grumete.db`);
    assert.equal(readAnew(folder), 210);
    // The older copy goes on differently, up to and past the same sequence.
    {
      using store = openStore(folder);
      store.appendAll(Array.from({ length: 400 }, (_, at) => answered(`other${at % 5}`)), begin + 20 * day);
    }
    readAnew(folder);
    Deno.removeSync(`${folder}/grumete.db`);
    {
      using store = openStore(folder);
      learn(store, 700);
    }
    assert.equal(readAnew(folder), 700);
  }));

Deno.test("a checkpoint that is damaged, or cannot be written, changes nothing but the time it takes", () =>
  inFolder((folder) => {
    {
      using store = openStore(folder);
      learn(store, 250);
    }
    readAnew(folder);
    const path = `${folder}/cache/record.json`;
    const whole = Deno.readTextFileSync(path);
    for (
      const damaged of ["", "{", "null", "[]", whole.slice(0, 500), whole.replace('"quizzes":[', '"quizzes":{"a":[')]
    ) {
      Deno.writeTextFileSync(path, damaged);
      assert.equal(readAnew(folder), 250, damaged.slice(0, 20));
    }
    Deno.removeSync(`${folder}/cache`, { recursive: true });
    Deno.writeTextFileSync(`${folder}/cache`, "a file stands here");
    assert.equal(readAnew(folder), 250);
    assert.equal(readAnew(folder), 250);
  }));

Deno.test("a record that could not be read to its end is not kept half read", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    learn(store, 30);
    let broken = true;
    const failing = {
      ...counting(store).source,
      *events() {
        let count = 0;
        for (const event of store.events()) {
          if (broken && ++count === 20) throw new Error("the disk went away");
          yield event;
        }
      },
    };
    using studied = openStudied(failing, folder);
    assert.throws(() => studied.record(), /the disk went away/);
    broken = false;
    assert.deepEqual(studied.record(), recordOf(store.events()));
  }));

Deno.test("only its owner may read the checkpoint", () =>
  inFolder((folder) => {
    using store = openStore(folder);
    learn(store, 250);
    {
      using studied = openStudied(store, folder);
      studied.record();
    }
    for (const path of ["cache", "cache/record.json"]) {
      assert.equal((Deno.statSync(`${folder}/${path}`).mode ?? 0) & 0o077, 0, path);
    }
  }));
