/** How the scores are spread: figures, and how many lie in each tenth of the maximum. */

import { type Moments, momentsOf } from "./moments.ts";
import type { Table } from "./table.ts";

export interface ScoreDistribution extends Moments {
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
  /** Students from 0 to under 10 % of the maximum, and so on; the last includes 100 %, the first what is below 0. */
  readonly tenths: readonly number[];
}

export function scoreDistribution({ scores, outOf }: Table): ScoreDistribution {
  const tenths = Array<number>(10).fill(0);
  for (const score of scores) {
    // 0.7 of 1 is a little less than seven tenths in binary.
    const tenth = outOf > 0 ? Math.floor(score / outOf * 10 + 1e-9) : 0;
    const place = Math.min(9, Math.max(0, tenth));
    tenths[place] = (tenths[place] ?? 0) + 1;
  }
  const sorted = scores.toSorted();
  return { ...momentsOf(scores), lowest: sorted[0], highest: sorted.at(-1), tenths };
}
