/** Days since 1970 ↔ dates of the calendar: arithmetic only, so that no clock and no time zone has a say. */

/** Months and days of the month count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days of 400 years, after which the calendar repeats itself. */
const era = 146_097;

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that leap days come last. */
export function civilDate(days: number): CivilDate {
  const shifted = days + 719_468;
  const eras = Math.floor(shifted / era);
  const ofEra = shifted - eras * era;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + eras * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The other way round; the 29th of February of a common year is the 1st of March. */
export function daysOfDate({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const eras = Math.floor(shifted / 400);
  const yearOfEra = shifted - eras * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return eras * era + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468;
}

/** 0 is Monday, 6 Sunday. 1970 began on a Thursday. */
export function weekday(days: number): number {
  return ((days + 3) % 7 + 7) % 7;
}

/** "2026-11-21": ISO 8601. */
export function isoDate(days: number): string {
  const { year, month, day } = civilDate(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
