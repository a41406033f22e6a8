/** The study day of a moment: it begins some hours after midnight, by the clock of the learner. */

import type { StudySettings } from "./settings.ts";

/** ms. */
export const oneDay = 86_400_000;

/** A clock is at most this far from UTC, in minutes; what an import says beyond that is not a clock. */
const widestZone = 24 * 60;

/** `at` ms since 1970, `zone` minutes ahead of UTC. Whole days since 1970. */
export function studyDay(at: number, zone: number, { dayStart }: Pick<StudySettings, "dayStart">): number {
  const ahead = Math.max(-widestZone, Math.min(widestZone, zone));
  return Math.floor((at + ahead * 60_000 - dayStart * 3_600_000) / oneDay);
}
