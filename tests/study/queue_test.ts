import assert from "node:assert/strict";
import fc from "fast-check";
import { seeded } from "../../lib/quiz/rng.ts";
import type { Card } from "../../lib/study/card.ts";
import type { Rating } from "../../lib/study/events.ts";
import { conceptMastery, masteryOf, meanMastery } from "../../lib/study/mastery.ts";
import { scheduleOf } from "../../lib/study/memory.ts";
import { dueCounts, isDue, type Queue, type QueueChoice, queueOf, type ReviewItem } from "../../lib/study/queue.ts";
import { recordOf, type StudyRecord } from "../../lib/study/record.ts";
import { defaultSettings } from "../../lib/study/settings.ts";
import { anyHistory } from "./any_history.ts";

const today = 20_000;

function card(due: number, more: Partial<Card> = {}): Card {
  return {
    memory: { stability: 10, difficulty: 5 },
    lastDay: due - 10,
    lastRating: "good",
    due,
    reps: 3,
    lapses: 0,
    ...more,
  };
}

function record(cards: Readonly<Record<string, Card>> = {}, more: Partial<StudyRecord> = {}): StudyRecord {
  return { ...recordOf([]), cards: new Map(Object.entries(cards)), ...more };
}

/** A question `quiz/redes/a`, or any other item by its whole id. */
function item(name: string, concept = name, more: Partial<ReviewItem> = {}): ReviewItem {
  return { id: name.includes("/") ? name : `quiz/redes/${name}`, concepts: [concept], of: "redes", ...more };
}

function ask(known: StudyRecord, items: readonly ReviewItem[], choice: Partial<QueueChoice> = {}): Queue<ReviewItem> {
  return queueOf(known, items, { today, ...choice }, seeded(1));
}

const names = ({ asked }: Queue<ReviewItem>) => asked.map(({ item }) => item.id.split("/").at(-1));

Deno.test("what is due comes first, most likely forgotten first; then what is new", () => {
  const known = record({
    "quiz/redes/a": card(today, { lastDay: today - 5 }),
    "quiz/redes/b": card(today - 20, { lastDay: today - 40 }),
    "quiz/redes/c": card(today + 1),
  });
  assert.deepEqual(names(ask(known, ["d", "c", "a", "b"].map((name) => item(name)))), ["b", "a", "d"]);
});

Deno.test("no more new questions come than the day still allows", () => {
  const items = Array.from({ length: 30 }, (_, at) => item(`q${at}`));
  assert.equal(ask(record(), items).asked.length, defaultSettings.newPerDay);
  const day = { answers: 7, right: 7, reviews: 7, introduced: 7, tasks: 0, took: 0 };
  assert.equal(ask(record({}, { days: new Map([[today, day]]) }), items).asked.length, defaultSettings.newPerDay - 7);
  assert.equal(ask(record({}, { days: new Map([[today - 1, day]]) }), items).asked.length, defaultSettings.newPerDay);
});

Deno.test("new questions of quizzes begun come before others, and weak concepts before strong ones", () => {
  const known = record({
    "quiz/redes/a": card(today + 5, { lastRating: "again" }),
    "quiz/redes/b": card(today + 5),
  }, { quizzes: new Map([["redes", {} as never]]) });
  const items = [
    item("a", "weak"),
    item("b", "strong"),
    item("quiz/capas/other", "weak", { of: "capas" }),
    item("unknown", "never-asked"),
    item("strong", "strong"),
    item("weak", "weak"),
  ];
  assert.deepEqual(names(ask(known, items)), ["weak", "strong", "unknown", "other"]);
});

Deno.test("new questions follow the course: what comes early in it is asked before what comes late", () => {
  const items = [5, 0, 3, 1, 4, 2].map((place) => item(`${place}`, `${place}`, { place }));
  assert.deepEqual(names(ask(record(), items)), ["0", "1", "2", "3", "4", "5"]);
  const begun = record({}, { quizzes: new Map([["capas", {} as never]]) });
  const late = item("quiz/capas/late", "late", { of: "capas", place: 9 });
  assert.deepEqual(names(ask(begun, [...items, late])).slice(0, 2), ["late", "0"]);
});

Deno.test("a limit takes the most urgent and says how many are left", () => {
  const known = record(Object.fromEntries([1, 2, 3, 4].map((days) => [`quiz/redes/${days}`, card(today - days)])));
  const queue = ask(known, [1, 2, 3, 4].map((days) => item(`${days}`)), { limit: 3 });
  assert.deepEqual([names(queue), queue.more], [["4", "3", "2"], 1]);
});

Deno.test("of one concept only what has it is asked", () => {
  const items = [item("a", "puertos"), item("b", "capas"), item("c", "puertos")];
  assert.deepEqual(names(ask(record(), items, { concept: "puertos" })).toSorted(), ["a", "c"]);
});

Deno.test("cramming asks anything, what is not due too, and more new ones than a day allows", () => {
  const items = Array.from({ length: 20 }, (_, at) => item(`q${at}`));
  const known = record({ "quiz/redes/q0": card(today + 100, { lastDay: today - 5 }) });
  const crammed = ask(known, items, { cram: true });
  assert.equal(crammed.asked.length, 20);
  assert.equal(names(crammed)[0], "q0");
});

Deno.test("tasks and questions of labs are reviewed when they have a card, and never begun by a review", () => {
  const items = [item("task/puerto/crear"), item("lab/puerto/crear/a"), item("task/puerto/borrar")];
  const known = record({ "task/puerto/borrar": card(today) });
  assert.deepEqual(names(ask(known, items)), ["borrar"]);
  assert.deepEqual(names(ask(known, items, { cram: true })), ["borrar"]);
});

Deno.test("a question that means something else now is asked anew, although it was not due", () => {
  const known = record({
    "quiz/redes/a": card(today + 50, { lastDay: today - 5, meaning: "00000001-0000000000000000" }),
  });
  const [asked] = ask(known, [item("a", "a", { meaning: "00000002-0000000000000000" })]).asked;
  assert.equal(asked?.changed, true);
  assert.equal(asked?.card, undefined);
  assert.equal(ask(known, [item("a", "a", { meaning: "00000001-0000000000000001" })]).asked.length, 0);
});

Deno.test("siblings of one concept stand apart wherever another order exists", () => {
  const concepts = fc.array(fc.constantFrom("x", "y", "z", "w"), { minLength: 1, maxLength: 25, size: "max" });
  fc.assert(fc.property(concepts, fc.nat(), (list, seed) => {
    const items = list.map((concept, at) => item(`q${at}`, concept));
    const known = record(Object.fromEntries(items.map(({ id }) => [id, card(today)])));
    const order = queueOf(known, items, { today }, seeded(seed)).asked.map(({ item }) => item.concepts[0]);
    const most = Math.max(...list.map((concept) => list.filter((other) => other === concept).length));
    const must = Math.max(0, most - (list.length - most) - 1);
    assert.equal(order.filter((concept, at) => concept === order[at - 1]).length, must);
  }));
});

Deno.test("the same seed gives the same order, another one another among what is the same", () => {
  const items = Array.from({ length: 10 }, (_, at) => item(`q${at}`));
  const order = (seed: number) => names(queueOf(record(), items, { today }, seeded(seed)));
  assert.deepEqual(order(1), order(1));
  assert.notDeepEqual(order(1), order(2));
});

Deno.test("the counts of the home screen are those of the queue, without a limit", () => {
  fc.assert(fc.property(anyHistory(), fc.nat(800), (events, days) => {
    const known = recordOf(events);
    const items = ["redes", "capas"].flatMap((quiz) =>
      ["a", "b", "c", "d"].map((name) => item(`quiz/${quiz}/${name}`, name, { of: quiz }))
    ).concat(item("task/puerto/crear"), item("task/puerto/borrar"));
    const day = Date.UTC(2026, 0, 10) / 86_400_000 + days;
    const { asked } = queueOf(known, items, { today: day }, seeded(1));
    const { due, fresh } = dueCounts(known, items, day);
    assert.deepEqual([due, fresh], [asked.filter(({ card }) => card).length, asked.filter(({ card }) => !card).length]);
  }));
});

Deno.test("the counts say when something is due next", () => {
  const known = record({
    "quiz/redes/a": card(today),
    "quiz/redes/b": card(today + 9),
    "quiz/redes/c": card(today + 4),
  });
  const items = ["a", "b", "c", "d"].map((name) => item(name));
  assert.deepEqual(dueCounts(known, items, today), { due: 1, fresh: 1, later: today + 4 });
  assert.deepEqual(dueCounts(record(), [], today), { due: 0, fresh: 0 });
});

Deno.test("a review stored by a clock that was years ahead does not keep its question away until then", () => {
  assert.equal(isDue(card(today + 4000, { lastDay: today + 3990 }), today), true);
  assert.equal(isDue(card(today + 10, { lastDay: today + 1 }), today), false);
});

Deno.test("mastery is recall today times the last answer, and falls while nothing is reviewed", () => {
  const rated = (lastRating: Rating, lastDay = today) =>
    masteryOf(record({ "quiz/redes/a": card(today, { lastRating, lastDay }) }), today)("quiz/redes/a");
  assert.deepEqual((["again", "hard", "good", "easy"] as const).map((rating) => rated(rating)), [0, 0.7, 1, 1]);
  const { recall } = scheduleOf(defaultSettings);
  assert.equal(rated("good", today - 10), recall({ stability: 10, difficulty: 5 }, 10));
  assert.ok(rated("good", today - 10) > rated("good", today - 100));
  assert.equal(masteryOf(record(), today)("quiz/redes/a"), 0);
});

Deno.test("mastery of a concept is the mean over its items, those never asked included", () => {
  const known = record({ "quiz/redes/a": card(today, { lastDay: today }) });
  const ofItem = masteryOf(known, today);
  assert.equal(meanMastery(["quiz/redes/a", "quiz/redes/b", "quiz/redes/a"], ofItem), 0.5);
  assert.equal(meanMastery([], ofItem), 0);
  const items = [item("a", "x"), item("b", "x"), item("c", "y")];
  assert.deepEqual([...conceptMastery(items, ofItem)], [["x", 0.5], ["y", 0]]);
});
