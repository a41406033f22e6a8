/** The one value that a matcher asks for, where there is one: what a correcting command would say. */

import type { Matcher } from "../../content/schema/matcher.ts";

export type Wanted = string | number | boolean;

/** Exact values, and the edge of a range; undefined when there is no single one. */
export function wanted(matcher: Matcher): Wanted | undefined {
  switch (matcher.is) {
    case "equal":
      return matcher.value;
    case "oneOf":
      return matcher.values[0];
    case "contains":
      return wanted(matcher.part);
    case "range":
      return matcher.max ?? matcher.min;
    case "all":
    case "any":
      return matcher.of.map(wanted).find((value) => value !== undefined);
    default:
      return undefined;
  }
}

/** The items that a list must hold, by name. */
export function wantedItems(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "includes":
    case "exactly":
      return matcher.items.flatMap((item) => wanted(item) ?? []).map(String);
    case "contains": {
      const item = wanted(matcher.part);
      return item === undefined ? [] : [String(item)];
    }
    case "all":
    case "any":
      return matcher.of.flatMap(wantedItems);
    default:
      return [];
  }
}

/** The items that a list must not hold, by name. */
export function unwantedItems(matcher: Matcher): readonly string[] {
  switch (matcher.is) {
    case "not":
      return wantedItems(matcher.of);
    case "all":
      return matcher.of.flatMap(unwantedItems);
    default:
      return [];
  }
}

/** The entries that a map must hold. */
export function wantedEntries(matcher: Matcher): readonly (readonly [string, Matcher])[] {
  switch (matcher.is) {
    case "fields":
      return Object.entries(matcher.fields);
    case "all":
    case "any":
      return matcher.of.flatMap(wantedEntries);
    default:
      return [];
  }
}

/** The mappings that a list of mounts or bindings must hold. */
export function wantedRows(matcher: Matcher): readonly Readonly<Record<string, Matcher>>[] {
  switch (matcher.is) {
    case "fields":
      return [matcher.fields];
    case "contains":
      return wantedRows(matcher.part);
    case "includes":
    case "exactly":
      return matcher.items.flatMap(wantedRows);
    case "all":
    case "any":
      return matcher.of.flatMap(wantedRows);
    default:
      return [];
  }
}
