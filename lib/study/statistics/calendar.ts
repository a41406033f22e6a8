/** What was done on each day of the last year. */

import type { DayTally } from "../card.ts";
import { civilDate, daysOfDate } from "../civil_date.ts";
import { doneOn } from "./activity.ts";

export interface CalendarDay {
  readonly day: number;
  /** Answers and tasks passed. */
  readonly done: number;
}

/** From the day after today's date of last year up to today: 365 days, 366 where a leap day is among them. */
export interface Calendar {
  readonly days: readonly CalendarDay[];
  /** Days with something done. */
  readonly active: number;
  readonly done: number;
}

export function calendarOf(days: ReadonlyMap<number, DayTally>, today: number): Calendar {
  const { year, month, day } = civilDate(today);
  // On a leap day the year begins on the 1st of March: last year had no 29th of February to come after.
  const first = month === 2 && day === 29
    ? daysOfDate({ year: year - 1, month: 3, day: 1 })
    : daysOfDate({ year: year - 1, month, day }) + 1;
  const all = Array.from({ length: today - first + 1 }, (_, index): CalendarDay => ({
    day: first + index,
    done: doneOn(days.get(first + index)),
  }));
  return {
    days: all,
    active: all.filter(({ done }) => done > 0).length,
    done: all.reduce((sum, { done }) => sum + done, 0),
  };
}

/** 0 nothing, then a little to a lot. Fixed, so that a good day does not make the others pale. */
export const calendarSteps = [0, 1, 5, 15, 30] as const;

/** 0…4: the step that so much work reaches. */
export function calendarStep(done: number): number {
  return Math.max(0, calendarSteps.findLastIndex((least) => done >= least));
}
