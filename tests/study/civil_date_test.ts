/** Dates without a clock: every day has one, and the other way round. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { civilDate, daysOfDate, isoDate, weekday } from "../../lib/study/civil_date.ts";

/** 1600 to 2600, a leap year of the century among them. */
const days = fc.integer({ min: -135_140, max: 230_000 });

Deno.test("a day number is the date that the calendar says, and back", () => {
  fc.assert(fc.property(days, (number) => {
    const date = new Date(number * 86_400_000);
    assert.equal(isoDate(number), date.toISOString().slice(0, 10));
    assert.equal(weekday(number), (date.getUTCDay() + 6) % 7);
    assert.equal(daysOfDate(civilDate(number)), number);
  }));
});

Deno.test("leap days are where the Gregorian calendar has them", () => {
  const exists = (year: number) => civilDate(daysOfDate({ year, month: 2, day: 29 })).month === 2;
  assert.deepEqual([1900, 2000, 2023, 2024, 2100].map(exists), [false, true, false, true, false]);
});
