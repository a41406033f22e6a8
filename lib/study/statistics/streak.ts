/** How many study days in a row something was done. */

import type { DayTally } from "../card.ts";
import { doneOn } from "./activity.ts";

/**
 * `current` counts days in a row on which at least one answer was given or one task passed, up to today; a day that is still
 * empty is not over, so without anything today the streak of yesterday stands. `longest` is of all times.
 */
export interface Streak {
  readonly current: number;
  /** Something was done today. */
  readonly today: boolean;
  readonly longest: number;
}

export function streakOf(days: ReadonlyMap<number, DayTally>, today: number): Streak {
  const done = (day: number) => doneOn(days.get(day)) > 0;
  const past = [...days.keys()].filter((day) => day <= today && done(day)).sort((a, b) => a - b);
  let longest = 0;
  let run = 0;
  past.forEach((day, index) => {
    run = index > 0 && past[index - 1] === day - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  const last = past.at(-1);
  return { current: last !== undefined && last >= today - 1 ? run : 0, today: last === today, longest };
}
