/** How much the figures could differ in another class like this one: percentile intervals by drawing students with replacement. */

import type { Rng } from "../../quiz/rng.ts";
import { quantile } from "./moments.ts";
import { alphaOf } from "./reliability.ts";
import { restOf, type Table } from "./table.ts";

/** 95 of 100 resamples lie in here. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Intervals {
  /** How often the class was drawn anew; 0: the class is too small or the table too large. */
  readonly resamples: number;
  readonly alpha: Interval | undefined;
  readonly discrimination: readonly (Interval | undefined)[];
}

const wanted = 1000;
/** Cells that are summed in all: about a second. */
const mostWork = 4e8;
/** Fewer than these say nothing of an interval. */
const leastResamples = 100;
/** Of fewer students, resamples are all alike. */
const leastStudents = 5;

/**
 * Efron's percentile bootstrap (Efron and Tibshirani 1993, chapter 13): quantiles 2.5 % and 97.5 %. Between resamples it gives the
 * part (0…1) that is done. The time is linear in the students.
 */
export function* bootstrap(table: Table, rng: Rng): Generator<number, Intervals> {
  const { students, columns, inUse, complete, scores } = table;
  const items = inUse.filter((used) => used).length;
  const n = students.length;
  const resamples = Math.min(wanted, Math.floor(mostWork / (n * columns)));
  const none: Intervals = { resamples: 0, alpha: undefined, discrimination: Array(columns).fill(undefined) };
  if (n < leastStudents || resamples < leastResamples) return none;
  const { own, rest } = centred(table);
  const middle = scores.reduce((sum, score) => sum + score, 0) / n;
  const found = Array.from({ length: columns }, () => new Float64Array(resamples));
  const alphas = new Float64Array(resamples);
  const drawn = new Uint16Array(n);
  const [count, x, xx, r, rr, xr] = Array.from({ length: 6 }, () => new Float64Array(columns)) as Six;
  const sums = [count, x, xx, r, rr, xr];
  for (let round = 0; round < resamples; round++) {
    drawn.fill(0);
    for (let draw = 0; draw < n; draw++) {
      const row = Math.floor(rng() * n);
      drawn[row] = (drawn[row] ?? 0) + 1;
    }
    for (const sum of sums) sum.fill(0);
    let [total, squares] = [0, 0];
    for (let row = 0; row < n; row++) {
      const times = drawn[row] ?? 0;
      if (times === 0) continue;
      const score = (scores[row] ?? 0) - middle;
      total += times * score;
      squares += times * score * score;
      addRow(row * columns, times, { own, rest, asked: table.asked }, { count, x, xx, r, rr, xr });
    }
    let variances = 0;
    for (let column = 0; column < columns; column++) {
      const drawnHere = count[column] ?? 0;
      const v = spread(drawnHere, x[column] ?? 0, xx[column] ?? 0, x[column] ?? 0);
      const w = spread(drawnHere, r[column] ?? 0, rr[column] ?? 0, r[column] ?? 0);
      const both = spread(drawnHere, x[column] ?? 0, xr[column] ?? 0, r[column] ?? 0);
      variances += v;
      const values = found[column];
      if (values) values[round] = v > 1e-12 && w > 1e-12 ? both / Math.sqrt(v * w) : NaN;
    }
    alphas[round] = complete ? alphaOf(items, variances, spread(n, total, squares, total)) ?? NaN : NaN;
    if (round % 16 === 15) yield (round + 1) / resamples;
  }
  return { resamples, alpha: intervalOf(alphas), discrimination: found.map(intervalOf) };
}

type Six = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

interface Cells {
  readonly own: Float64Array;
  readonly rest: Float64Array;
  readonly asked: Uint8Array;
}

/** Sums over the resample, one for each item: how many, Σx, Σx², ΣX, ΣX², ΣxX. */
interface Sums {
  readonly count: Float64Array;
  readonly x: Float64Array;
  readonly xx: Float64Array;
  readonly r: Float64Array;
  readonly rr: Float64Array;
  readonly xr: Float64Array;
}

/** The inner loop: what was not asked is 0 in both and adds nothing. */
function addRow(start: number, times: number, { own, rest, asked }: Cells, { count, x, xx, r, rr, xr }: Sums): void {
  for (let column = 0; column < count.length; column++) {
    const a = own[start + column] as number;
    const b = rest[start + column] as number;
    const timesA = times * a;
    const timesB = times * b;
    (count[column] as number) += times * (asked[start + column] as number);
    (x[column] as number) += timesA;
    (xx[column] as number) += timesA * a;
    (r[column] as number) += timesB;
    (rr[column] as number) += timesB * b;
    (xr[column] as number) += timesA * b;
  }
}

/** Marks and rests around their means, so that sums of squares lose no digits. */
function centred(table: Table): { readonly own: Float64Array; readonly rest: Float64Array } {
  const { students, columns, points, asked } = table;
  const own = new Float64Array(points.length);
  const rest = new Float64Array(points.length);
  for (let column = 0; column < columns; column++) {
    let [count, sumOwn, sumRest] = [0, 0, 0];
    for (let row = 0; row < students.length; row++) {
      const cell = row * columns + column;
      if (asked[cell] !== 1) continue;
      own[cell] = points[cell] ?? 0;
      rest[cell] = restOf(table, row, column);
      count++;
      sumOwn += own[cell] ?? 0;
      sumRest += rest[cell] ?? 0;
    }
    for (let row = 0; row < students.length; row++) {
      const cell = row * columns + column;
      if (asked[cell] !== 1) continue;
      own[cell] = (own[cell] ?? 0) - sumOwn / count;
      rest[cell] = (rest[cell] ?? 0) - sumRest / count;
    }
  }
  return { own, rest };
}

/** (Σab − Σa Σb / n) / (n − 1). */
function spread(n: number, a: number, ab: number, b: number): number {
  return n > 1 ? (ab - a * b / n) / (n - 1) : 0;
}

/** Resamples in which nothing could be computed are left out; undefined where they are more than half. */
function intervalOf(values: Float64Array): Interval | undefined {
  const usable = values.filter((value) => !Number.isNaN(value)).sort();
  if (usable.length * 2 < values.length) return undefined;
  const [low, high] = [quantile(usable, 0.025), quantile(usable, 0.975)];
  return low === undefined || high === undefined ? undefined : { low, high };
}
