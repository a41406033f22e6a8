/** The figures of the statistics screen and of `stats --json`, computed from the record. */

import type { ItemId } from "./item.ts";
import type { StudyRecord } from "./record.ts";
import { type Calendar, calendarOf } from "./statistics/calendar.ts";
import { type Forecast, forecastOf } from "./statistics/forecast.ts";
import { hardestOf, type HardQuestion } from "./statistics/hardest.ts";
import { type KnownCourse, knownOf } from "./statistics/known.ts";
import { type Retention, retentionOf } from "./statistics/retention.ts";
import { type Streak, streakOf } from "./statistics/streak.ts";
import { timeOf, type TimeSpent } from "./statistics/time_spent.ts";
import type { Syllabus } from "./syllabus.ts";

/** Of all time. `right` is the sum of the fractions of points, 0…answers; reviews are answers too. */
export interface Totals {
  readonly answers: number;
  readonly right: number;
  readonly reviews: number;
  /** Of labs, passed. */
  readonly tasks: number;
}

/** Days are study days (`day.ts`): each number is a date of the calendar (`civil_date.ts`). */
export interface Statistics {
  readonly today: number;
  readonly totals: Totals;
  readonly streak: Streak;
  readonly mastery: KnownCourse;
  readonly calendar: Calendar;
  readonly forecast: Forecast;
  readonly retention: Retention;
  /** The share of reviews that the learner wants to succeed. */
  readonly target: number;
  readonly time: TimeSpent;
  readonly hardest: readonly HardQuestion[];
}

export function statisticsFrom(record: StudyRecord, syllabus: Syllabus, today: number): Statistics {
  const items = new Set(syllabus.items.map(({ id }) => id));
  return {
    today,
    totals: totalsOf(record),
    streak: streakOf(record.days, today),
    mastery: knownOf(record, syllabus, today),
    calendar: calendarOf(record.days, today),
    forecast: forecastOf(record.cards, (item) => items.has(item), today),
    retention: retentionOf(record.recall),
    target: record.settings.retention,
    time: timeOf(record.days, record.tallies, syllabus, today),
    hardest: hardestOf(record.tallies, syllabus),
  };
}

function totalsOf({ days }: StudyRecord): Totals {
  let [answers, right, reviews, tasks] = [0, 0, 0, 0];
  for (const day of days.values()) {
    answers += day.answers;
    right += day.right;
    reviews += day.reviews;
    tasks += day.tasks;
  }
  return { answers, right, reviews, tasks };
}

/** With what the hardest questions ask, as far as `textOf` knows it. */
export function withTexts(
  statistics: Statistics,
  textOf: (item: ItemId) => Pick<HardQuestion, "text" | "source"> | undefined,
): Statistics {
  return { ...statistics, hardest: statistics.hardest.map((one) => ({ ...one, ...textOf(one.item) })) };
}

/** Nothing was ever done, so there is nothing to show. */
export function isEmpty({ totals, forecast }: Statistics): boolean {
  return totals.answers + totals.tasks + forecast.later === 0 && forecast.days.every((count) => count === 0);
}
