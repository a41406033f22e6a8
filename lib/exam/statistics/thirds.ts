/** The best and the weakest third of a class, by score. */

import type { Table } from "./table.ts";

/** 1 for each row that belongs to it. */
export interface Thirds {
  readonly top: Uint8Array;
  readonly bottom: Uint8Array;
}

/**
 * The ⌊n / 3⌋ best, with everybody who has as many points as the last of them, so that no order of names decides; likewise the
 * weakest. Undefined for less than six students, and where both would share somebody.
 */
export function thirdsOf({ scores }: Pick<Table, "scores">): Thirds | undefined {
  const size = Math.floor(scores.length / 3);
  const sorted = scores.toSorted();
  const [low, high] = [sorted[size - 1], sorted[sorted.length - size]];
  if (size < 2 || low === undefined || high === undefined || high - low < 1e-9) return undefined;
  return {
    top: Uint8Array.from(scores, (score) => score >= high - 1e-9 ? 1 : 0),
    bottom: Uint8Array.from(scores, (score) => score <= low + 1e-9 ? 1 : 0),
  };
}
