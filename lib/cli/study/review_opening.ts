/** What there is to review now, with the content that it needs. */

import { areaNames } from "../../content/area_names.ts";
import { seeded } from "../../quiz/rng.ts";
import type { ReviewChoice } from "../../screens/effects.ts";
import type { DueIn, ReviewOpening } from "../../screens/review.ts";
import type { ItemId } from "../../study/item.ts";
import { canBeNew } from "../../study/mastery.ts";
import { dueCounts, isDue, queueOf, type ReviewItem } from "../../study/queue.ts";
import type { StudyRecord } from "../../study/record.ts";
import { streakOf } from "../../study/statistics/streak.ts";
import { type ContentIndex, contentIndex } from "../content_index.ts";
import { reviewCards } from "./review_cards.ts";
import { newSeed } from "../seed.ts";
import { todayOf } from "./today.ts";
import type { World } from "../world.ts";

/** `now`: ms since 1970. Throws a `UserError` where a content folder cannot be read. */
export async function reviewOpening(
  world: World,
  record: StudyRecord,
  choice: ReviewChoice,
  now: number,
): Promise<ReviewOpening> {
  const { contents, concepts } = await contentIndex(world);
  const today = todayOf(record.settings, now);
  const place = placesIn(concepts);
  const items = contents
    .flatMap(({ id: of, items }) => items.map((item): ReviewItem => ({ ...item, of, place: place(item.concepts) })))
    .filter(({ concepts }) => choice.concept === undefined || concepts.includes(choice.concept));
  const seed = newSeed();
  const { asked, more } = queueOf(
    choice.unseen ? withRoom(record, today) : record,
    items,
    { ...choice, ...(choice.cram ? { limit: choice.limit ?? crammed } : {}), today },
    seeded(seed),
  );
  const cards = await reviewCards(world, record, asked.map(({ item }) => item.id), today);
  const asking = new Set<ItemId>(cards.map(({ item }) => item));
  const others = items.filter(({ id }) => !asking.has(id));
  const { current, today: done } = streakOf(record.days, today);
  return {
    cards,
    choice,
    seed,
    more: choice.cram ? dueToday(record, items, today) : more,
    upcoming: upcomingOf(record, others, today),
    unseen: others.filter(({ id }) => !record.cards.has(id) && canBeNew(id)).length,
    streak: done ? current - 1 : current,
    today: done,
  };
}

/** What asks for several concepts comes when the last of their areas does; what has none of the course, after it. */
function placesIn(concepts: ContentIndex["concepts"]): (asked: readonly string[]) => number {
  const areas = Object.keys(areaNames);
  const byConcept = new Map(concepts.map(({ id, area }) => [id, areas.indexOf(area)]));
  const last = areas.length;
  return (asked) => asked.length === 0 ? last : Math.max(...asked.map((id) => byConcept.get(id) ?? last));
}

/** The record as if today had brought in nothing new yet. */
function withRoom(record: StudyRecord, today: number): StudyRecord {
  const { settings, days } = record;
  const newPerDay = (days.get(today)?.introduced ?? 0) + Math.max(settings.newPerDay, leastUnseen);
  return { ...record, settings: { ...settings, newPerDay } };
}

/** Who asks for new questions gets some, even where the settings bring in none by themselves. */
const leastUnseen = 5;

/** Practice could go on without end: so many at once, where nobody asks for another number. */
const crammed = 20;

/** Practice does not count as having been asked. */
function dueToday(record: StudyRecord, items: readonly ReviewItem[], today: number): number {
  const { due, fresh } = dueCounts(record, items, today);
  return due + fresh;
}

/** By the days from today on which they are due, without those of today. */
function upcomingOf(record: StudyRecord, items: readonly ReviewItem[], today: number): readonly DueIn[] {
  const byDay = new Map<number, number>();
  for (const { id } of items) {
    const card = record.cards.get(id);
    if (!card || isDue(card, today)) continue;
    const days = card.due - today;
    byDay.set(days, (byDay.get(days) ?? 0) + 1);
  }
  return [...byDay].map(([days, count]) => ({ days, count })).sort((one, other) => one.days - other.days);
}
