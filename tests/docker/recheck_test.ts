/** The rhythm of looking again, on a clock that only moves when told. */

import { deepEqual, equal } from "node:assert/strict";
import { createRecheck, type Timers } from "../../lib/docker/recheck.ts";
import { watch } from "../../lib/docker/watch.ts";
import type { Heard } from "../../lib/docker/events.ts";

interface Clock extends Timers {
  readonly advance: (ms: number) => Promise<void>;
}

function clock(): Clock {
  let time = 0;
  let next = 1;
  const waiting = new Map<number, { readonly at: number; readonly then: () => void }>();
  return {
    now: () => time,
    start: (then, ms) => {
      waiting.set(next, { at: time + ms, then });
      return next++;
    },
    stop: (id) => void waiting.delete(id),
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        const [due] = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!due) break;
        const [id, { at, then }] = due;
        waiting.delete(id);
        time = at;
        then();
        await settle();
      }
      time = end;
      await settle();
    },
  };
}

async function settle() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

const event = (action: string): Heard => ({
  kind: "event",
  event: { type: "container", action, id: "4f", name: "web", timeNano: "1" },
});

Deno.test("a burst of events causes one look, 30 ms after the last of them", async () => {
  const time = clock();
  const looks: number[] = [];
  const recheck = createRecheck(() => Promise.resolve(void looks.push(time.now())), time);
  for (let n = 0; n < 3; n++) {
    recheck.touch();
    await time.advance(10);
  }
  await time.advance(100);
  deepEqual(looks, [50]);
});

Deno.test("events that never pause put a look off by 250 ms at most", async () => {
  const time = clock();
  const looks: number[] = [];
  const recheck = createRecheck(() => Promise.resolve(void looks.push(time.now())), time);
  for (let n = 0; n < 60; n++) {
    recheck.touch();
    await time.advance(10);
  }
  equal(looks[0], 250);
  equal(looks.length, 2);
});

Deno.test("at most one look is in flight, and what happened meanwhile causes exactly one more", async () => {
  const time = clock();
  let flying = 0;
  let most = 0;
  let looks = 0;
  const look = async () => {
    looks++;
    most = Math.max(most, ++flying);
    await new Promise<void>((resolve) => time.start(resolve, 100));
    flying--;
  };
  const recheck = createRecheck(look, time);
  recheck.now();
  for (let n = 0; n < 3; n++) {
    await time.advance(32);
    recheck.touch();
  }
  await time.advance(1000);
  equal(most, 1);
  equal(looks, 2);
});

Deno.test("after closing nothing is looked at", async () => {
  const time = clock();
  let looks = 0;
  const recheck = createRecheck(() => Promise.resolve(void looks++), time);
  recheck.touch();
  await recheck.close();
  recheck.touch();
  await time.advance(1000);
  equal(looks, 0);
});

function watching(pollMs?: () => number | undefined, heard: (action: string) => void = () => {}) {
  const time = clock();
  const looks: number[] = [];
  let say: (heard: Heard) => void = () => {};
  const connections: string[] = [];
  const watched = watch({
    events: (hear) => {
      say = hear;
      return { [Symbol.asyncDispose]: () => Promise.resolve() };
    },
    look: () => Promise.resolve(void looks.push(time.now())),
    connection: (fault) => connections.push(fault?.kind ?? "up"),
    heard: ({ action }) => heard(action),
    ...(pollMs ? { pollMs } : {}),
    timers: time,
  });
  return { time, looks, connections, watched, say: (heard: Heard) => say(heard) };
}

Deno.test("a watch looks at once, then only when something happens", async () => {
  const { time, looks, say, watched } = watching();
  await time.advance(5000);
  say(event("start"));
  await time.advance(5000);
  deepEqual(looks, [0, 5030]);
  await watched[Symbol.asyncDispose]();
});

Deno.test("an event that changes nothing is heard, and nobody looks: a look that mounts volumes would never end", async () => {
  const heard: string[] = [];
  const { time, looks, say, watched } = watching(undefined, (action) => heard.push(action));
  await time.advance(5000);
  for (const action of ["exec_create", "mount", "archive-path", "unmount"]) say(event(action));
  await time.advance(5000);
  deepEqual(looks, [0]);
  deepEqual(heard, ["exec_create", "mount", "archive-path", "unmount"]);
  await watched[Symbol.asyncDispose]();
});

Deno.test("checks that make no events are polled, only while they are on screen", async () => {
  let onScreen = false;
  const { time, looks, watched } = watching(() => onScreen ? 1000 : undefined);
  await time.advance(3000);
  equal(looks.length, 1);
  onScreen = true;
  await time.advance(4000);
  equal(looks.length >= 4, true);
  onScreen = false;
  const before = looks.length;
  await time.advance(5000);
  equal(looks.length, before);
  await watched[Symbol.asyncDispose]();
});

Deno.test("while events cannot be heard a look follows every 2 s, and one at once when they can again", async () => {
  const { time, looks, say, connections, watched } = watching();
  await time.advance(100);
  say({ kind: "disconnected", fault: { kind: "daemon-down", detail: "" } });
  await time.advance(10_000);
  const polled = looks.length;
  equal(polled >= 5 && polled <= 8, true, String(polled));
  say({ kind: "connected" });
  await time.advance(30);
  equal(looks.length, polled + 1);
  deepEqual(connections, ["daemon-down", "up"]);
  await watched[Symbol.asyncDispose]();
});

Deno.test("a look that throws is told, and the next one still happens", async () => {
  const time = clock();
  const failures: unknown[] = [];
  let looks = 0;
  const watched = watch({
    events: () => ({ [Symbol.asyncDispose]: () => Promise.resolve() }),
    look: () => ++looks === 1 ? Promise.reject(new Error("bug")) : Promise.resolve(),
    failed: (error) => failures.push(error),
    timers: time,
  });
  await time.advance(10);
  watched.touch();
  await time.advance(100);
  equal(looks, 2);
  equal(failures.length, 1);
  await watched[Symbol.asyncDispose]();
});
