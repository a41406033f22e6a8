/** What the learner did on a screen, as the store remembers it. */

import type { Happening } from "../screens/effects.ts";
import type { StudyEvent } from "../study/events.ts";

/** `attempt` is the taking of the quiz, or the run of the lab, in which it was done; `took`: ms that the answer took. */
export function eventOf(what: Happening, attempt: string, took?: number): StudyEvent {
  if (!("mark" in what)) return { ...what, attempt };
  const { mark: { status, fraction }, ...rest } = what;
  return { ...rest, ...(took === undefined ? {} : { took }), attempt, status, fraction };
}
