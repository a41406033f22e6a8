/** What each figure of the statistics counts, and what it leaves out. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { same } from "../../lib/content/text.ts";
import type { Card, DayTally, Tally } from "../../lib/study/card.ts";
import { civilDate, daysOfDate, isoDate } from "../../lib/study/civil_date.ts";
import { recordOf, type StudyRecord } from "../../lib/study/record.ts";
import { isEmpty, statisticsFrom } from "../../lib/study/statistics.ts";
import { calendarOf, calendarStep } from "../../lib/study/statistics/calendar.ts";
import { forecastOf } from "../../lib/study/statistics/forecast.ts";
import { hardestOf } from "../../lib/study/statistics/hardest.ts";
import { knownOf } from "../../lib/study/statistics/known.ts";
import { retentionOf, standingOf } from "../../lib/study/statistics/retention.ts";
import { streakOf } from "../../lib/study/statistics/streak.ts";
import { timeOf } from "../../lib/study/statistics/time_spent.ts";
import type { Syllabus } from "../../lib/study/syllabus.ts";
import { asStoredHistory, someDay, someHistory } from "./some_history.ts";
import { someSyllabus } from "./some_syllabus.ts";

const record = (parts: Partial<StudyRecord> = {}): StudyRecord => ({ ...recordOf([]), ...parts });

const day = (parts: Partial<DayTally>): DayTally => ({
  answers: 0,
  right: 0,
  reviews: 0,
  introduced: 0,
  tasks: 0,
  took: 0,
  ...parts,
});

const answered = (...numbers: readonly number[]) => new Map(numbers.map((number) => [number, day({ answers: 1 })]));

const card = (parts: Partial<Card>): Card => ({
  memory: { stability: 10, difficulty: 5 },
  lastDay: 100,
  lastRating: "good",
  due: 110,
  reps: 1,
  lapses: 0,
  ...parts,
});

const tally = (asked: number, right: number, took = 0): Tally => ({ asked, right, took, recent: [] });

Deno.test("a streak counts days in a row up to today", () => {
  assert.deepEqual(streakOf(answered(8, 9, 10), 10), { current: 3, today: true, longest: 3 });
});

Deno.test("a day that is still empty does not end the streak, a day without anything does", () => {
  assert.deepEqual(streakOf(answered(8, 9), 10), { current: 2, today: false, longest: 2 });
  assert.deepEqual(streakOf(answered(7, 8), 10), { current: 0, today: false, longest: 2 });
});

Deno.test("the longest streak may be of long ago, and days come in any order", () => {
  assert.deepEqual(streakOf(answered(10, 3, 1, 2, 9), 10), { current: 2, today: true, longest: 3 });
  assert.deepEqual(streakOf(new Map(), 10), { current: 0, today: false, longest: 0 });
});

Deno.test("a task of a lab keeps the streak; a day of which only the time is known does not", () => {
  assert.equal(streakOf(new Map([[9, day({ tasks: 1 })], [10, day({ answers: 1 })]]), 10).current, 2);
  assert.equal(streakOf(new Map([[10, day({ took: 500 })]]), 10).current, 0);
});

Deno.test("what another clock put into tomorrow is not counted yet", () => {
  assert.deepEqual(streakOf(answered(10, 11), 10), { current: 1, today: true, longest: 1 });
});

const anyDay = fc.integer({ min: -30_000, max: 60_000 });

Deno.test("the calendar is exactly a year, day after day, today last", () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const { days } = calendarOf(new Map(), today);
      assert.equal(days.at(-1)?.day, today);
      assert.ok(days.every(({ day }, index) => index === 0 || day === (days[index - 1]?.day ?? 0) + 1));
      const leapDays = days.filter(({ day }) => isoDate(day).endsWith("-02-29")).length;
      assert.equal(days.length, 365 + leapDays);
      const [before, date] = [civilDate((days[0]?.day ?? 0) - 1), civilDate(today)];
      if (date.month !== 2 || date.day !== 29) assert.deepEqual({ ...before, year: before.year + 1 }, date);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a calendar up to a leap day begins on the 1st of March", () => {
  const { days } = calendarOf(new Map(), daysOfDate({ year: 2028, month: 2, day: 29 }));
  assert.equal(isoDate(days[0]?.day ?? 0), "2027-03-01");
  assert.equal(days.length, 366);
});

Deno.test("the calendar adds answers and tasks, and knows nothing of other years", () => {
  const days = new Map([[100, day({ answers: 3, tasks: 2 })], [101, day({ answers: 1 })], [-300, day({ answers: 9 })]]);
  const calendar = calendarOf(days, 101);
  assert.deepEqual([calendar.active, calendar.done], [2, 6]);
  assert.equal(calendar.days.at(-2)?.done, 5);
});

Deno.test("a little is more than nothing, and a lot is the last step", () => {
  assert.deepEqual([0, 1, 4, 5, 14, 15, 29, 30, 1000].map(calendarStep), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
});

Deno.test("what is overdue is forecast for today; what comes after thirty days is later", () => {
  const cards = new Map([3, 9, 10, 11, 39, 40, 400].map((due) => [`quiz/a/${due}`, card({ lastDay: 2, due })]));
  const { overdue, days, later } = forecastOf(cards, () => true, 10);
  assert.deepEqual([overdue, days[0], days[1], days[29], later], [2, 3, 1, 1, 2]);
});

Deno.test("cards of questions that are gone are not forecast", () => {
  const cards = new Map([["quiz/a/b", card({})], ["quiz/a/gone", card({})]]);
  const { days, later } = forecastOf(cards, (item) => item !== "quiz/a/gone", 110);
  assert.equal(days.reduce((sum, count) => sum + count, later), 1);
});

Deno.test("a card that a wrong clock reviewed in the future is forecast for today, when it will be asked", () => {
  const cards = new Map([["quiz/a/b", card({ lastDay: 500, due: 520 })]]);
  const { overdue, days, later } = forecastOf(cards, () => true, 100);
  assert.deepEqual([overdue, days[0], later], [0, 1, 0]);
});

Deno.test("every card is forecast once", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200 })), (dues) => {
    const cards = new Map(dues.map((due, index) => [`quiz/a/${index}`, card({ due })]));
    const { overdue, days, later } = forecastOf(cards, () => true, 100);
    assert.equal(days.length, 30);
    assert.equal(days.reduce((sum, count) => sum + count, later), dues.length);
    assert.equal(overdue, dues.filter((due) => due < 100).length);
  }));
});

Deno.test("retention goes from short to long intervals and its sums are those of the spans", () => {
  const retention = retentionOf(
    new Map([
      [4, { asked: 20, recalled: 15, expected: 17.5 }],
      [1, { asked: 10, recalled: 10, expected: 9.5 }],
      [8, { asked: 0, recalled: 0, expected: 0 }],
    ]),
  );
  assert.deepEqual(retention.spans.map(({ from, to }) => [from, to]), [[1, 1], [4, 7]]);
  assert.deepEqual([retention.asked, retention.recalled, retention.expected], [30, 25, 27]);
});

Deno.test("a share stands against what was expected only with enough reviews and beyond chance", () => {
  const standing = (asked: number, recalled: number, expected: number) => standingOf({ asked, recalled, expected });
  assert.equal(standing(9, 0, 9), "unknown");
  assert.equal(standing(20, 16, 18), "expected");
  assert.equal(standing(200, 160, 180), "worse");
  assert.equal(standing(200, 198, 180), "better");
  // One miss among 18 that were nearly sure is bad luck.
  assert.equal(standing(18, 17, 17.85), "expected");
  // The interval of 81 of 263 is 0.2535…0.3682 (Newcombe 1998, table I, method 4).
  assert.deepEqual([0.253, 0.254, 0.368, 0.369].map((share) => standing(263, 81, 263 * share)), [
    "better",
    "expected",
    "expected",
    "worse",
  ]);
});

const syllabus: Syllabus = {
  concepts: [
    { id: "layer", area: "images", name: same("Layer") },
    { id: "tag", area: "images", name: same("Tag") },
    { id: "volume", area: "storage", name: same("Volume") },
  ],
  items: [
    { id: "quiz/a/one", concepts: ["layer"] },
    { id: "quiz/a/two", concepts: ["layer", "tag"] },
    { id: "quiz/a/three", concepts: ["volume", "tag"] },
    { id: "quiz/a/four", concepts: ["unheard-of"] },
    { id: "task/lab/run", concepts: ["volume"] },
  ],
};

Deno.test("mastery is the mean over all questions, those never asked too", () => {
  const cards = new Map([["quiz/a/one", card({})], ["quiz/a/two", card({ lastRating: "again" })]]);
  const { areas, known } = knownOf(record({ cards }), syllabus, 100);
  const [images, storage] = areas;
  assert.deepEqual(images?.concepts.map(({ id, mastery, seen, items }) => [id, mastery, seen, items]), [
    ["layer", 0.5, 2, 2],
    ["tag", 0, 1, 2],
  ]);
  assert.deepEqual([images?.seen, images?.items, storage?.seen, storage?.items], [2, 3, 0, 1]);
  assert.deepEqual([known.seen, known.items, known.mastery], [2, 4, 0.25]);
});

Deno.test("a task of a lab counts in the mastery once it was missed", () => {
  const cards = new Map([["task/lab/run", card({ lastRating: "again" })]]);
  const items = (parts: Partial<StudyRecord>) => knownOf(record(parts), syllabus, 100).areas[1]?.items;
  assert.deepEqual([items({}), items({ cards })], [1, 2]);
});

Deno.test("the hardest question is the one with the lowest share of points; of equal ones that with more answers", () => {
  const tallies = new Map([
    ["quiz/a/one", tally(4, 2)],
    ["quiz/a/two", tally(8, 4)],
    ["quiz/a/three", tally(3, 0.5)],
  ]);
  const hardest = hardestOf(tallies, syllabus);
  assert.deepEqual(hardest.map(({ item }) => item), ["quiz/a/three", "quiz/a/two", "quiz/a/one"]);
  assert.deepEqual(hardest.map(({ concept }) => concept), ["volume", "layer", "layer"]);
});

Deno.test("two answers are not enough to call a question hard, nor is one that always went well or is gone", () => {
  const tallies = new Map([
    ["quiz/a/one", tally(2, 0)],
    ["quiz/a/two", tally(5, 5)],
    ["quiz/a/gone", tally(9, 1)],
    ["quiz/a/four", tally(3, 1)],
  ]);
  const hardest = hardestOf(tallies, syllabus);
  assert.deepEqual(hardest.map(({ item, concept }) => [item, concept]), [["quiz/a/four", undefined]]);
});

Deno.test("the time of a question of two areas is shared; what has no area is told apart", () => {
  const tallies = new Map([
    ["quiz/a/one", tally(1, 1, 1000)],
    ["quiz/a/three", tally(1, 1, 3000)],
    ["quiz/a/four", tally(1, 1, 20)],
    ["quiz/gone/x", tally(1, 1, 5)],
  ]);
  const days = new Map([[100, day({ took: 4000 })], [71, day({ took: 20 })], [70, day({ took: 5 })]]);
  const time = timeOf(days, tallies, syllabus, 100);
  assert.deepEqual(time.areas, [{ area: "images", took: 2500 }, { area: "storage", took: 1500 }]);
  assert.deepEqual([time.elsewhere, time.total], [25, 4025]);
  assert.deepEqual([time.days.length, time.days[0], time.days.at(-1)], [30, 20, 4000]);
});

Deno.test("over a whole history the sums of the figures agree with each other", () => {
  for (const seed of [1, 2, 3]) {
    const folded = recordOf(asStoredHistory(someHistory({ events: 3000, days: 300, seed })));
    const { totals, calendar, time, forecast, mastery } = statisticsFrom(folded, someSyllabus, someDay);
    const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
    assert.ok(totals.answers > 1000);
    assert.equal(calendar.done, totals.answers + totals.tasks);
    assert.equal(calendar.done, sum(calendar.days.map(({ done }) => done)));
    assert.equal(Math.round(sum(time.areas.map(({ took }) => took)) + time.elsewhere), time.total);
    assert.equal(sum(forecast.days) + forecast.later, folded.cards.size);
    assert.ok(mastery.known.mastery > 0.3 && mastery.known.mastery < 1);
    assert.ok(mastery.areas.every(({ seen, items }) => seen <= items && items > 0));
  }
});

Deno.test("who has done nothing has empty statistics; one answer is enough", () => {
  const empty = (days: StudyRecord["days"]) => isEmpty(statisticsFrom(record({ days }), someSyllabus, 100));
  assert.deepEqual([empty(new Map()), empty(answered(100))], [true, false]);
});
