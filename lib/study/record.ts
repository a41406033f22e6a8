/** Everything that follows from the events: where the learner stands, the cards, the days. Folded from the start or from an earlier record. */

import type { Card, DayTally, Flag, RecallTally, Tally } from "./card.ts";
import type { Stored } from "./events.ts";
import type { ItemId } from "./item.ts";
import { type Progress, progressOf } from "./progress.ts";
import { defaultSettings, type StudySettings } from "./settings.ts";

export interface StudyRecord extends Progress {
  readonly settings: StudySettings;
  readonly cards: ReadonlyMap<ItemId, Card>;
  readonly tallies: ReadonlyMap<ItemId, Tally>;
  /** By study day (`day.ts`). */
  readonly days: ReadonlyMap<number, DayTally>;
  /** By days since the review before: 1, 2, 4, 8… are the lower ends. */
  readonly recall: ReadonlyMap<number, RecallTally>;
  readonly flags: ReadonlyMap<ItemId, Flag>;
}

/** Events in their order. `before` is the record of all events before these. */
export function recordOf(events: Iterable<Stored>, _before?: StudyRecord): StudyRecord {
  return {
    ...progressOf(events),
    settings: defaultSettings,
    cards: new Map(),
    tallies: new Map(),
    days: new Map(),
    recall: new Map(),
    flags: new Map(),
  };
}
