/** How it went: counts per item, per day, and per interval; they never move the schedule. */

import type { DayTally, RecallTally, Tally } from "./card.ts";

/** ms. Who takes longer for one answer was doing something else: the rest is not time spent. */
const longestAnswer = 5 * 60_000;

/** How many of the latest answers a tally keeps. */
const kept = 8;

export type Open<Closed> = { -readonly [Key in keyof Closed]: Closed[Key] };

/** What of the time that an answer took is time spent, ms. */
export function timeSpent(took: number | undefined): number {
  return Math.min(took ?? 0, longestAnswer);
}

export interface OpenTally extends Open<Omit<Tally, "recent">> {
  readonly recent: Tally["recent"][number][];
}

export function emptyTally(): OpenTally {
  return { asked: 0, right: 0, took: 0, recent: [] };
}

/** Changes the tally. */
export function count(
  tally: OpenTally,
  { at, fraction, cram, took }: {
    readonly took?: number | undefined;
    readonly at: number;
    readonly fraction: number;
    readonly cram: boolean;
  },
): void {
  tally.asked += 1;
  tally.right += fraction;
  tally.took += timeSpent(took);
  if (cram) tally.crammed = true;
  else delete tally.crammed;
  tally.recent.push({ at, fraction });
  if (tally.recent.length > kept) tally.recent.shift();
}

export function emptyDay(): Open<DayTally> {
  return { answers: 0, right: 0, reviews: 0, introduced: 0, tasks: 0, took: 0 };
}

export function emptyRecall(): Open<RecallTally> {
  return { asked: 0, recalled: 0, expected: 0 };
}

/** The lower end of the interval that so many days belong to: 1, 2, 4, 8… Nothing for reviews on one day. */
export function recallBucket(days: number): number | undefined {
  return days < 1 ? undefined : 2 ** Math.floor(Math.log2(days));
}
