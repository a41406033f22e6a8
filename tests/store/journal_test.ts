/** The record of an attempt on disk: added to by several, never twice, bounded, and no hindrance to older versions. */

import { deepEqual, equal, match } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { keyOf, type Mark, markAt } from "../../lib/lab/history.ts";
import type { PastEvent } from "../../lib/lab/snapshot.ts";
import { openStore } from "../../lib/store/event_store.ts";
import { type Addition, Journal, longestRecord } from "../../lib/store/journal.ts";

interface Place extends Disposable {
  readonly folder: string;
  readonly path: string;
}

function place(): Place {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-journal-" });
  using store = openStore(folder);
  return { folder, path: store.path, [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }) };
}

const event = (n: number): PastEvent => ({
  type: "container",
  action: "start",
  id: "a",
  name: "web",
  timeNano: `${1_795_000_000 + n}000000001`,
});
const mark: Mark = { kind: "empty", at: 1 };
const adding = (...numbers: readonly number[]): Addition => ({
  events: new Map(numbers.map((n) => [keyOf(event(n)), event(n)])),
  mark: markAt(event(numbers.at(-1) ?? 0)),
});

Deno.test("what was added is there for the next one, event for event, with its gaps and its mark", () => {
  using at = place();
  {
    using journal = new Journal(at.path, "one");
    equal(journal.mark(), undefined);
    journal.update(() => ({ events: new Map(), mark, gap: { from: 5, to: 7, why: "restart" } }));
    journal.update(() => adding(1, 2));
  }
  using journal = new Journal(at.path, "one");
  deepEqual(journal.update(() => undefined), {
    events: [event(1), event(2)],
    gaps: [{ from: 5, to: 7, why: "restart" }],
    mark: markAt(event(2)),
  });
});

Deno.test("attempts do not see each other", () => {
  using at = place();
  using one = new Journal(at.path, "one");
  using other = new Journal(at.path, "other");
  one.update(() => adding(1));
  deepEqual(other.update(() => undefined), { events: [], gaps: [], mark: undefined });
});

Deno.test("two at once take turns, and the same event is kept once", async () => {
  using at = place();
  const script = (from: number) => `
    import { Journal } from ${JSON.stringify(new URL("../../lib/store/journal.ts", import.meta.url).href)};
    using journal = new Journal(${JSON.stringify(at.path)}, "one");
    for (let n = ${from}; n < ${from} + 100; n++) {
      const event = { type: "container", action: "start", id: "a", name: "web", timeNano: String(n) };
      journal.update(() => ({ events: new Map([[String(n), event]]), mark: { kind: "empty", at: n } }));
    }`;
  const runs = [0, 50, 100].map((from) =>
    new Deno.Command(Deno.execPath(), { args: ["eval", script(from)], stdout: "piped", stderr: "piped" }).output()
  );
  for (const { code, stderr } of await Promise.all(runs)) equal(code, 0, new TextDecoder().decode(stderr));
  using journal = new Journal(at.path, "one");
  const numbers = journal.update(() => undefined).events.map(({ timeNano }) => Number(timeNano));
  deepEqual(numbers.sort((a, b) => a - b), Array.from({ length: 200 }, (_, n) => n));
});

Deno.test("a record that grows too long loses its beginning, and says so", () => {
  using at = place();
  using journal = new Journal(at.path, "one");
  journal.update(() => adding(...Array.from({ length: longestRecord }, (_, n) => n)));
  const { events, gaps } = journal.update(() => adding(longestRecord, longestRecord + 1, longestRecord + 2));
  equal(events.length, longestRecord);
  equal(events[0]?.timeNano, event(3).timeNano);
  deepEqual(gaps, [{ from: 1_795_000_000_000, to: 1_795_000_002_000, why: "overflow" }]);
});

Deno.test("the oldest make room, although they came last; the gap covers all that is gone", () => {
  using at = place();
  using journal = new Journal(at.path, "one");
  journal.update(() => adding(...Array.from({ length: longestRecord }, (_, n) => n + 10)));
  const { events, gaps } = journal.update(() => adding(1, 2));
  equal(events.length, longestRecord);
  deepEqual([events[0], events.at(-1)], [event(10), event(longestRecord + 9)]);
  deepEqual(gaps, [{ from: 1_795_000_001_000, to: 1_795_000_002_000, why: "overflow" }]);
});

Deno.test("what goes wrong while it is worked out leaves the record as it was", () => {
  using at = place();
  using journal = new Journal(at.path, "one");
  journal.update(() => adding(1));
  let said = "";
  try {
    journal.update(() => {
      throw new Error("bug");
    });
  } catch (error) {
    said = String(error);
  }
  match(said, /bug/);
  deepEqual(journal.update(() => undefined).events, [event(1)]);
});

Deno.test("the file keeps its version: a grumete that knows no journal opens it as before", () => {
  using at = place();
  using database = new DatabaseSync(at.path);
  const version = () => Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  const before = version();
  using journal = new Journal(at.path, "one");
  journal.update(() => adding(1));
  equal(version(), before);
  using store = openStore(at.folder);
  store.append({ kind: "lab-set-up", lab: "l", attempt: "one" }, 1);
  equal(store.read().length, 1);
});

Deno.test("a damaged file is told in words", () => {
  const path = Deno.makeTempFileSync();
  Deno.writeTextFileSync(path, "no database at all, but long enough to look like one".repeat(20));
  let what = "";
  try {
    using _journal = new Journal(path, "one");
  } catch (error) {
    what = (error as { what?: { en: string } }).what?.en ?? String(error);
  }
  match(what, /damaged/);
  Deno.removeSync(path);
});
