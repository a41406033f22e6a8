/** Where the time went. Only the time of answers, and only where it was measured: no guess for the others. */

import type { Area } from "../../content/area_names.ts";
import type { DayTally, Tally } from "../card.ts";
import type { ItemId } from "../item.ts";
import type { Syllabus } from "../syllabus.ts";

/** All in ms. */
export interface TimeSpent {
  readonly total: number;
  /** The last 30 study days, today last. */
  readonly days: readonly number[];
  /** In the order of the course; an item of several concepts gives each an equal part. Areas without any time are left out. */
  readonly areas: readonly { readonly area: Area; readonly took: number }[];
  /** Of items that are not there any more, or whose concepts no list has. */
  readonly elsewhere: number;
}

const timeDays = 30;

export function timeOf(
  days: ReadonlyMap<number, DayTally>,
  tallies: ReadonlyMap<ItemId, Tally>,
  { concepts, items }: Syllabus,
  today: number,
): TimeSpent {
  const areaOf = new Map(concepts.map(({ id, area }) => [id, area]));
  const conceptsOf = new Map(items.map(({ id, concepts }) => [id, concepts]));
  const byArea = new Map(concepts.map(({ area }) => [area, 0]));
  let elsewhere = 0;
  for (const [item, { took }] of tallies) {
    const areas = (conceptsOf.get(item) ?? []).flatMap((concept) => areaOf.get(concept) ?? []);
    if (areas.length === 0) elsewhere += took;
    for (const area of areas) byArea.set(area, (byArea.get(area) ?? 0) + took / areas.length);
  }
  return {
    total: [...days.values()].reduce((sum, { took }) => sum + took, 0),
    days: Array.from({ length: timeDays }, (_, index) => days.get(today - timeDays + 1 + index)?.took ?? 0),
    areas: [...byArea].flatMap(([area, took]) => took > 0 ? [{ area, took }] : []),
    elsewhere,
  };
}
