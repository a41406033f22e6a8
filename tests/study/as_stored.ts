/** Events as a store gives them back, one second apart. */

import type { Stored, StudyEvent } from "../../lib/study/events.ts";

/** `first` is the sequence of the first one; `at` ms since 1970 by place, a second after another unless told. */
export function asStored(
  events: readonly StudyEvent[],
  { first = 1, at = (index: number) => (index + first) * 1000 } = {},
): readonly Stored[] {
  return events.map((event, index) => ({
    ...event,
    sequence: index + first,
    at: at(index),
    zone: 0,
    uid: `event-${index + first}`,
    imported: false,
  }));
}
