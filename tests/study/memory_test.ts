/** The memory against published vectors of FSRS-6. */

import assert from "node:assert/strict";
import type { Memory } from "../../lib/study/card.ts";
import type { Rating } from "../../lib/study/events.ts";
import { type Schedule, scheduleOf } from "../../lib/study/memory.ts";
import { defaultSettings } from "../../lib/study/settings.ts";

const standard = scheduleOf({ ...defaultSettings, maximumInterval: 36_500 });

type Step = readonly [rating: Rating, days: number];

/** The memory after each review. */
function walk(schedule: Schedule, steps: readonly Step[]): readonly Memory[] {
  const memories: Memory[] = [];
  for (const [rating, days] of steps) memories.push(schedule.after(memories.at(-1), days, rating));
  return memories;
}

function last(schedule: Schedule, steps: readonly Step[]): Memory {
  const memory = walk(schedule, steps).at(-1);
  assert.ok(memory);
  return memory;
}

/** fsrs-rs computes with 32 bits: its numbers have seven digits. */
function close(actual: number, expected: number, digits = 1e-5): void {
  assert.ok(Math.abs(actual - expected) <= Math.abs(expected) * digits, `${actual} is not ${expected}`);
}

// fsrs-rs src/inference.rs `test_memo_state`, py-fsrs tests/test_basic.py `test_memo_state`.
Deno.test("six reviews give the stability and difficulty of fsrs-rs and py-fsrs", () => {
  const days = [0, 0, 1, 3, 8, 21];
  const { stability, difficulty } = last(
    standard,
    days.map((day, at): Step => [at === 0 ? "again" : "good", day]),
  );
  close(stability, 53.62691, 1e-6);
  close(difficulty, 6.3574867, 1e-6);
});

// ts-fsrs packages/fsrs/__tests__/FSRS-6.test.ts "first repeat"; the README of fsrs-rs has the same.
Deno.test("a first review gives the initial memories of FSRS-6", () => {
  const expected = {
    again: [0.212, 6.4133],
    hard: [1.2931, 5.11217071],
    good: [2.3065, 2.11810397],
    easy: [8.2956, 1],
  } as const;
  for (const [rating, [stability, difficulty]] of Object.entries(expected) as [Rating, [number, number]][]) {
    const memory = standard.after(undefined, 0, rating);
    close(memory.stability, stability, 1e-8);
    close(memory.difficulty, difficulty, 1e-8);
  }
});

// py-fsrs tests/test_basic.py `test_review_card`, ts-fsrs FSRS-6.test.ts "ivl_history". Where those are in their learning steps
// (0 days) there is nothing to compare; the memory goes through the same reviews on the same days.
Deno.test("the intervals of py-fsrs and ts-fsrs come out of the same reviews", () => {
  const rated = "good good good good good good again again good good good good good".split(" ") as Rating[];
  const intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
  const memories = walk(standard, rated.map((rating, at): Step => [rating, intervals[at - 1] ?? 0]));
  const own = memories.map((memory) => standard.interval(memory));
  assert.deepEqual(own.map((days, at) => intervals[at] === 0 ? 0 : days), intervals);
});

// py-fsrs tests/test_basic.py `test_repeated_correct_reviews`.
Deno.test("easy ten times on one day leaves the least difficulty there is", () => {
  assert.equal(last(standard, Array.from({ length: 10 }, (): Step => ["easy", 0])).difficulty, 1);
});

// fsrs-rs src/inference.rs `test_next_interval`; at a retention of 0.1 its 32 bits say 3116766, the 64 of ts-fsrs 3116769.
Deno.test("the interval follows the retention that is wanted", () => {
  const own = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenths) =>
    scheduleOf({ ...defaultSettings, retention: tenths / 10, maximumInterval: 9_999_999 })
      .interval({ stability: 1, difficulty: 5 })
  );
  close(own[0] ?? 0, 3_116_766, 2e-6);
  assert.deepEqual(own.slice(1), [34_793, 2508, 387, 90, 27, 9, 3, 1, 1]);
});

// fsrs-rs src/inference.rs `test_current_retrievability`, of a decay of 0.2.
Deno.test("recall falls as in fsrs-rs", () => {
  const { recall } = scheduleOf({ ...defaultSettings, weights: [...defaults.slice(0, 20), 0.2] });
  const memory = { stability: 1, difficulty: 5 };
  for (const [days, expected] of [[0, 1], [1, 0.9], [2, 0.84028935], [3, 0.7985001]] as const) {
    close(recall(memory, days), expected, 1e-6);
  }
});

// fsrs-rs src/inference.rs `test_next_states`: weights of FSRS-5, which FSRS-6 continues with w19 = 0 and w20 = 0.5.
Deno.test("every rating of a review gives the next states of fsrs-rs", () => {
  const weights = [
    ...[0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254, 1.432437, 0.1544],
    ...[0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072, 0.18046261, 0.121442534, 0, 0.5],
  ];
  const schedule = scheduleOf({ ...defaultSettings, weights });
  const memory = last(schedule, [["again", 0], ["good", 1], ["good", 3], ["good", 8]]);
  const expected = {
    again: [2.9691455, 8.000659],
    hard: [17.091452, 7.6913934],
    good: [31.722992, 7.382128],
    easy: [71.7502, 7.0728626],
  } as const;
  for (const [rating, [stability, difficulty]] of Object.entries(expected) as [Rating, [number, number]][]) {
    const next = schedule.after(memory, 21, rating);
    close(next.stability, stability);
    close(next.difficulty, difficulty);
    assert.equal(schedule.interval(next), Math.round(stability));
  }
});

// ts-fsrs packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, tests 1 to 5: a scheduler without steps, each review on the
// day it is due there (it also keeps the intervals of the four ratings apart, by a day at least). Its weights are of FSRS-5
// (w19 = 0, w20 = 0.5), and same-day reviews have no effect on a lapse (w17 = w18 = 0).
Deno.test("a scheduler without learning steps has the stabilities of ts-fsrs", () => {
  const weights = [
    ...[0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178],
    ...[2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0, 0, 0, 0.5],
  ];
  const schedule = scheduleOf({ ...defaultSettings, maximumInterval: 36_500, weights });
  const vectors: readonly (readonly [letters: string, intervals: readonly number[], stabilities: readonly number[]])[] =
    [
      ["GGGGGGAAGGGGG", [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773], [
        ...[3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166],
        ...[3.01732209, 11.42247264, 37.37521902, 111.8752758, 306.5974569, 772.94026648],
      ]],
      ["AHGEAHGE", [1, 2, 6, 41, 4, 7, 21, 133], [
        ...[0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454],
      ]],
      ["HGEAHGEA", [2, 7, 54, 5, 8, 26, 171, 8], [
        ...[1.1869, 6.59167572, 53.76078737, 5.0853693, 8.09786749, 25.52991279, 171.16195166, 8.11072373],
      ]],
      ["GEAHGEAH", [3, 33, 4, 7, 26, 193, 9, 14], [
        ...[3.0412, 32.65484522, 4.22256838, 7.2325009, 25.52681746, 193.36618775, 8.63899847, 14.31323867],
      ]],
      ["EAHGEAHG", [15, 3, 6, 27, 240, 10, 17, 60], [
        ...[15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542],
      ]],
    ];
  const ratings: Readonly<Record<string, Rating>> = { A: "again", H: "hard", G: "good", E: "easy" };
  for (const [letters, intervals, stabilities] of vectors) {
    const steps = [...letters].map((letter, at): Step => [ratings[letter] ?? "again", intervals[at - 1] ?? 0]);
    const memories = walk(schedule, steps);
    memories.forEach(({ stability }, at) => close(stability, stabilities[at] ?? 0, 1e-7));
    // Where the four ratings lie apart by themselves, the days are those of ts-fsrs too.
    const own = memories.map((memory) => schedule.interval(memory));
    assert.deepEqual(own.filter((days) => days > 14), intervals.filter((days) => days > 14), letters);
  }
});

Deno.test("weights out of range are brought into it: nothing becomes infinite", () => {
  for (const weight of [-1e9, 0, 1e9]) {
    const schedule = scheduleOf({ ...defaultSettings, weights: Array.from({ length: 21 }, () => weight) });
    const { stability, difficulty } = last(schedule, [["good", 0], ["again", 5], ["hard", 0], ["easy", 300]]);
    assert.ok(stability > 0 && Number.isFinite(stability) && difficulty >= 1 && difficulty <= 10);
  }
});

/** Of FSRS-6. */
const defaults = [
  ...[0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796],
  ...[1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542],
];
