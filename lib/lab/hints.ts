/** Which hint of a task can be had now: tiers in their order, and before them those that fit what is seen on the engine. */

import type { Hint } from "../content/schema/lab.ts";

/** What was asked for in one task. */
export interface HintsSeen {
  /** Counted from 1, in the order in which they were asked for. */
  readonly tiers: ReadonlySet<number>;
  /** Points. */
  readonly cost: number;
  /** ms since 1970, of the last one. */
  readonly at: number;
}

/** What the next hint depends on. Times are ms since 1970. */
export interface HintMoment {
  readonly seen: ReadonlySet<number>;
  /** Tiers whose condition holds now: see `TaskVerdict.fitting`. */
  readonly fitting: readonly number[];
  /** When the last hint was seen or, before the first, since when the task can be done. */
  readonly since: number;
  readonly now: number;
}

export type HintOffer =
  /** `fits`: its condition holds now. */
  | { readonly kind: "ready"; readonly tier: number; readonly hint: Hint; readonly fits: boolean }
  /** Whole seconds, 1 at least. */
  | { readonly kind: "waiting"; readonly tier: number; readonly seconds: number }
  /** `more`: there are others for what is not seen now. */
  | { readonly kind: "none"; readonly more: boolean };

export function offeredHint(hints: readonly Hint[], moment: HintMoment): HintOffer {
  const open = hints.map((hint, index) => ({ hint, tier: index + 1 })).filter(({ tier }) => !moment.seen.has(tier));
  const fitting = open.filter(({ hint, tier }) => hint.when && moment.fitting.includes(tier));
  const plain = open.filter(({ hint }) => !hint.when).slice(0, 1);
  const offers = [...fitting, ...plain].map((offer) => ({ ...offer, seconds: secondsLeft(offer.hint, moment) }));
  const ready = offers.find(({ seconds }) => seconds === 0);
  if (ready) {
    const { tier, hint } = ready;
    return { kind: "ready", tier, hint, fits: hint.when !== undefined };
  }
  const [soonest] = offers.toSorted((one, other) => one.seconds - other.seconds);
  if (!soonest) return { kind: "none", more: open.length > 0 };
  return { kind: "waiting", tier: soonest.tier, seconds: soonest.seconds };
}

/** A clock that was set back counts as no time passed: nobody waits longer than the author said. */
function secondsLeft({ wait = 0 }: Hint, { since, now }: HintMoment): number {
  return Math.ceil(Math.max(0, wait - Math.max(0, now - since) / 1000));
}
