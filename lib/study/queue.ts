/** What is asked today, and in which order. */

import { shuffled } from "../quiz/rng.ts";
import type { Rng } from "../quiz/rng.ts";
import type { Card } from "./card.ts";
import { goingOn } from "./cards.ts";
import { apart } from "./apart.ts";
import type { ItemId } from "./item.ts";
import { canBeNew, daysSince, masteryOf } from "./mastery.ts";
import { type Schedule, scheduleOf } from "./memory.ts";
import type { StudyRecord } from "./record.ts";

/**
 * What there is to review. `of` is the id of its quiz or lab; `meaning` as in `meaning.ts`, where the caller knows it; `place`: how
 * late in the course it comes, 0 where nobody knows.
 */
export interface ReviewItem {
  readonly id: ItemId;
  readonly concepts: readonly string[];
  readonly of: string;
  readonly meaning?: string;
  readonly place?: number;
}

export interface QueueChoice {
  /** Study day. */
  readonly today: number;
  /** At most so many. */
  readonly limit?: number;
  /** Practice: anything, due or not; the schedule is left alone. */
  readonly cram?: boolean;
  /** Of this concept only. */
  readonly concept?: string;
}

/** One thing to ask. `card` is absent for what is asked for the first time, and for what means something new (`changed`). */
export interface Queued<Item extends ReviewItem> {
  readonly item: Item;
  readonly card?: Card;
  readonly changed?: true;
}

export interface Queue<Item extends ReviewItem> {
  readonly asked: readonly Queued<Item>[];
  /** Due today, or new and allowed today, and left out because of the limit. */
  readonly more: number;
}

/**
 * What is due comes first, most likely forgotten first; then new questions, as many as the day still allows: those of quizzes
 * begun before others, of weak concepts before others, and what comes early in the course before what comes late. Then the order
 * gives way where two of one concept would stand back to back. What is the same by all this comes by chance, from `rng`.
 */
export function queueOf<Item extends ReviewItem>(
  record: StudyRecord,
  items: readonly Item[],
  { today, limit = Infinity, cram = false, concept }: QueueChoice,
  rng: Rng,
): Queue<Item> {
  const schedule = scheduleOf(record.settings);
  const wanted = concept === undefined ? items : items.filter(({ concepts }) => concepts.includes(concept));
  const all = shuffled(wanted, rng).map((item) => queued(record, item));
  const asked = (chosen: readonly Queued<Item>[]) => forgottenFirst(chosen, today, schedule);
  const fresh = all.filter(isFresh);
  const newest = newOnes(record, items, fresh, today);
  const ordered = cram
    ? [...asked(all.filter(({ card }) => card)), ...newest]
    : [...asked(all.filter(({ card }) => card && isDue(card, today))), ...newest.slice(0, allowance(record, today))];
  const chosen = ordered.slice(0, Math.max(0, limit));
  return { asked: apart(chosen, ({ item }) => item.concepts), more: ordered.length - chosen.length };
}

/** For the home screen. */
export interface DueCounts {
  readonly due: number;
  /** New questions that today still allows. */
  readonly fresh: number;
  /** The study day on which something is due next, where something is due later at all. */
  readonly later?: number;
}

export function dueCounts(record: StudyRecord, items: Iterable<Pick<ReviewItem, "id">>, today: number): DueCounts {
  let [due, fresh, later] = [0, 0, Infinity];
  for (const { id } of items) {
    const card = record.cards.get(id);
    if (!card) fresh += Number(canBeNew(id));
    else if (isDue(card, today)) due++;
    else later = Math.min(later, card.due);
  }
  return { due, fresh: Math.min(fresh, allowance(record, today)), ...(later < Infinity ? { later } : {}) };
}

/**
 * A review that lies more than a day ahead of today was stored by a clock that was wrong: it must not keep the item away until
 * then. A day may be a journey to the west.
 */
export function isDue(card: Pick<Card, "due" | "lastDay">, today: number): boolean {
  return card.due <= today || card.lastDay > today + 1;
}

function allowance({ settings, days }: StudyRecord, today: number): number {
  return Math.max(0, settings.newPerDay - (days.get(today)?.introduced ?? 0));
}

function queued<Item extends ReviewItem>({ cards }: StudyRecord, item: Item): Queued<Item> {
  const before = cards.get(item.id);
  const card = goingOn(before, item.meaning);
  return { item, ...(card ? { card } : before ? { changed: true } : {}) };
}

function isFresh({ item, card, changed }: Queued<ReviewItem>): boolean {
  return !card && (changed === true || canBeNew(item.id));
}

function forgottenFirst<Item extends ReviewItem>(
  asked: readonly Queued<Item>[],
  today: number,
  schedule: Schedule,
): readonly Queued<Item>[] {
  return sortedBy(asked, ({ card }) => card ? [schedule.recall(card.memory, daysSince(card, today))] : []);
}

/**
 * What meant something else before, then quizzes begun, then weak concepts, then the beginning of the course: nobody should meet
 * Kubernetes before containers. Of a concept never asked nothing is known to be weak.
 */
function newOnes<Item extends ReviewItem>(
  record: StudyRecord,
  items: readonly ReviewItem[],
  fresh: readonly Queued<Item>[],
  today: number,
): readonly Queued<Item>[] {
  const strength = strengths(record, items, today);
  return sortedBy(fresh, ({ item, changed }) => [
    changed ? 0 : 1,
    record.quizzes.has(item.of) ? 0 : 1,
    Math.min(1, ...item.concepts.map((concept) => strength.get(concept) ?? 1)),
    item.place ?? 0,
  ]);
}

/** Concept → mean mastery of those of its items that were asked. */
function strengths(record: StudyRecord, items: readonly ReviewItem[], today: number): ReadonlyMap<string, number> {
  const mastery = masteryOf(record, today);
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { id, concepts } of items) {
    if (!record.cards.has(id)) continue;
    const known = mastery(id);
    for (const concept of concepts) {
      const { sum, count } = sums.get(concept) ?? { sum: 0, count: 0 };
      sums.set(concept, { sum: sum + known, count: count + 1 });
    }
  }
  return new Map([...sums].map(([concept, { sum, count }]) => [concept, sum / count]));
}

/** Smaller first, by the first number that differs; what is the same keeps its order. */
function sortedBy<Item>(items: readonly Item[], ranks: (item: Item) => readonly number[]): readonly Item[] {
  return items.map((item) => ({ item, by: ranks(item) }))
    .sort((one, other) => one.by.map((rank, at) => rank - (other.by[at] ?? 0)).find((gap) => gap !== 0) ?? 0)
    .map(({ item }) => item);
}
