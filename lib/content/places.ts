/** From data paths to lines and columns. */

import type { DataPath } from "./data_path.ts";
import { type Layout, walkLayout } from "./yaml.ts";

/** Both count from 1; the column counts UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value and its key start; the key's is -1 for the items of a list. */
interface Offsets {
  key: number;
  value: number;
}

interface Wanted {
  offsets: Offsets | undefined;
  readonly steps: Map<string | number, Wanted>;
}

/**
 * Finds the offset of each path in one walk over the text. A path that is not there has the place of its nearest parent
 * that is.
 */
export function offsetsOf(
  layout: Layout,
  paths: readonly { readonly at: DataPath; readonly on?: "key" | "value" }[],
): readonly number[] {
  const root: Wanted = { offsets: undefined, steps: new Map() };
  for (const { at } of paths) {
    let wanted = root;
    for (const step of at) {
      const known = wanted.steps.get(step);
      const next = known ?? { offsets: undefined, steps: new Map<string | number, Wanted>() };
      if (!known) wanted.steps.set(step, next);
      wanted = next;
    }
  }
  walkLayout<Wanted>(layout, (parent, { step, keyOffset, offset }) => {
    const wanted = parent ? parent.steps.get(step) : root;
    if (wanted) wanted.offsets = { key: keyOffset, value: offset };
    return wanted;
  });
  return paths.map(({ at, on }) => {
    let wanted = root;
    let found = root.offsets ?? { key: -1, value: 0 };
    let complete = true;
    for (const step of at) {
      const next = wanted.steps.get(step);
      if (!next?.offsets) {
        complete = false;
        break;
      }
      wanted = next;
      found = next.offsets;
    }
    return Math.max(0, complete && on === "key" && found.key >= 0 ? found.key : found.value);
  });
}

/** A place for each offset, whatever their order. A byte order mark takes no column. */
export function placesOf(source: string, offsets: readonly number[]): readonly Place[] {
  const sorted = [...new Set(offsets)].sort((one, other) => one - other);
  const places = new Map<number, Place>();
  let line = 1;
  let lineStart = source.startsWith("\ufeff") ? 1 : 0;
  let lineEnd = endOfLine(source, lineStart);
  for (const offset of sorted) {
    while (lineEnd !== -1 && offset > lineEnd) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = endOfLine(source, lineStart);
    }
    places.set(offset, { line, column: Math.max(1, offset - lineStart + 1) });
  }
  return offsets.map((offset) => places.get(offset) ?? { line: 1, column: 1 });
}

/** The offset of the last character of the line's break, -1 in the last line. */
function endOfLine(source: string, from: number): number {
  return source.indexOf("\n", from);
}
