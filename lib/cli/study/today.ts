/** The study day that it is now, by the clock of this machine. */

import { studyDay } from "../../study/day.ts";
import type { StudySettings } from "../../study/settings.ts";

/** `now`: ms since 1970. */
export function todayOf(settings: StudySettings, now: number): number {
  return studyDay(now, -new Date(now).getTimezoneOffset(), settings);
}
