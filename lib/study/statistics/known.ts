/** How much of the course is known, area by area and concept by concept. */

import type { Area } from "../../content/area_names.ts";
import type { Text } from "../../content/text.ts";
import type { ItemId } from "../item.ts";
import { itemsBy } from "../item_groups.ts";
import { isCounted, masteryOf, meanMastery } from "../mastery.ts";
import type { StudyRecord } from "../record.ts";
import type { Syllabus } from "../syllabus.ts";

/** `mastery` 0…1 as in `mastery.ts`: the mean over all items, 0 for what was never asked. */
export interface Known {
  readonly mastery: number;
  readonly items: number;
  /** Of them, those that were asked at least once. */
  readonly seen: number;
}

export interface KnownConcept extends Known {
  readonly id: string;
  readonly name: Text;
}

/** `known` is of all items, each of them once. */
export interface KnownCourse {
  readonly known: Known;
  readonly areas: readonly KnownArea[];
}

export interface KnownArea extends Known {
  readonly area: Area;
  readonly concepts: readonly KnownConcept[];
}

/**
 * Areas and concepts in the order of the course; an item that asks for several concepts counts in each of them, and once in an
 * area. What counts is what a review may ask.
 */
export function knownOf(record: StudyRecord, { concepts, items }: Syllabus, today: number): KnownCourse {
  const ofItem = masteryOf(record, today);
  const counted = items.filter(({ id }) => isCounted(record, id));
  const byConcept = itemsBy(counted, ({ concepts }) => concepts);
  const known = (ids: Iterable<ItemId>): Known => {
    const all = new Set(ids);
    const seen = [...all].filter((id) => record.cards.has(id)).length;
    return { mastery: meanMastery(all, ofItem), items: all.size, seen };
  };
  const areas = [...new Set(concepts.map(({ area }) => area))].map((area): KnownArea => {
    const own = concepts.filter((concept) => concept.area === area);
    return {
      area,
      ...known(own.flatMap(({ id }) => byConcept.get(id) ?? [])),
      concepts: own.map(({ id, name }) => ({ id, name, ...known(byConcept.get(id) ?? []) })),
    };
  });
  return { known: known(counted.map(({ id }) => id)), areas };
}
