/** Who goes with whom when a list must hold several things: no item answers for two expectations. */

export interface Pairing {
  /** Indexes of the expectations that no item is left for. */
  readonly missing: readonly number[];
  /** Indexes of the items that no expectation asked for. */
  readonly extra: readonly number[];
}

/** As many pairs as possible (augmenting paths, Kuhn 1955); lists here are short. */
export function pair(expected: number, items: number, fits: (expectation: number, item: number) => boolean): Pairing {
  const takenBy = new Map<number, number>();
  const seat = (expectation: number, seen: Set<number>): boolean => {
    for (let item = 0; item < items; item++) {
      if (seen.has(item) || !fits(expectation, item)) continue;
      seen.add(item);
      const other = takenBy.get(item);
      if (other === undefined || seat(other, seen)) {
        takenBy.set(item, expectation);
        return true;
      }
    }
    return false;
  };
  const missing: number[] = [];
  for (let expectation = 0; expectation < expected; expectation++) {
    if (!seat(expectation, new Set())) missing.push(expectation);
  }
  const extra: number[] = [];
  for (let item = 0; item < items; item++) if (!takenBy.has(item)) extra.push(item);
  return { missing, extra };
}
