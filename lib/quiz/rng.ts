/** Randomness that is handed in and can be repeated: the same seed gives the same order on every machine. */

/** A number in [0, 1). */
export type Rng = () => number;

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to shuffle questions. `seed` is an unsigned 32-bit integer. */
export function seeded(seed: number): Rng {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher-Yates; does not change its argument. */
export function shuffled<Item>(items: readonly Item[], rng: Rng): readonly Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(rng() * (last + 1));
    [result[last], result[chosen]] = [result[chosen] as Item, result[last] as Item];
  }
  return result;
}

/** A seed of its own for each question, so that leaving one out does not reorder the others (FNV-1a over seed and id). */
export function seedFor(seed: number, id: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}
