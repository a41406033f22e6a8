/** What the learner did on a screen, as the store remembers it. */

import type { Happening } from "../../screens/effects.ts";
import type { StudyEvent } from "../../study/events.ts";
import type { StudyRecord } from "../../study/record.ts";

/** `attempt` is the taking of the quiz, or the run of the lab, in which it was done; `took`: ms that the answer took. */
export function eventOf(what: Happening, attempt: string, took?: number): StudyEvent {
  if (!("mark" in what)) return { ...what, attempt };
  const { mark: { status, fraction }, ...rest } = what;
  return { ...rest, ...(took === undefined ? {} : { took }), attempt, status, fraction };
}

/** A note takes the place of the one that the learner saw, or takes it back: the notes of others stay. */
export function besideNotes(event: StudyEvent, flags: StudyRecord["flags"]): StudyEvent {
  if (event.kind !== "question-flagged" && event.kind !== "question-unflagged") return event;
  const seen = flags.get(event.item)?.at(-1)?.note;
  if (seen === undefined) return event;
  return event.kind === "question-flagged" ? { ...event, instead: seen } : { ...event, note: seen };
}
