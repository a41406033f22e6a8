/** How many reviews are coming, day by day. */

import type { Card } from "../card.ts";
import type { ItemId } from "../item.ts";
import { isDue } from "../queue.ts";

/**
 * Cards by the study day on which they are due, of items that there are. What is overdue counts today, which is where it will
 * be asked. Each card counts once: reviews that follow from these reviews, and new questions, are not foreseen.
 */
export interface Forecast {
  /** Due before today, counted in `days[0]` too. */
  readonly overdue: number;
  /** Today first. */
  readonly days: readonly number[];
  /** Due after those days. */
  readonly later: number;
}

const forecastDays = 30;

export function forecastOf(
  cards: ReadonlyMap<ItemId, Card>,
  exists: (item: ItemId) => boolean,
  today: number,
): Forecast {
  const days = Array.from({ length: forecastDays }, () => 0);
  let [overdue, later] = [0, 0];
  for (const [item, card] of cards) {
    if (!exists(item)) continue;
    if (card.due < today) overdue++;
    const place = isDue(card, today) ? 0 : card.due - today;
    const count = days[place];
    if (count === undefined) later++;
    else days[place] = count + 1;
  }
  return { overdue, days, later };
}
