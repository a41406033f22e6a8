import assert from "node:assert/strict";
import fc from "fast-check";
import type { Card } from "../../lib/study/card.ts";
import { studyDay } from "../../lib/study/day.ts";
import type { Circumstances, Stored, StudyEvent } from "../../lib/study/events.ts";
import { algorithm, scheduleOf } from "../../lib/study/memory.ts";
import { ratingOf } from "../../lib/study/rating.ts";
import { recordOf } from "../../lib/study/record.ts";
import { defaultSettings } from "../../lib/study/settings.ts";
import { anyEvent, anyHistory, anyRating } from "./any_history.ts";
import { asStored } from "./as_stored.ts";

const oneDay = 86_400_000;

/** One event a day, from a fixed day on. */
function daily(events: readonly StudyEvent[]): readonly Stored[] {
  return asStored(events, { at: (index) => Date.UTC(2026, 0, 10, 12) + index * oneDay });
}

function answered(question: string, fraction: number, more: Circumstances = {}): StudyEvent {
  const status = fraction === 1 ? "correct" : fraction === 0 ? "incorrect" : "partial";
  return {
    kind: "quiz-answered",
    quiz: "redes",
    attempt: "x",
    question,
    answer: { kind: "choice", choice: "a" },
    status,
    fraction,
    ...more,
  };
}

function reviewed(item: string, fraction: number, cram = false): StudyEvent {
  return {
    kind: "review-answered",
    item,
    attempt: "sitting",
    status: fraction === 1 ? "correct" : "incorrect",
    fraction,
    cram,
  };
}

const item = "quiz/redes/a";
const task = "task/puerto/crear";
const prepared = {
  kind: "lab-prepared",
  lab: "puerto",
  attempt: "x",
  before: { containers: [], images: [], volumes: [], networks: [] },
} as unknown as StudyEvent;
const inLab = { lab: "puerto", attempt: "x", task: "crear" };
const missed: StudyEvent = { kind: "lab-task-missed", ...inLab, checks: [0] };
const passed: StudyEvent = { kind: "lab-task-passed", ...inLab };
const givenUp: StudyEvent = { kind: "lab-given-up", ...inLab };

Deno.test("a record goes on from any place in the history and comes out the same", () => {
  fc.assert(fc.property(anyHistory(), fc.nat(60), fc.nat(60), (events, one, other) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    const parts = [events.slice(0, from), events.slice(from, to), events.slice(to)];
    const [first, ...rest] = parts;
    const folded = rest.reduce((before, part) => recordOf(part, before), recordOf(first ?? []));
    assert.deepEqual(folded, recordOf(events));
  }));
});

Deno.test("replaying the answers to one question by hand gives its card", () => {
  const answers = anyEvent.filter(({ kind }) => kind === "quiz-answered");
  fc.assert(fc.property(anyHistory(answers), (events) => {
    const schedule = scheduleOf(defaultSettings);
    const byHand = new Map<string, Pick<Card, "memory" | "lastDay" | "due">>();
    for (const event of events) {
      if (event.kind !== "quiz-answered") continue;
      const { meaning: _, took, ...told } = event;
      const rating = ratingOf({ ...told, took, kind: "choice" });
      const id = `quiz/${event.quiz}/${event.question}`;
      const [day, before] = [studyDay(event.at, event.zone, defaultSettings), byHand.get(id)];
      const memory = schedule.after(before?.memory, before ? Math.max(0, day - before.lastDay) : 0, rating);
      byHand.set(id, { memory, lastDay: day, due: day + schedule.interval(memory) });
    }
    // Meanings begin anew; here only what every answer does is replayed.
    const plain = events.map((event) => event.kind === "quiz-answered" ? withoutMeaning(event) : event);
    const cards = [...recordOf(plain).cards].map(([id, { memory, lastDay, due }]) => [id, { memory, lastDay, due }]);
    assert.deepEqual(new Map(cards as [string, Pick<Card, "memory" | "lastDay" | "due">][]), byHand);
  }));
});

function withoutMeaning({ meaning: _, ...event }: Extract<Stored, { kind: "quiz-answered" }>): Stored {
  return event;
}

Deno.test("a review that is rated again counts exactly as if it had been rated so at first", () => {
  fc.assert(fc.property(anyHistory(), anyRating, anyRating, (events, first, then) => {
    const review = (rating: typeof first) => ({ ...reviewed(item, 1), rating } as StudyEvent);
    const at = { sequence: 99, at: Date.UTC(2028, 0, 1), zone: 0, uid: "review", imported: false };
    const rerated: StudyEvent = { kind: "review-rated", item, attempt: "sitting", rating: then };
    const twice = recordOf([...events, { ...review(first), ...at }, {
      ...rerated,
      ...at,
      sequence: 100,
      uid: "rated",
    }]);
    assert.deepEqual(twice, recordOf([...events, { ...review(then), ...at }]));
  }));
});

Deno.test("practice leaves the schedule alone, and so does rating it", () => {
  fc.assert(fc.property(anyHistory(), anyRating, (events, rating) => {
    const crammed = [
      ...events,
      ...asStored([
        reviewed(item, 0, true),
        { kind: "review-rated", item, attempt: "sitting", rating },
      ], { first: 100, at: () => Date.UTC(2028, 0, 1) }),
    ];
    const [before, after] = [recordOf(events), recordOf(crammed)];
    assert.deepEqual(after.cards, before.cards);
    assert.deepEqual(after.recall, before.recall);
    assert.equal(after.tallies.get(item)?.asked, (before.tallies.get(item)?.asked ?? 0) + 1);
  }));
});

Deno.test("whatever the settings were, every due day is that of the last ones", () => {
  fc.assert(fc.property(anyHistory(), (events) => {
    const { cards, settings } = recordOf(events);
    const schedule = scheduleOf(settings);
    for (const { memory, lastDay, due } of cards.values()) assert.equal(due, lastDay + schedule.interval(memory));
  }));
});

Deno.test("a higher retention makes cards due sooner, at once and without another review", () => {
  const events = daily([answered("a", 1), answered("a", 1), answered("a", 1)]);
  const change: StudyEvent = { kind: "study-settings", attempt: "", settings: { retention: 0.97 }, algorithm };
  const [before, after] = [recordOf(events), recordOf([...events, ...daily([change])])].map(({ cards }) =>
    cards.get(item)
  );
  assert.ok(before && after && after.due < before.due);
  assert.deepEqual(after.memory, before.memory);
});

Deno.test("an answer to a question that means something else now begins its card anew; its history stays", () => {
  const old = "00000001-0000000000000000";
  const typo = recordOf(daily([
    answered("a", 1, { meaning: old }),
    answered("a", 1, { meaning: "00000001-0000000000000007" }),
  ]));
  assert.equal(typo.cards.get(item)?.reps, 2);
  assert.equal(typo.cards.get(item)?.meaning, "00000001-0000000000000007");
  const other = recordOf(daily([
    answered("a", 1, { meaning: old }),
    answered("a", 0, { meaning: "00000002-0000000000000000" }),
  ]));
  assert.equal(other.cards.get(item)?.reps, 1);
  assert.equal(other.cards.get(item)?.lapses, 0);
  assert.equal(other.cards.get(item)?.before, undefined);
  assert.equal(other.tallies.get(item)?.asked, 2);
});

Deno.test("a mistake in a lab makes a card that is due the next day, once for each attempt", () => {
  const [day] = daily([prepared]);
  const { cards } = recordOf(asStored([prepared, missed, missed, givenUp], { at: () => day?.at ?? 0 }));
  const card = cards.get(task);
  assert.equal(card?.reps, 1);
  assert.equal(card?.lastRating, "again");
  assert.equal(card?.due, (card?.lastDay ?? 0) + 1);
});

Deno.test("a task that is passed without a mistake makes no card", () => {
  const { cards, days } = recordOf(daily([prepared, passed]));
  assert.equal(cards.size, 0);
  assert.equal([...days.values()].reduce((sum, { tasks }) => sum + tasks, 0), 1);
});

Deno.test("passing a task that has a card is a review: good, or hard where the checks or hints had helped", () => {
  const cleaned: StudyEvent = { kind: "lab-cleaned", lab: "puerto", attempt: "x" };
  const next = [{ ...prepared, attempt: "y" }, { ...passed, attempt: "y" }] as StudyEvent[];
  assert.equal(recordOf(daily([prepared, missed, passed])).cards.get(task)?.lastRating, "hard");
  const later = recordOf(daily([prepared, missed, passed, cleaned, ...next])).cards.get(task);
  assert.equal(later?.lastRating, "good");
  assert.equal(later?.reps, 3);
});

Deno.test("who looked at the solution and then does the task has recalled nothing", () => {
  const { cards } = recordOf(daily([prepared, givenUp, passed]));
  assert.equal(cards.get(task)?.lastRating, "again");
  assert.equal(cards.get(task)?.reps, 1);
});

Deno.test("who looks at the solution of what is done already gets no card", () => {
  assert.equal(recordOf(daily([prepared, passed, givenUp])).cards.size, 0);
});

Deno.test("a day counts what was answered, what was new in review, and the time without the coffee breaks", () => {
  const events = asStored([
    answered("a", 1, { took: 10_000 }),
    answered("b", 0, { took: 3_600_000 }),
    reviewed("quiz/redes/a", 1),
    reviewed("quiz/redes/c", 1),
    reviewed("quiz/redes/d", 1, true),
  ], { at: (index) => Date.UTC(2026, 0, 10, 12) + index * 1000 });
  const day = studyDay(Date.UTC(2026, 0, 10, 12), 0, defaultSettings);
  assert.deepEqual([...recordOf(events).days], [[day, {
    answers: 5,
    right: 4,
    reviews: 2,
    introduced: 1,
    tasks: 0,
    took: 310_000,
  }]]);
});

Deno.test("a day begins when the learner says so, by the clock where they were", () => {
  assert.equal(studyDay(Date.UTC(2026, 0, 10, 3, 59), 0, { dayStart: 4 }), Date.UTC(2026, 0, 9) / oneDay);
  assert.equal(studyDay(Date.UTC(2026, 0, 10, 4), 0, { dayStart: 4 }), Date.UTC(2026, 0, 10) / oneDay);
  assert.equal(studyDay(Date.UTC(2026, 0, 10, 3), 60, { dayStart: 4 }), Date.UTC(2026, 0, 10) / oneDay);
});

Deno.test("reviews are counted by the days before them, with what FSRS expected", () => {
  const { recall } = recordOf(asStored([answered("a", 1), answered("a", 1), answered("a", 0)], {
    at: (index) => Date.UTC(2026, 0, 10, 12) + ([0, 3, 10][index] ?? 0) * oneDay,
  }));
  assert.deepEqual([...recall.keys()], [2, 4]);
  assert.equal(recall.get(2)?.recalled, 1);
  assert.equal(recall.get(4)?.recalled, 0);
  assert.ok((recall.get(2)?.expected ?? 0) > 0.8 && (recall.get(2)?.expected ?? 1) < 1);
});

Deno.test("settings out of their bounds come to the nearer end, and what is no setting is passed over", () => {
  const change = (settings: unknown, of = algorithm) =>
    ({ kind: "study-settings", attempt: "", settings, algorithm: of }) as StudyEvent;
  const after = (...events: readonly StudyEvent[]) => recordOf(daily(events)).settings;
  assert.deepEqual(
    after(change({ retention: 5, newPerDay: -1, dayStart: 99, maximumInterval: 1e9 })),
    { retention: 0.97, newPerDay: 0, dayStart: 23, maximumInterval: 3650 },
  );
  assert.deepEqual(after(change({ retention: "1", newPerDay: NaN, dayStart: null, colour: "red" })), defaultSettings);
  const weights = Array.from({ length: 21 }, () => 0.5);
  assert.deepEqual(after(change({ weights })).weights, weights);
  assert.equal(after(change({ weights: weights.slice(1) })).weights, undefined);
  assert.equal(after(change({ weights }, "FSRS-9")).weights, undefined);
  assert.equal(after(change({ weights }), change({ weights: [] })).weights, undefined);
});

Deno.test("an imported answer that makes no sense moves nothing", () => {
  const broken = [
    answered("a", NaN),
    { ...answered("a", 1), fraction: "all" } as unknown as StudyEvent,
    reviewed("nonsense", 1),
    { kind: "review-rated", item: "quiz/redes/zz", attempt: "", rating: "good" } as StudyEvent,
    { kind: "from-the-future", attempt: "" } as unknown as StudyEvent,
  ];
  const { cards, tallies, days } = recordOf(daily(broken));
  assert.deepEqual([cards.size, tallies.size, days.size], [0, 0, 0]);
});

Deno.test("a flag stays until it is taken back, and a later one takes the place of the one it names", () => {
  const notes = (...events: readonly StudyEvent[]) =>
    recordOf(daily(events)).flags.get(item)?.map(({ note }) => note) ?? [];
  const flag = (note: string): StudyEvent => ({ kind: "question-flagged", item, attempt: "", note });
  const unflagged: StudyEvent = { kind: "question-unflagged", item, attempt: "" };
  assert.deepEqual(notes(flag("one"), { ...flag("two"), instead: "one" } as StudyEvent), ["two"]);
  assert.deepEqual(notes(flag("one"), unflagged), []);
});

Deno.test("of several learners every note is kept, and who takes back one takes back no other", () => {
  const notes = (...events: readonly StudyEvent[]) =>
    recordOf(daily(events)).flags.get(item)?.map(({ note }) => note) ?? [];
  const flag = (note: string): StudyEvent => ({ kind: "question-flagged", item, attempt: "", note });
  const back = (note: string): StudyEvent => ({ kind: "question-unflagged", item, attempt: "", note });
  assert.deepEqual(notes(flag("Ana's"), flag("Bea's"), flag("Cai's"), back("Cai's")), ["Ana's", "Bea's"]);
  assert.deepEqual(notes(flag("same"), flag("same"), back("same")), ["same"]);
  assert.deepEqual(notes(flag("Ana's"), back("unknown")), ["Ana's"]);
});

Deno.test("a few events are folded into the record they follow, without a copy of anything", () => {
  const before = recordOf(daily([prepared, answered("a", 1), missed]));
  const { cards, tallies, days, quizzes, labs } = before;
  const after = recordOf(daily([answered("b", 1)]), before);
  assert.ok(after.cards === cards && after.tallies === tallies && after.days === days);
  assert.ok(after.quizzes === quizzes && after.labs === labs);
  assert.equal(after.cards.size, 3);
});
