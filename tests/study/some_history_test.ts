/** The made-up history is what it says: so many events over so many days, the same for the same seed. */

import assert from "node:assert/strict";
import { someDay, someHistory } from "./some_history.ts";

const dayOf = (at: number) => Math.floor(at / 86_400_000);

Deno.test("a made-up history has exactly as many events as asked for, in order, from its first day to its last", () => {
  for (const [events, days] of [[1, 1], [50, 3], [2000, 365], [30_000, 365]] as const) {
    const history = someHistory({ events, days });
    assert.equal(history.length, events);
    assert.equal(dayOf(history.at(-1)?.at ?? 0), someDay);
    if (events > 1) assert.equal(dayOf(history[0]?.at ?? 0), someDay - days + 1);
    assert.ok(history.every(({ at }, index) => index === 0 || at >= (history[index - 1]?.at ?? 0)));
  }
});

Deno.test("the same seed tells the same history, another one another", () => {
  assert.deepEqual(someHistory({ events: 300 }), someHistory({ events: 300 }));
  assert.notDeepEqual(someHistory({ events: 300 }), someHistory({ events: 300, seed: 2 }));
});

Deno.test("it knows days off, reviews, labs and mistakes", () => {
  const history = someHistory({ events: 4000 });
  const kinds = new Set(history.map(({ event }) => event.kind));
  for (const kind of ["quiz-answered", "review-answered", "lab-task-missed", "lab-task-passed"]) {
    assert.ok(kinds.has(kind as never), kind);
  }
  const studied = new Set(history.map(({ at }) => dayOf(at))).size;
  assert.ok(studied > 100 && studied < 330, `${studied}`);
  const answers = history.flatMap(({ event }) => "fraction" in event ? [event.fraction] : []);
  const right = answers.reduce((sum, fraction) => sum + fraction, 0) / answers.length;
  assert.ok(right > 0.6 && right < 0.95, `${right}`);
});
