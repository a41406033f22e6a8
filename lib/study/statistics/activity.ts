/** When a study day counts as one on which something was learned. */

import type { DayTally } from "../card.ts";

/** Answers of every kind, crammed ones too, and tasks of labs passed. */
export function doneOn(day: DayTally | undefined): number {
  return day === undefined ? 0 : day.answers + day.tasks;
}
