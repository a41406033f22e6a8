/** How well things stay: the share of reviews that succeeded, by the days since the review before. */

import type { RecallTally } from "../card.ts";

export interface RetentionSpan {
  /** Days since the review before, both included; the last span has no end. */
  readonly from: number;
  readonly to?: number;
  readonly asked: number;
  readonly recalled: number;
  /** How many FSRS expected to be recalled: the sum of its probabilities. */
  readonly expected: number;
}

export interface Retention {
  /** Only those in which something was reviewed, the shortest first. */
  readonly spans: readonly RetentionSpan[];
  readonly asked: number;
  readonly recalled: number;
  readonly expected: number;
}

/** Fewer reviews than that say nothing of a share yet. */
export const enoughReviews = 10;

export function retentionOf(recall: ReadonlyMap<number, RecallTally>): Retention {
  const spans = [...recall].filter(([, { asked }]) => asked > 0).sort(([a], [b]) => a - b)
    .map(([from, { asked, recalled, expected }]): RetentionSpan => ({
      from,
      to: 2 * from - 1,
      asked,
      recalled,
      expected,
    }));
  const sum = (figure: (span: RetentionSpan) => number) => spans.reduce((total, span) => total + figure(span), 0);
  return {
    spans,
    asked: sum(({ asked }) => asked),
    recalled: sum(({ recalled }) => recalled),
    expected: sum(({ expected }) => expected),
  };
}

/** How what was recalled stands to what was expected, where there were enough reviews to tell. */
export type Standing = "unknown" | "better" | "expected" | "worse";

/**
 * "expected" unless chance alone would bring it so far from the expected count in fewer than 5 of 100 cases: the score test of a
 * share with the correction for continuity (Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 4).
 */
export function standingOf({ asked, recalled, expected }: Omit<RetentionSpan, "from" | "to">): Standing {
  if (asked < enoughReviews) return "unknown";
  const deviation = Math.sqrt(expected * (1 - expected / asked));
  if (Math.abs(recalled - expected) - 0.5 <= 1.96 * deviation) return "expected";
  return recalled > expected ? "better" : "worse";
}
