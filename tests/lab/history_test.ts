/** What is kept of the past, and where a record has gaps. */

import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import {
  continued,
  historyOf,
  keeperOf,
  keyOf,
  type Mark,
  markAt,
  merged,
  type Stretch,
} from "../../lib/lab/history.ts";
import type { PastEvent } from "../../lib/lab/snapshot.ts";

/** Event `n` happened `n` seconds after 1970-01-12. */
const second = (n: number) => `${1_000_000 + n}000000000`;
const ms = (n: number) => (1_000_000 + n) * 1000;
const event = (n: number, more: Partial<PastEvent> = {}): PastEvent => ({
  type: "container",
  action: "start",
  id: "id-web",
  name: "web",
  timeNano: second(n),
  ...more,
});
const stretch = (numbers: readonly number[], more: Partial<Stretch> = {}): Stretch => ({
  events: numbers.map((n) => event(n)),
  full: false,
  takenAt: ms(100),
  ...more,
});
const mark = (n: number): Mark => markAt(event(n));

Deno.test("a stretch that begins with the last known event continues the record without a gap", () => {
  deepEqual(continued(mark(3), stretch([3, 4, 5]), 0), { events: [event(4), event(5)], mark: mark(5) });
  deepEqual(continued(mark(3), stretch([3]), 0), { events: [], mark: mark(3) });
});

Deno.test("an engine that forgot the last known event was restarted, or has more to tell than it remembers", () => {
  deepEqual(continued(mark(3), stretch([7, 8]), 0).gap, { from: ms(3), to: ms(7), why: "restart" });
  deepEqual(continued(mark(3), stretch([7, 8], { full: true }), 0).gap, { from: ms(3), to: ms(7), why: "overflow" });
  deepEqual(continued(mark(3), stretch([]), 0), {
    events: [],
    gap: { from: ms(3), to: ms(100), why: "restart" },
    mark: { kind: "empty", at: ms(100) },
  });
});

Deno.test("an engine that remembered nothing at first has a gap only where it is known to be another start of it", () => {
  const empty: Mark = { kind: "empty", at: ms(1), engine: "a" };
  equal(continued(empty, stretch([2], { engine: "a" }), 0).gap, undefined);
  equal(continued(empty, stretch([2]), 0).gap, undefined);
  deepEqual(continued(empty, stretch([5], { engine: "b" }), 0).gap, { from: ms(1), to: ms(5), why: "restart" });
  deepEqual(continued(empty, stretch([5], { full: true, engine: "a" }), 0).gap?.why, "overflow");
});

Deno.test("without a mark the time tells what was before, and what is remembered of it proves that nothing is lost", () => {
  deepEqual(continued(undefined, stretch([1, 2, 6]), ms(5)), { events: [event(6)], mark: mark(6) });
  deepEqual(continued(undefined, stretch([6]), ms(5)).gap, { from: ms(5), to: ms(6), why: "unwatched" });
});

Deno.test("an answer that another grumete was quicker to store makes neither a gap nor a step back", () => {
  deepEqual(merged(mark(5), mark(3), stretch([3, 4]), 0), { events: [event(4)], mark: mark(5) });
  deepEqual(merged(mark(4), mark(3), stretch([3, 4, 5]), 0), { events: [event(4), event(5)], mark: mark(5) });
  // Both found that something was lost: the other has said so already.
  equal(merged(mark(8), mark(3), stretch([7, 8]), 0).gap, undefined);
  // What the other did not know of follows on its mark.
  deepEqual(merged(mark(6), mark(3), stretch([7, 8]), 0).gap, { from: ms(6), to: ms(7), why: "restart" });
});

const secondOf = (mark: Mark) => mark.kind === "event" ? Number(mark.timeNano.slice(0, -9)) - 1_000_000 : 0;

Deno.test("however it is asked, a record without gaps holds every event once", () => {
  const asking = fc.array(fc.record({ upTo: fc.integer({ min: 0, max: 40 }), stale: fc.boolean() }), { maxLength: 12 });
  fc.assert(fc.property(asking, (questions) => {
    let record: { mark: Mark; readonly events: Map<string, PastEvent> } = { mark: mark(0), events: new Map() };
    let before: Mark = record.mark;
    let seen = 0;
    for (const { upTo, stale } of questions) {
      seen = Math.max(seen, upTo);
      const asked = stale ? before : record.mark;
      before = record.mark;
      const from = secondOf(asked);
      // An answer that was given a while ago may know less than the record.
      const last = stale ? Math.max(from, upTo) : seen;
      const answer = stretch(Array.from({ length: last - from + 1 }, (_, at) => from + at));
      const found = merged(record.mark, asked, answer, 0);
      equal(found.gap, undefined);
      for (const one of found.events) record.events.set(keyOf(one), one);
      record = { ...record, mark: found.mark };
      seen = Math.max(seen, last);
    }
    const end = secondOf(record.mark);
    deepEqual(
      [...record.events.values()].map(({ timeNano }) => timeNano).sort(),
      Array.from({ length: end }, (_, at) => second(at + 1)).sort(),
    );
  }));
});

function labOf(...checks: readonly string[]) {
  const { value, problems } = decodeLab(
    `format: 1
id: pasado
title: Pasado
concepts: [docker-cli]
minutes: 5
tasks:
  - id: uno
    title: Uno
    text: Hazlo.
    checks: [${checks.join(", ")}]
    explanation: Ya.
    solution: [docker ps]
`,
    "lab.yaml",
  );
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

const exec = (n: number, command: string | undefined, id: string, action: string): PastEvent =>
  event(n, { action, exec: id, ...(command === undefined ? {} : { command }) });

Deno.test("noise is kept only where a check asks for it", () => {
  const noisy = [
    event(1, { action: "create" }),
    exec(2, "ls", "e1", "exec_create"),
    event(3, { action: "health_status: healthy" }),
    event(4, { type: "volume", action: "mount", name: "datos" }),
    event(5, { type: "builder", action: "prune" }),
    event(6, { action: "top" }),
  ];
  const kept = (...checks: readonly string[]) =>
    keeperOf(labOf(...checks))(noisy, new Set()).map(({ action }) => action);
  deepEqual(kept("{ event: { container: web, action: start } }"), ["create"]);
  deepEqual(kept("{ event: { container: web, action: top } }"), ["create", "top"]);
  deepEqual(kept("{ event: { container: web, action: exec_die } }"), ["create", "exec_create"]);
  deepEqual(kept("{ event: { container: web, action: health_status } }"), ["create", "health_status: healthy"]);
  deepEqual(kept("{ event: { volume: datos, action: mount } }"), ["create", "mount"]);
  deepEqual(kept("{ event: { volume: datos, action: mount } }", '{ file: "web:/a", exists: true }'), ["create"]);
});

Deno.test("programs that the lab runs itself to look are no deeds of the learner, nor are their ends", () => {
  const keep = keeperOf(labOf(
    "{ event: { container: web, action: exec_start } }",
    "{ exec: web, run: [cat, /a b], exitCode: 0 }",
  ));
  const events = [
    exec(1, "cat /a b", "ours", "exec_create"),
    exec(2, undefined, "ours", "exec_die"),
    exec(3, "cat /proc/net/tcp /proc/net/tcp6", "ports", "exec_create"),
    exec(4, "cat /etc/hosts", "hers", "exec_create"),
    exec(5, undefined, "hers", "exec_die"),
    exec(6, undefined, "earlier", "exec_die"),
    { ...exec(7, "cat /a b", "other", "exec_create"), name: "db" },
  ];
  deepEqual(keep(events, new Set(["earlier"])).map(({ exec }) => exec), ["hers", "hers", "earlier", "other"]);
});

Deno.test("ids become names, ends of execs their commands, and images their references", () => {
  const { events } = historyOf(
    [
      event(4, { type: "image", action: "untag", id: "sha256:a", name: "sha256:a" }),
      event(3, { type: "image", action: "tag", id: "sha256:a", name: "mia:2" }),
      exec(2, undefined, "e", "exec_die"),
      exec(1, "ls", "e", "exec_create"),
      event(5, { type: "network", action: "connect", id: "n", name: "red", container: "id-web" }),
      event(6, { type: "network", action: "connect", id: "n", name: "red", container: "id-old" }),
      event(7, { type: "network", action: "connect", id: "n", name: "red", container: "id-?" }),
    ],
    [],
    {
      containers: [{ id: "id-old", name: "db", image: "busybox", labels: {}, createdAt: "" }],
      volumes: [],
      networks: [],
      images: [{ tag: "mia:1", id: "sha256:a" }],
    },
  );
  deepEqual(events.map(({ command, container, references }) => command ?? container ?? references), [
    "ls",
    "ls",
    undefined,
    ["mia:1", "mia:2"],
    "web",
    "db",
    "id-?",
  ]);
});
