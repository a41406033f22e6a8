/** What a review makes of a card: FSRS's memory, when it is due, how often it was forgotten. */

import type { Card } from "./card.ts";
import type { Rating } from "./events.ts";
import type { Schedule } from "./memory.ts";
import { sameMeaning } from "./meaning.ts";

/** One answer that moves the schedule. `day` is its study day; `meaning` what the item meant then, where that is known. */
export interface Review {
  readonly day: number;
  readonly rating: Rating;
  readonly meaning: string | undefined;
}

/** The card that goes on with a review; nothing where the item means something new, and so begins anew. */
export function goingOn(card: Card | undefined, meaning: string | undefined): Card | undefined {
  const changed = card?.meaning !== undefined && meaning !== undefined && !sameMeaning(card.meaning, meaning);
  return changed ? undefined : card;
}

/** `card` is that of `goingOn`. */
export function reviewed(card: Card | undefined, { day, rating, meaning }: Review, schedule: Schedule): Card {
  const memory = schedule.after(card?.memory, elapsed(card?.lastDay, day), rating);
  const known = meaning ?? card?.meaning;
  return {
    memory,
    ...(card ? { before: card.memory, beforeDay: card.lastDay } : {}),
    lastDay: day,
    lastRating: rating,
    due: dueDay(day, memory, schedule),
    reps: (card?.reps ?? 0) + 1,
    lapses: (card?.lapses ?? 0) + (card && rating === "again" ? 1 : 0),
    ...(known === undefined ? {} : { meaning: known }),
  };
}

/** As if its last review had been rated so at first. */
export function rerated(card: Card, rating: Rating, schedule: Schedule): Card {
  const memory = schedule.after(card.before, elapsed(card.beforeDay, card.lastDay), rating);
  const lapsed = card.before ? Number(rating === "again") - Number(card.lastRating === "again") : 0;
  return {
    ...card,
    memory,
    lastRating: rating,
    due: dueDay(card.lastDay, memory, schedule),
    lapses: card.lapses + lapsed,
  };
}

/**
 * Under changed settings. What is known of the memory stays: stability is the days until recall falls to 90%, whatever the
 * weights and the retention wanted, so only the day on which recall falls to the retention wanted moves.
 */
export function rescheduled(card: Card, schedule: Schedule): Card {
  return { ...card, due: dueDay(card.lastDay, card.memory, schedule) };
}

/** Whole days between two reviews; a clock that was set back counts as no time passed. */
export function elapsed(before: number | undefined, day: number): number {
  return before === undefined ? 0 : Math.max(0, day - before);
}

function dueDay(day: number, memory: Card["memory"], schedule: Schedule): number {
  return day + schedule.interval(memory);
}
