/** A seed where none was asked for. */

/** An unsigned 32-bit integer, as `quiz/rng.ts` wants it. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
