/** The document of `report --json`. */

import type { Lang } from "../../content/text.ts";
import type { AnswerCount } from "../statistics/distractors.ts";
import type { ClassStatistics, ItemReport } from "../statistics/class_statistics.ts";
import type { Interval } from "../statistics/bootstrap.ts";
import type { Span } from "../statistics/time_spent.ts";
import { flagText } from "./flag_text.ts";
import { notesOf } from "./notes.ts";

/**
 * Stable; keys are only ever added. Texts in the language of the program. Shares are 0…1, indices −1…1 (Moodle shows both in
 * percent), marks points, times seconds; null where something cannot be computed. What each figure means stands in
 * `lib/exam/statistics/`.
 *
 *     { title, students, leftOut: [id], pending: [id], unjudged: [item id], complete, outOf, smallClass, resamples, notes: [text],
 *       scores: { mean, median, standardDeviation, skewness, kurtosis, lowest, highest, tenths: [10 counts] },
 *       reliability: { alpha, interval, errorRatio, standardError },                    interval: null or { low, high }
 *       items: [{ id, title, kind, concepts, max, asked, omitted, notReached,
 *         facility, standardDeviation, discriminationIndex, interval, discriminativeEfficiency,
 *         intendedWeight, effectiveWeight, alphaWithout,
 *         randomGuessScore, randomGuessExact, time: null or { students, quarter, median, threeQuarters },
 *         answers: null or { options, answered, top, bottom, others: { different, times },
 *           list: [{ id, text, right, chosen, top, bottom }] },                         top, bottom: best and weakest third
 *         flags: [{ kind, what, next }] }],
 *       concepts: [{ id, items, facility, students, weak }],                            weak: less than half of its points
 *       tasks: [{ item, passed, partly, failed, unanswered, owed, failures: [{ check, students, because }] }],
 *       time: null or { students, quarter, median, threeQuarters },                     of whole attempts
 *       standings: [{ id, name, score, share }] }                                       the best first
 */
export function reportJson(statistics: ClassStatistics, lang: Lang, maxGiven = true) {
  const { scores, reliability, items } = statistics;
  return {
    title: statistics.title?.[lang] ?? null,
    students: statistics.standings.length,
    leftOut: statistics.leftOut.map(({ id }) => id),
    pending: statistics.pending.map(({ id }) => id),
    unjudged: statistics.unjudged.map(({ id }) => id),
    complete: statistics.complete,
    outOf: rounded(statistics.outOf),
    smallClass: statistics.small,
    resamples: statistics.resamples,
    notes: notesOf(statistics, maxGiven).map((note) => note[lang]),
    scores: {
      mean: rounded(scores.mean),
      median: rounded(scores.median),
      standardDeviation: rounded(scores.standardDeviation),
      skewness: rounded(scores.skewness),
      kurtosis: rounded(scores.kurtosis),
      lowest: rounded(scores.lowest),
      highest: rounded(scores.highest),
      tenths: scores.tenths,
    },
    reliability: {
      alpha: rounded(reliability.alpha),
      interval: intervalJson(reliability.interval),
      errorRatio: rounded(reliability.errorRatio),
      standardError: rounded(reliability.standardError),
    },
    items: items.map((item) => itemJson(item, lang)),
    concepts: statistics.concepts.map((concept) => ({ ...concept, facility: rounded(concept.facility) })),
    tasks: statistics.tasks.map(({ item, failures, ...counts }) => ({
      item: items[item]?.item.id ?? null,
      ...counts,
      failures: failures.map(({ check, students, because }) => ({ check, students, because: because?.[lang] ?? null })),
    })),
    time: spanJson(statistics.time),
    standings: statistics.standings.map(({ student, score, share }) => ({
      id: student.id,
      name: student.name ?? null,
      score: rounded(score),
      share: rounded(share),
    })),
  };
}

function itemJson(report: ItemReport, lang: Lang) {
  const { item, distractors } = report;
  return {
    id: item.id,
    title: item.title[lang],
    kind: item.kind ?? null,
    concepts: item.concepts,
    max: item.max,
    asked: report.asked,
    omitted: report.omitted,
    notReached: report.notReached,
    facility: rounded(report.facility),
    standardDeviation: rounded(report.standardDeviation),
    discriminationIndex: rounded(report.discriminationIndex),
    interval: intervalJson(report.interval),
    discriminativeEfficiency: rounded(report.discriminativeEfficiency),
    intendedWeight: rounded(report.intendedWeight),
    effectiveWeight: rounded(report.effectiveWeight),
    alphaWithout: rounded(report.alphaWithout),
    randomGuessScore: rounded(item.guess?.score),
    randomGuessExact: item.guess?.exact ?? null,
    time: spanJson(report.time),
    answers: distractors
      ? {
        options: distractors.options,
        answered: distractors.answered,
        top: distractors.top ?? null,
        bottom: distractors.bottom ?? null,
        others: distractors.others,
        list: distractors.answers.map((answer) => answerJson(answer, lang)),
      }
      : null,
    flags: report.flags.map((flag) => {
      const { what, next } = flagText(flag);
      return { kind: flag.kind, what: what[lang], next: next[lang] };
    }),
  };
}

function answerJson({ id, text, right, chosen, top, bottom }: AnswerCount, lang: Lang) {
  return { id, text: text[lang], right, chosen, top: top ?? null, bottom: bottom ?? null };
}

function intervalJson(interval: Interval | undefined) {
  return interval ? { low: rounded(interval.low), high: rounded(interval.high) } : null;
}

function spanJson(span: Span | undefined) {
  if (!span) return null;
  const { students, quarter, median, threeQuarters } = span;
  return {
    students,
    quarter: rounded(quarter),
    median: rounded(median),
    threeQuarters: rounded(threeQuarters),
  };
}

/** Without the noise of binary arithmetic, and with all digits that mean something. */
function rounded(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(10));
}
