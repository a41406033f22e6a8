/** How each item worked: easy or hard, and whether it tells the better from the weaker. */

import { covariance, mean } from "./moments.ts";
import { type Column, columnOf, type Table } from "./table.ts";

/** Shares and indices are 0…1 and −1…1, where Moodle shows percent. Undefined where it cannot be computed. */
export interface ItemStatistics {
  /** Students who were asked. */
  readonly asked: number;
  /** Mean mark / maximum mark. */
  readonly facility: number | undefined;
  /** Of the marks, in points. */
  readonly standardDeviation: number | undefined;
  /** Pearson's correlation of the mark with the score without this item: "corrected item-total", not the index of 27 %. */
  readonly discriminationIndex: number | undefined;
  /** The covariance of the same, against the highest that these marks could have, both sorted. */
  readonly discriminativeEfficiency: number | undefined;
  /** The part of the maximum score; undefined where students were asked different things. */
  readonly intendedWeight: number | undefined;
  /** The part of the spread of the scores that comes from here; undefined too where it pulls against the rest. */
  readonly effectiveWeight: number | undefined;
}

/**
 * Moodle's formulas (question/classes/statistics/questions/calculator.php, described at docs.moodle.org/dev under "Quiz statistics
 * calculations"), with x the marks, X the scores without the item, T the scores, V = Cov(a, a):
 *
 * - discrimination index: Cov(x, X) / √(V(x) V(X))
 * - discriminative efficiency: Cov(x, X) / Cov(x sorted, X sorted)
 * - effective weight: √Cov(x, T) / Σ √Cov(x, T) over the items where that covariance is not negative
 */
export function itemStatistics(table: Table): readonly ItemStatistics[] {
  const { marks: { items }, inUse, complete, outOf } = table;
  const roots: (number | undefined)[] = [];
  const found = items.map(({ max }, index) => {
    const column = columnOf(table, index);
    const own = covariance(column.points, column.points);
    const average = mean(column.points);
    roots.push(rootOf(column, own));
    return {
      asked: column.rows.length,
      facility: average === undefined || max === 0 ? undefined : average / max,
      standardDeviation: own === undefined ? undefined : Math.sqrt(own),
      ...discrimination(column, own),
      intendedWeight: complete && outOf > 0 && inUse[index] ? max / outOf : undefined,
    };
  });
  const sum = roots.reduce((total: number, root) => total + (root ?? 0), 0);
  return found.map((item, index) => {
    const root = roots[index];
    return { ...item, effectiveWeight: complete && root !== undefined && sum > 0 ? root / sum : undefined };
  });
}

/** √Cov(x, T); undefined below 0, and what sums of decimals leave of a 0 is 0. */
function rootOf({ points, scores }: Column, own: number | undefined): number | undefined {
  const shared = covariance(points, scores);
  const whole = covariance(scores, scores);
  if (shared === undefined || own === undefined || whole === undefined) return undefined;
  if (Math.abs(shared) <= 1e-12 * Math.sqrt(own * whole)) return 0;
  return shared > 0 ? Math.sqrt(shared) : undefined;
}

/** Below this part of the scale, differences are what sums of decimals leave behind. */
const noise = 1e-18;

function discrimination(
  { points, rest }: Column,
  own: number | undefined,
): Pick<ItemStatistics, "discriminationIndex" | "discriminativeEfficiency"> {
  const shared = covariance(points, rest);
  const others = covariance(rest, rest);
  const most = covariance(points.toSorted(), rest.toSorted());
  const spread = own !== undefined && others !== undefined && own > noise && others > noise;
  if (!spread || shared === undefined) {
    return { discriminationIndex: undefined, discriminativeEfficiency: undefined };
  }
  return {
    discriminationIndex: shared / Math.sqrt(own * others),
    discriminativeEfficiency: most !== undefined && most > noise ? shared / most : undefined,
  };
}
