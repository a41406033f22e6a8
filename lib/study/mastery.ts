/** How well something is known today, 0…1: of an item, of what holds several items. */

import type { Card } from "./card.ts";
import type { Rating } from "./events.ts";
import { type ItemId, itemRef } from "./item.ts";
import { itemsBy } from "./item_groups.ts";
import { scheduleOf } from "./memory.ts";
import type { StudyRecord } from "./record.ts";

/** How good the last answer was, as the learner or `rating.ts` rated it. Without it a wrong answer would count as known today. */
const worth: Readonly<Record<Rating, number>> = { again: 0, hard: 0.7, good: 1, easy: 1 };

/**
 * Mastery of an item = probability that it is recalled today (FSRS-6) × how good the last answer was; 0 for what was never asked.
 * So it falls by itself while nothing is reviewed, and one wrong answer takes it to 0. `today` is a study day.
 */
export function masteryOf(record: StudyRecord, today: number): (item: ItemId) => number {
  const schedule = scheduleOf(record.settings);
  return (item) => {
    const card = record.cards.get(item);
    return card ? worth[card.lastRating] * schedule.recall(card.memory, daysSince(card, today)) : 0;
  };
}

/**
 * The items of which mastery speaks: what a review may ask. Those are the questions of quizzes; of labs, whose questions and tasks
 * belong to what is done there, only what was answered or missed.
 */
export function isCounted({ cards }: Pick<StudyRecord, "cards">, item: ItemId): boolean {
  return canBeNew(item) || cards.has(item);
}

/** Questions of labs belong to what is done there, and tasks are recalled only after a mistake: `review` begins with neither. */
export function canBeNew(id: ItemId): boolean {
  return itemRef(id)?.kind === "quiz";
}

/** Whole days since the last review; a clock that was set back counts as no time passed. */
export function daysSince({ lastDay }: Card, today: number): number {
  return Math.max(0, today - lastDay);
}

/**
 * Mastery of a quiz, a concept or an area = the mean over all its items: what was never asked counts as 0, so that half of a
 * concept cannot look like all of it. Each item counts once; 0 where there is none.
 */
export function meanMastery(items: Iterable<ItemId>, ofItem: (item: ItemId) => number): number {
  let [sum, count] = [0, 0];
  for (const item of new Set(items)) [sum, count] = [sum + ofItem(item), count + 1];
  return count === 0 ? 0 : sum / count;
}

/** Concept → its mastery, for each concept that an item has. */
export function conceptMastery(
  items: Iterable<{ readonly id: ItemId; readonly concepts: readonly string[] }>,
  ofItem: (item: ItemId) => number,
): ReadonlyMap<string, number> {
  const byConcept = itemsBy(items, ({ concepts }) => concepts);
  return new Map([...byConcept].map(([concept, ids]) => [concept, meanMastery(ids, ofItem)]));
}
