/** With how many points a quiz is passed. */

/** The part of the points that is needed, unless it is said otherwise. */
export const passMark = 0.6;

/** Binary arithmetic makes 11.000000000000002 of 0.55 × 20: nobody fails by that. */
const noise = 1e-9;

/** `pass`: the part of the points that is needed, 0…1. */
export function isPassed({ score, max }: { readonly score: number; readonly max: number }, pass: number): boolean {
  return score >= pass * max - noise;
}
