/** Tests of which hint can be had: tiers, conditions that hold, cool-downs. */

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Hint } from "../../lib/content/schema/lab.ts";
import { same } from "../../lib/content/text.ts";
import { type HintMoment, offeredHint } from "../../lib/lab/hints.ts";
import { objectCheck } from "./samples.ts";

const plain: Hint = { text: same("mira"), cost: 0 };
const slow: Hint = { text: same("casi"), cost: 1, wait: 60 };
const fallen: Hint = { text: same("ha caído"), cost: 0.5, when: objectCheck("container", "web") };
const start = Date.UTC(2026, 0, 15, 12, 0, 0);

function moment(more: Partial<HintMoment> = {}): HintMoment {
  return { seen: new Set(), fitting: [], since: start, now: start, ...more };
}

Deno.test("hints come tier by tier, and then there are no more", () => {
  const hints = [plain, { ...plain, text: same("otra") }];
  assert.deepEqual(offeredHint(hints, moment()), { kind: "ready", tier: 1, hint: hints[0], fits: false });
  assert.equal(kindAndTier(hints, { seen: new Set([1]) }), "ready 2");
  assert.deepEqual(offeredHint(hints, moment({ seen: new Set([1, 2]) })), { kind: "none", more: false });
  assert.deepEqual(offeredHint([], moment()), { kind: "none", more: false });
});

Deno.test("a hint for what is seen now goes before the others, and only while it is seen", () => {
  const hints = [plain, plain, fallen];
  assert.deepEqual(offeredHint(hints, moment({ fitting: [3] })), { kind: "ready", tier: 3, hint: fallen, fits: true });
  assert.equal(kindAndTier(hints), "ready 1");
  assert.equal(kindAndTier(hints, { fitting: [3], seen: new Set([3]) }), "ready 1");
  assert.deepEqual(offeredHint(hints, moment({ seen: new Set([1, 2]) })), { kind: "none", more: true });
});

Deno.test("a hint that has to be waited for says for how many seconds, down to the last one", () => {
  const hints = [plain, slow];
  const seen = new Set([1]);
  assert.deepEqual(offeredHint(hints, moment({ seen })), { kind: "waiting", tier: 2, seconds: 60 });
  assert.deepEqual(offeredHint(hints, moment({ seen, now: start + 59_001 })), { kind: "waiting", tier: 2, seconds: 1 });
  assert.equal(kindAndTier(hints, { seen, now: start + 60_000 }), "ready 2");
});

Deno.test("a hint that has to be waited for does not keep back one that fits what is seen", () => {
  assert.equal(kindAndTier([slow, fallen], { fitting: [2] }), "ready 2");
  const fitsLater = { ...fallen, wait: 10 };
  assert.deepEqual(offeredHint([slow, fitsLater], moment({ fitting: [2] })), { kind: "waiting", tier: 2, seconds: 10 });
  assert.equal(kindAndTier([plain, fitsLater], { fitting: [2] }), "ready 1");
});

Deno.test("a clock that was set back makes nobody wait longer than the author said", () => {
  assert.deepEqual(offeredHint([slow], moment({ now: start - 1_000_000 })), { kind: "waiting", tier: 1, seconds: 60 });
});

Deno.test("asking whenever a hint is offered shows each of them once", () => {
  const hint = fc.record({ wait: fc.nat({ max: 100 }), conditional: fc.boolean() }).map(({ wait, conditional }): Hint =>
    conditional ? { ...fallen, wait } : { ...plain, wait }
  );
  fc.assert(fc.property(fc.array(hint, { maxLength: 6 }), (hints) => {
    const fitting = hints.flatMap(({ when }, index) => when ? [index + 1] : []);
    const seen = new Set<number>();
    let now = start;
    for (let step = 0; step < 20; step++) {
      const offer = offeredHint(hints, { seen: new Set(seen), fitting, since: now, now: now + 100_000 });
      if (offer.kind === "none") break;
      assert.equal(offer.kind, "ready");
      if (offer.kind === "ready") {
        assert.ok(!seen.has(offer.tier));
        seen.add(offer.tier);
      }
      now += 100_000;
    }
    assert.equal(seen.size, hints.length);
  }));
});

function kindAndTier(hints: readonly Hint[], more: Partial<HintMoment> = {}): string {
  const offer = offeredHint(hints, moment(more));
  return offer.kind === "none" ? "none" : `${offer.kind} ${offer.tier}`;
}
