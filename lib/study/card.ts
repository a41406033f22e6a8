/** What is known of one item for its next review: a cache that can always be computed from the events again. */

import type { Rating } from "./events.ts";

/** FSRS: stability in days, difficulty 1…10. */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** Days are study days (`day.ts`). */
export interface Card {
  readonly memory: Memory;
  /** Before the last review, so that it can be rated in another way; absent before the first. */
  readonly before?: Memory;
  /** When the review before the last one was, for the same. */
  readonly beforeDay?: number;
  readonly lastDay: number;
  readonly lastRating: Rating;
  /** Under the settings of the last event: a change of the settings moves it at once. */
  readonly due: number;
  /** Reviews, the first one counted. */
  readonly reps: number;
  /** Times that it was forgotten after it had been known. */
  readonly lapses: number;
  /** What it meant when it was last asked. */
  readonly meaning?: string;
}

/** How it went, whatever the schedule: crammed answers count here too. */
export interface Tally {
  readonly asked: number;
  /** Sum of the fractions of points, 0…asked. */
  readonly right: number;
  /** ms, as far as known; of a very long answer only a part (`tallies.ts`). */
  readonly took: number;
  /** The latest last, at most eight. */
  readonly recent: readonly { readonly at: number; readonly fraction: number }[];
  /** The last answer was practice that leaves the schedule alone; so does rating it. */
  readonly crammed?: true;
}

/** One study day. */
export interface DayTally {
  /** To questions, crammed ones too. */
  readonly answers: number;
  /** Sum of the fractions of points, 0…answers. */
  readonly right: number;
  /** Answers that `review` asked for and that moved the schedule. */
  readonly reviews: number;
  /** Items that `review` asked for the first time. */
  readonly introduced: number;
  /** Tasks of labs passed. */
  readonly tasks: number;
  /** ms, as far as known; of a very long answer only a part (`tallies.ts`). */
  readonly took: number;
}

/** Reviews after about as many days: how many of them succeeded, and how many FSRS expected to. */
export interface RecallTally {
  readonly asked: number;
  readonly recalled: number;
  readonly expected: number;
}

export interface Flag {
  readonly note: string;
  readonly at: number;
}
