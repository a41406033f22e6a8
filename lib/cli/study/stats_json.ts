/** The document of `stats --json`. */

import { areaNames } from "../../content/area_names.ts";
import type { Lang } from "../../content/text.ts";
import { isoDate } from "../../study/civil_date.ts";
import type { Statistics } from "../../study/statistics.ts";
import type { Known } from "../../study/statistics/known.ts";
import { standingOf } from "../../study/statistics/retention.ts";

/**
 * Stable; keys are only ever added. Dates are study days, "2026-11-21". Shares and mastery are 0…1, times whole seconds, names in
 * the language of the program. What each figure means stands in `lib/study/statistics/`.
 *
 *     { today,
 *       totals: { answers, right, reviews, tasks },                    right: sum of the fractions of points
 *       streak: { current, today, longest },                           days; today: something was done today
 *       mastery: { mastery, seen, items,
 *         areas: [{ id, name, mastery, seen, items, concepts: [{ id, name, mastery, seen, items }] }] },
 *       calendar: { active, done, days: [{ date, done }] },            exactly a year, today last
 *       forecast: { overdue, days: [{ date, due }], later },           30 days, today first and with what is overdue
 *       retention: { target, asked, recalled, expected,
 *         spans: [{ from, to, asked, recalled, expected, standing }] }, days since the review before; standing: unknown better
 *                                                                      expected worse
 *       time: { total, days: [{ date, seconds }], areas: [{ id, name, seconds }], elsewhere },   30 days, today last
 *       hardest: [{ item, question, source, concept, asked, right }] } question, source, concept: null where not known
 */
export function statsJson(statistics: Statistics, lang: Lang) {
  const { today, totals, streak, mastery, calendar, forecast, retention, target, time, hardest } = statistics;
  const known = ({ mastery, seen, items }: Known) => ({ mastery: rounded(mastery), seen, items });
  const seconds = (ms: number) => Math.round(ms / 1000);
  return {
    today: isoDate(today),
    totals: { ...totals, right: rounded(totals.right) },
    streak,
    mastery: {
      ...known(mastery.known),
      areas: mastery.areas.map(({ area, concepts, ...of }) => ({
        id: area,
        name: areaNames[area][lang],
        ...known(of),
        concepts: concepts.map(({ id, name, ...of }) => ({ id, name: name[lang], ...known(of) })),
      })),
    },
    calendar: {
      active: calendar.active,
      done: calendar.done,
      days: calendar.days.map(({ day, done }) => ({ date: isoDate(day), done })),
    },
    forecast: {
      overdue: forecast.overdue,
      days: forecast.days.map((due, index) => ({ date: isoDate(today + index), due })),
      later: forecast.later,
    },
    retention: {
      target,
      asked: retention.asked,
      recalled: retention.recalled,
      expected: rounded(retention.expected),
      spans: retention.spans.map((span) => ({
        ...span,
        expected: rounded(span.expected),
        standing: standingOf(span),
      })),
    },
    time: {
      total: seconds(time.total),
      days: time.days.map((took, index) => ({
        date: isoDate(today - time.days.length + 1 + index),
        seconds: seconds(took),
      })),
      areas: time.areas.map(({ area, took }) => ({ id: area, name: areaNames[area][lang], seconds: seconds(took) })),
      elsewhere: seconds(time.elsewhere),
    },
    hardest: hardest.map(({ item, text, source, concept, asked, right }) => ({
      item,
      question: text?.[lang] ?? null,
      source: source?.[lang] ?? null,
      concept: concept ?? null,
      asked,
      right: rounded(right),
    })),
  };
}

/** Sums of fractions without the noise of binary arithmetic. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
