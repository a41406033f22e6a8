/** Mean, median, spread and shape of a list of numbers. */

/** Undefined for nothing. */
export function mean(values: Float64Array): number | undefined {
  if (values.length === 0) return undefined;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The p-th part of the sorted values, between two of them where it falls there: type 7 of Hyndman and Fan (1996), R's own. */
export function quantile(sorted: Float64Array, part: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: Float64Array): number | undefined {
  return quantile(values.toSorted(), 0.5);
}

/** Σ(a − ā)(b − b̄) / (n − 1); undefined for less than two. Both have the same length. */
export function covariance(a: Float64Array, b: Float64Array): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  if (a.length < 2 || meanA === undefined || meanB === undefined) return undefined;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += ((a[index] ?? 0) - meanA) * ((b[index] ?? 0) - meanB);
  return sum / (a.length - 1);
}

/** Undefined where there are too few values for it, or where all are the same. */
export interface Moments {
  readonly mean: number | undefined;
  readonly median: number | undefined;
  readonly standardDeviation: number | undefined;
  readonly skewness: number | undefined;
  /** In excess of that of a normal distribution. */
  readonly kurtosis: number | undefined;
}

/**
 * As Moodle's statistics report (mod/quiz/report/statistics/classes/calculator.php): with m_k = Σ(x − x̄)^k / n,
 *
 * - k2 = n m2 / (n − 1), standard deviation √k2;
 * - k3 = n² m3 / ((n − 1)(n − 2)), skewness k3 / k2^1.5, from three values on;
 * - k4 = n² ((n + 1) m4 − 3 (n − 1) m2²) / ((n − 1)(n − 2)(n − 3)), kurtosis k4 / k2², from four on.
 */
export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  const average = mean(values);
  let [second, third, fourth] = [0, 0, 0];
  for (const value of values) {
    const off = value - (average ?? 0);
    second += off ** 2;
    third += off ** 3;
    fourth += off ** 4;
  }
  const [m2, m3, m4] = [second / n, third / n, fourth / n];
  const k2 = n * m2 / (n - 1);
  const k3 = n ** 2 * m3 / ((n - 1) * (n - 2));
  const k4 = n ** 2 * ((n + 1) * m4 - 3 * (n - 1) * m2 ** 2) / ((n - 1) * (n - 2) * (n - 3));
  const spread = isSpread(second, average, n);
  return {
    mean: average,
    median: median(values),
    standardDeviation: n > 1 ? (spread ? Math.sqrt(k2) : 0) : undefined,
    skewness: n > 2 && spread ? k3 / k2 ** 1.5 : undefined,
    kurtosis: n > 3 && spread ? k4 / k2 ** 2 : undefined,
  };
}

/** Sums of tenths differ in their last digits where the values do not. */
function isSpread(squares: number, average = 0, n: number): boolean {
  return squares > n * (1e-12 * Math.max(1, Math.abs(average))) ** 2;
}
