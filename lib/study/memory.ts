/** What FSRS-6 says of a memory: how it is after a review, how likely it still holds, when to ask again. */

import { default_w, FSRSAlgorithm, Rating as Grades } from "ts-fsrs";
import type { Memory } from "./card.ts";
import type { Rating } from "./events.ts";
import type { StudySettings } from "./settings.ts";

/** Stored with every cache of cards and every change of the settings: another algorithm means other intervals. */
export const algorithm = "FSRS-6.0";

const grades: Readonly<Record<Rating, number>> = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
};

export interface Schedule {
  /** `memory` is undefined before the first review; `days` since the review before, whole, 0 or more. */
  readonly after: (memory: Memory | undefined, days: number, rating: Rating) => Memory;
  /** Whole days, at least 1, until recall falls to the retention that is wanted. */
  readonly interval: (memory: Memory) => number;
  /** The probability, 0…1, that it is recalled so many days after its last review. */
  readonly recall: (memory: Memory, days: number) => number;
}

/** Without learning steps: a day is the shortest interval, and reviews on one day follow FSRS-6's short-term formula. */
export function scheduleOf({ retention, maximumInterval, weights = default_w }: StudySettings): Schedule {
  const fsrs = new FSRSAlgorithm({
    request_retention: retention,
    maximum_interval: maximumInterval,
    w: weights,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  });
  return {
    after: (memory, days, rating) => fsrs.next_state(memory ?? null, days, grades[rating]),
    interval: ({ stability }) => fsrs.next_interval(stability, 0),
    recall: ({ stability }, days) => fsrs.forgetting_curve(days, stability),
  };
}
