/** The figures that others published for public data: see `../data/SOURCES.md`. */

import assert from "node:assert/strict";
import {
  type ClassStatistics,
  classStatistics,
  finished,
  type ItemReport,
} from "../../../lib/exam/statistics/class_statistics.ts";
import lsat6 from "../data/lsat6.csv" with { type: "text" };
import lsat7 from "../data/lsat7.csv" with { type: "text" };
import generated from "../data/moodle-generated.csv" with { type: "text" };
import quiz00 from "../data/moodle-quiz00.csv" with { type: "text" };
import { marksFrom, marksFromPatterns } from "./marks_from_table.ts";

/** As far as `digits` significant digits go. */
function near(actual: number | undefined, expected: number, what: string, digits = 6): void {
  const slack = Math.max(Math.abs(expected), 1e-3) * 10 ** -digits;
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= slack, `${what}: ${actual}, published ${expected}`);
}

function all(
  { items }: ClassStatistics,
  read: (item: ItemReport) => number | undefined,
  expected: readonly number[],
  what: string,
  digits?: number,
): void {
  assert.equal(items.length, expected.length);
  for (const [index, value] of expected.entries()) {
    near(items[index] && read(items[index]), value, `${what} of ${items[index]?.item.id}`, digits);
  }
}

/** A percentage as others print it. */
const percent = (value: number | undefined) => value === undefined ? undefined : value * 100;

Deno.test("a quiz of Moodle's own tests gives Moodle's figures to six digits", () => {
  const found = finished(classStatistics(marksFrom(quiz00)));
  assert.equal(found.standings.length, 25);
  const { scores, reliability } = found;
  near(scores.mean, 4.617333332, "mean");
  near(scores.median, 4.5, "median");
  near(scores.standardDeviation, 0.8117265554, "standard deviation");
  near(scores.skewness, -0.092502502, "skewness");
  near(scores.kurtosis, -0.7073968557, "kurtosis");
  near(percent(reliability.alpha), -87.2230935542, "coefficient of internal consistency");
  near(percent(reliability.errorRatio), 136.8294900795, "error ratio");
  near(reliability.standardError, 1.1106813066, "standard error");
  all(found, (item) => item.facility, [0.704, 0.48, 0.973333332, 0.68, 0.52, 0.64, 0.62], "facility");
  all(
    found,
    (item) => item.standardDeviation,
    [0.4513682901, 0.5099019514, 0.13333334, 0.4760952286, 0.3055050463, 0.4898979486, 0.331662479],
    "standard deviation",
  );
  all(
    found,
    (item) => percent(item.effectiveWeight),
    [21.2922742344, 18.8979800309, 4.443012573, 18.9347251357, 11.1450138688, 9.8081339177, 15.4788602394],
    "effective weight",
  );
  all(
    found,
    (item) => percent(item.discriminationIndex),
    [-7.0650767526, -28.8982125772, -9.1230674268, -22.6306444113, -17.6997047674, -45.3785178421, -5.6543166602],
    "discrimination index",
  );
  all(
    found,
    (item) => percent(item.discriminativeEfficiency),
    [-9.4550536967, -36.7834118938, -21.6545012165, -31.4411395613, -21.1794802584, -56.9365974439, -6.5043742058],
    "discriminative efficiency",
  );
});

Deno.test("attempts that Moodle generated give Moodle's figures to six digits, also where slots are worth nothing", () => {
  const found = finished(classStatistics(marksFrom(generated)));
  assert.equal(found.standings.length, 22);
  const [empty, real] = [found.items.slice(0, 7), { ...found, items: found.items.slice(7) }];
  for (const { discriminationIndex, discriminativeEfficiency, effectiveWeight, standardDeviation } of empty) {
    assert.equal(discriminationIndex, undefined);
    assert.equal(discriminativeEfficiency, undefined);
    assert.equal(effectiveWeight, 0);
    assert.equal(standardDeviation, 0);
  }
  assert.deepEqual(empty.map(({ facility }) => facility), [0, 0, 0, 0, undefined, undefined, undefined]);
  const facilities = [
    41.19318182,
    81.36363636,
    71.36363636,
    65.45454545,
    65.90909091,
    36.36363636,
    59.09090909,
    50,
    59.09090909,
    63.63636364,
    45.45454545,
    27.27272727,
    50,
  ];
  all(real, (item) => percent(item.facility), facilities, "facility");
  const deviations = [
    1912.733589,
    251.2738111,
    322.6312277,
    333.4199022,
    337.5811591,
    492.3659639,
    503.2362797,
    511.7663157,
    503.2362797,
    492.3659639,
    509.6471914,
    455.8423058,
    511.7663157,
  ];
  // Published in thousandths of a maximum mark.
  all(real, (item) => (item.standardDeviation ?? 0) * 1000, deviations, "standard deviation");
  const weights = [
    26.58464457,
    3.368456046,
    3.253955259,
    7.584083694,
    3.79658376,
    3.183278505,
    4.532356904,
    7.78856243,
    10.08351572,
    8.381139345,
    8.727645713,
    7.946277111,
    4.769500946,
  ];
  all(real, (item) => percent(item.effectiveWeight), weights, "effective weight");
  const indices = [
    25.88327077,
    1.170256965,
    -4.207816809,
    28.16930644,
    -2.513606859,
    -12.99017581,
    -8.900638238,
    8.670004606,
    29.63337745,
    15.18945843,
    16.21079629,
    15.52451404,
    -8.396734802,
  ];
  all(real, (item) => percent(item.discriminationIndex), indices, "discrimination index");
  const efficiencies = [
    27.23492723,
    1.382386552,
    -4.691171307,
    31.12404354,
    -2.877487579,
    -17.5074184,
    -10.27568922,
    10.86956522,
    34.58997279,
    17.4790556,
    20.14359793,
    22.06477733,
    -10,
  ];
  all(real, (item) => percent(item.discriminativeEfficiency), efficiencies, "discriminative efficiency");
});

Deno.test("section 6 of the Law School Admission Test gives what the R packages ltm and mirt print", () => {
  const found = finished(classStatistics(marksFromPatterns(lsat6)));
  const { scores, reliability } = found;
  assert.equal(found.standings.length, 1000);
  near(scores.mean, 3.819, "mean", 9);
  near(scores.standardDeviation, 1.0350412, "standard deviation");
  near(reliability.alpha, 0.2949972, "alpha");
  near(reliability.standardError, 0.8690666, "standard error");
  all(found, (item) => item.facility, [0.924, 0.709, 0.553, 0.763, 0.87], "proportion right", 9);
  // Printed with four digits.
  const printed = (value: number | undefined) => Math.round((value ?? NaN) * 1e4) / 1e4;
  assert.deepEqual(
    found.items.map(({ discriminationIndex }) => printed(discriminationIndex)),
    [0.1128, 0.1532, 0.1728, 0.1444, 0.1216],
  );
  assert.deepEqual(
    found.items.map(({ alphaWithout }) => printed(alphaWithout)),
    [0.2754, 0.2376, 0.2168, 0.2459, 0.2663],
  );
});

Deno.test("section 7 of the Law School Admission Test gives what the R package mirt prints", () => {
  const found = finished(classStatistics(marksFromPatterns(lsat7)));
  const printed = (value: number | undefined) => Math.round((value ?? NaN) * 1e3) / 1e3;
  const { scores, reliability, items } = found;
  assert.deepEqual(
    [scores.mean, scores.standardDeviation, reliability.alpha, reliability.standardError].map(printed),
    [3.707, 1.199, 0.453, 0.886],
  );
  assert.deepEqual(items.map(({ facility }) => printed(facility)), [0.828, 0.658, 0.772, 0.606, 0.843]);
  assert.deepEqual(items.map(({ standardDeviation }) => printed(standardDeviation)), [
    0.378,
    0.475,
    0.42,
    0.489,
    0.364,
  ]);
  assert.deepEqual(
    items.map(({ discriminationIndex }) => printed(discriminationIndex)),
    [0.246, 0.247, 0.313, 0.223, 0.175],
  );
  assert.deepEqual(items.map(({ alphaWithout }) => printed(alphaWithout)), [0.396, 0.394, 0.345, 0.415, 0.438]);
});
