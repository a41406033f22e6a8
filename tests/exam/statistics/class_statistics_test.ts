/** What a class's marks say: who counts, what is flagged, how sure it is, and that it says the same each time. */

import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Marks, stateCode } from "../../../lib/exam/marks/marks.ts";
import { type ClassStatistics, classStatistics, finished } from "../../../lib/exam/statistics/class_statistics.ts";
import { bootstrap } from "../../../lib/exam/statistics/bootstrap.ts";
import { itemStatistics } from "../../../lib/exam/statistics/item_statistics.ts";
import { reliabilityOf } from "../../../lib/exam/statistics/reliability.ts";
import { tableOf } from "../../../lib/exam/statistics/table.ts";
import { covariance, momentsOf, quantile } from "../../../lib/exam/statistics/moments.ts";
import { thirdsOf } from "../../../lib/exam/statistics/thirds.ts";
import { seeded } from "../../../lib/quiz/rng.ts";
import { sampleClass } from "../sample_class.ts";
import { marksFrom } from "./marks_from_table.ts";

const computed = (marks: Marks): ClassStatistics => finished(classStatistics(marks));

/** One row for each student, one letter for each item: 1 right, 0 wrong, `.` not answered, `?` owed, `_` not asked. */
function marksOf(rows: readonly string[]): Marks {
  const states = { ".": "unanswered", "?": "owed", "_": "not-asked" } as const;
  const letters = rows.flatMap((row) => [...row]);
  return {
    items: [...rows[0] ?? ""].map((_, item) => ({
      id: `q${item + 1}`,
      title: { es: "", en: "" },
      concepts: [],
      max: 1,
    })),
    students: rows.map((_, index) => ({ id: `s${String(index).padStart(3, "0")}` })),
    points: Float64Array.from(letters, (letter) => letter === "1" ? 1 : 0),
    states: Uint8Array.from(letters, (letter) => stateCode(states[letter as "."] ?? "marked")),
  };
}

function flagsIn(statistics: ClassStatistics, id: string): readonly string[] {
  return statistics.items.find(({ item }) => item.id === id)?.flags.map(({ kind }) => kind) ?? [];
}

Deno.test("mean, median, spread and shape of small lists, and of lists without spread", () => {
  const odd = momentsOf(Float64Array.of(3, 1, 2));
  assert.deepEqual([odd.mean, odd.median, odd.standardDeviation, odd.skewness, odd.kurtosis], [2, 2, 1, 0, undefined]);
  assert.equal(momentsOf(Float64Array.of(1, 2, 3, 10)).median, 2.5);
  const same = momentsOf(new Float64Array(5).fill(0.1 + 0.2));
  assert.deepEqual([same.standardDeviation, same.skewness, same.kurtosis], [0, undefined, undefined]);
  const none = momentsOf(new Float64Array());
  assert.deepEqual([none.mean, none.median, none.standardDeviation], [undefined, undefined, undefined]);
  assert.equal(covariance(Float64Array.of(1), Float64Array.of(1)), undefined);
  // R: quantile(c(1, 2, 4, 8), c(.025, .5, .975))
  for (const [part, expected] of [[0.025, 1.075], [0.5, 3], [0.975, 7.7]] as const) {
    const found = quantile(Float64Array.of(1, 2, 4, 8), part) ?? NaN;
    assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
  }
});

Deno.test("the same marks give the same report, whoever asks", () => {
  const [one, other] = [computed(sampleClass(60)), computed(sampleClass(60))];
  assert.deepEqual(one, other);
  assert.ok(one.resamples === 1000 && one.reliability.interval);
});

Deno.test("intervals hold the figure that they are of, and are narrower for a larger class", () => {
  const [small, large] = [computed(sampleClass(40)), computed(sampleClass(600))];
  const width = ({ items }: ClassStatistics) => {
    const intervals = items.flatMap(({ interval }) => interval ? [interval.high - interval.low] : []);
    return intervals.reduce((sum, each) => sum + each, 0) / intervals.length;
  };
  for (const { discriminationIndex, interval } of large.items) {
    assert.ok(interval && discriminationIndex !== undefined);
    assert.ok(interval.low <= discriminationIndex && discriminationIndex <= interval.high);
  }
  assert.ok(width(large) < width(small) / 2, `${width(large)} ${width(small)}`);
});

Deno.test("95 of 100 intervals for alpha and discrimination hold what is true of everybody", () => {
  // Four parallel items: right by ability, with the figures of 50,000 students taken for the truth.
  const rng = seeded(11);
  const draw = (count: number) =>
    marksOf(Array.from({ length: count }, () => {
      const ability = rng();
      return [0, 1, 2, 3].map(() => rng() < 0.1 + 0.8 * ability ? "1" : "0").join("");
    }));
  const everybody = tableOf(draw(50_000));
  const alpha = reliabilityOf(everybody).alpha ?? NaN;
  const index = itemStatistics(everybody)[0]?.discriminationIndex ?? NaN;
  let [held, heldIndex] = [0, 0];
  const rounds = 60;
  for (let round = 0; round < rounds; round++) {
    const { alpha: interval, discrimination: [other] } = finished(bootstrap(tableOf(draw(80)), seeded(round)));
    if (interval && interval.low <= alpha && alpha <= interval.high) held++;
    if (other && other.low <= index && index <= other.high) heldIndex++;
  }
  // Percentile intervals are known to be a little too narrow; under 86 of 100 would be a mistake.
  assert.ok(held >= 0.86 * rounds && heldIndex >= 0.86 * rounds, `${held} ${heldIndex} of ${rounds}`);
});

Deno.test("who answered nothing does not count, and who waits for a mark does not until it is there", () => {
  const found = computed(marksOf(["110", "...", "10?", "011", "0.1"]));
  assert.deepEqual(found.leftOut.map(({ id }) => id), ["s001"]);
  assert.deepEqual(found.pending.map(({ id }) => id), ["s002"]);
  assert.deepEqual(found.standings.map(({ student, score }) => `${student.id} ${score}`), [
    "s000 2",
    "s003 2",
    "s004 1",
  ]);
  assert.ok(found.complete);
});

Deno.test("an item that hardly anybody's answer could be judged in is left out, and nobody waits for it", () => {
  const found = computed(marksOf(["11?", "00?", "01?", "101"]));
  assert.deepEqual(found.unjudged.map(({ id }) => id), ["q3"]);
  assert.deepEqual([found.pending.length, found.outOf, found.complete], [0, 2, true]);
  assert.equal(found.items[2]?.facility, undefined);
  assert.equal(found.items[0]?.intendedWeight, 0.5);
});

Deno.test("where students were asked different things, scores are percent of what each could get", () => {
  const found = computed(marksOf(["1_1", "0_1", "_11", "_10", "1_0"]));
  assert.equal(found.complete, false);
  assert.equal(found.outOf, 100);
  assert.deepEqual(found.standings.map(({ score }) => score), [100, 100, 50, 50, 50]);
  assert.equal(found.reliability.alpha, undefined);
  assert.deepEqual(found.items.map(({ asked, facility }) => [asked, facility]), [[3, 2 / 3], [2, 1], [5, 3 / 5]]);
});

Deno.test("figures do not depend on the order of students, nor on the points that items are worth all together", () => {
  const rows = fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 25,
  });
  const near = (one: number | undefined, other: number | undefined) =>
    assert.ok(one === other || Math.abs((one ?? NaN) - (other ?? NaN)) < 1e-9, `${one} ${other}`);
  fc.assert(
    fc.property(rows, fc.constantFrom(1, 3, 0.1), (marks, scale) => {
      const table = (list: readonly (readonly number[])[], times: number) =>
        computed(marksFrom(
          `s,a,b,c,d\nmax${`,${times}`.repeat(4)}\n${
            list.map((row, index) => `x${index},${row.map((mark) => mark * times).join(",")}\n`).join("")
          }`,
        ));
      const [one, other] = [table(marks, 1), table(marks.toReversed(), scale)];
      near(one.reliability.alpha, other.reliability.alpha);
      for (const [index, item] of one.items.entries()) {
        near(item.facility, other.items[index]?.facility);
        near(item.discriminationIndex, other.items[index]?.discriminationIndex);
        near(item.discriminativeEfficiency, other.items[index]?.discriminativeEfficiency);
        near(item.effectiveWeight, other.items[index]?.effectiveWeight);
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("a score at the edge of a tenth belongs to the next one, also where decimals add up to a little less", () => {
  const { scores } = computed(marksFrom("s,a,b\nmax,0.5,0.5\nx,0.1,0.1\ny,0.3,0.3\nz,0.5,0.5\nw,-0.1,0\nv,0.4,0.4\n"));
  assert.deepEqual(scores.tenths, [1, 0, 1, 0, 0, 0, 1, 0, 1, 1]);
  const sums = computed(marksFrom("s,a,b,c\nmax,0.1,0.7,0.2\nx,0.1,0.7,0\ny,0.1,0.7,0.2\n"));
  assert.deepEqual(sums.scores.tenths, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

Deno.test("thirds take everybody with the same score, and there are none where scores do not part them", () => {
  const { top, bottom } = thirdsOf({ scores: Float64Array.of(9, 9, 9, 5, 5, 1, 1, 0, 0) }) ?? {};
  assert.deepEqual([...top ?? []], [1, 1, 1, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual([...bottom ?? []], [0, 0, 0, 0, 0, 1, 1, 1, 1]);
  assert.equal(thirdsOf({ scores: new Float64Array(9).fill(4) }), undefined);
  assert.equal(thirdsOf({ scores: Float64Array.of(1, 2, 3, 4, 5) }), undefined);
});

Deno.test("a key that is wrong on purpose is found, with the option that the best chose instead", () => {
  const found = computed(sampleClass(60));
  const [flag] = found.items.find(({ item }) => item.id === "wrong-key")?.flags ?? [];
  assert.equal(flag?.kind, "negative");
  assert.equal(flag?.kind === "negative" && flag.rival?.text.es, "Un volumen con nombre");
  assert.deepEqual(flagsIn(found, "port"), ["unused-options"]);
  assert.ok(flagsIn(found, "root").includes("guessable"));
  assert.ok(flagsIn(found, "drivers").includes("slow"));
  assert.deepEqual(flagsIn(found, "verb"), []);
});

Deno.test("a small class gets figures and plain facts, no judgement on what may be chance", () => {
  const rows = ["1100", "1010", "0101", "1001", "0110", "1000", "0011", "0111", "1110", "0001", "1011", "0100"];
  const { small, items } = computed(marksOf(rows));
  assert.equal(small, true);
  for (const { flags } of items) assert.deepEqual(flags, []);
  const large = computed(marksOf(Array.from({ length: 36 }, (_, index) => rows[index % 12] ?? "")));
  assert.equal(large.small, false);
  assert.ok(large.items.some(({ flags }) => flags.length > 0));
});

Deno.test("what nobody reached is not taken for what everybody passed over", () => {
  const rows = Array.from({ length: 20 }, (_, index) => index % 2 === 0 ? "1.1.." : "01001");
  const { items } = computed(marksOf(rows));
  assert.deepEqual(items.map(({ omitted, notReached }) => [omitted, notReached]), [[0, 0], [10, 0], [0, 0], [0, 10], [
    0,
    10,
  ]]);
  assert.ok(items[1]?.flags.some(({ kind }) => kind === "omitted"));
  assert.ok(items[4]?.flags.some(({ kind }) => kind === "not-reached"));
});

Deno.test("who chose what: options in their order with both thirds, typed answers by how often they came", () => {
  const { items } = computed(sampleClass(60));
  const port = items.find(({ item }) => item.id === "port")?.distractors;
  assert.deepEqual(port?.answers.map(({ id, right, chosen }) => [id, right, chosen > 0]), [
    ["a", false, true],
    ["b", false, true],
    ["c", true, true],
    ["d", false, false],
  ]);
  assert.equal(port?.answers.reduce((sum, { chosen }) => sum + chosen, 0), port?.answered);
  const typed = items.find(({ item }) => item.id === "verb")?.distractors;
  assert.equal(typed?.options, false);
  const counts = typed?.answers.map(({ chosen }) => chosen) ?? [];
  assert.deepEqual(counts, counts.toSorted((one, other) => other - one));
  assert.deepEqual(typed?.answers.filter(({ right }) => right).map(({ id }) => id).sort(), ["docker logs", "logs"]);
});

Deno.test("tasks of labs count everybody, and name what failed most often first", () => {
  const marks = sampleClass(60);
  const [create] = computed(marks).tasks;
  assert.ok(create);
  const { passed, partly, failed, unanswered, owed } = create;
  assert.equal(passed + partly + failed + unanswered + owed, 60);
  assert.ok(owed > 0);
  assert.deepEqual(create.failures.map(({ check }) => check), ["container web", "volume datos"]);
  assert.equal(create.failures.reduce((sum, { students }) => sum + students, 0), failed);
});

Deno.test("a class of one, of nobody, of one item or of equals gives what can be said and nothing else", () => {
  for (const rows of [["101"], ["..."], ["1", "0", "1"], ["11", "11", "11"], ["_1", "1_"]]) {
    const { items, reliability, scores } = computed(marksOf(rows));
    const figures = [
      ...Object.values(scores).flat(),
      ...Object.values(reliability).flat(),
      ...items.flatMap((item) => Object.values(item)),
    ];
    for (const figure of figures) {
      assert.ok(typeof figure !== "number" || Number.isFinite(figure), `${rows}: ${figure}`);
    }
  }
});
