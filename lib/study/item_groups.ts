/** Items by what they belong to: concepts, areas. */

import type { ItemId } from "./item.ts";

/** An item stands once in each of its groups, in the order of the items. */
export function itemsBy<Item extends { readonly id: ItemId }>(
  items: Iterable<Item>,
  groupsOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly ItemId[]> {
  const groups = new Map<string, ItemId[]>();
  for (const item of items) {
    for (const group of new Set(groupsOf(item))) {
      const ids = groups.get(group);
      if (ids) ids.push(item.id);
      else groups.set(group, [item.id]);
    }
  }
  return groups;
}
