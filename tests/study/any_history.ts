/** Any history of a learner, for properties: two quizzes, a lab, reviews, practice, ratings, settings, from two machines. */

import fc from "fast-check";
import type { Circumstances, Confidence, Rating, Stored, StudyEvent } from "../../lib/study/events.ts";
import { algorithm } from "../../lib/study/memory.ts";
import { ratings } from "../../lib/study/rating.ts";
import type { StudySettings } from "../../lib/study/settings.ts";

const attempts = fc.constantFrom("one", "two");
const quizzes = fc.constantFrom("redes", "capas");
const questions = fc.constantFrom("a", "b", "c");
const tasks = fc.constantFrom("crear", "borrar");
export const anyRating: fc.Arbitrary<Rating> = fc.constantFrom(...ratings);

/** Three prompts: two that are near each other, and one that is another question. */
const meanings = fc.constantFrom("00000001-0000000000000000", "00000001-0000000000000003", "00000001-ffffffffffffffff");

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  confidence: fc.constantFrom<Confidence>("sure", "unsure", "guess"),
  took: fc.integer({ min: -5, max: 10_000_000 }),
  hints: fc.nat(3),
  meaning: meanings,
}, { requiredKeys: [] });

const marked = fc.constantFrom(
  { status: "correct", fraction: 1 } as const,
  { status: "partial", fraction: 0.6 } as const,
  { status: "incorrect", fraction: 0 } as const,
);

const answer = { kind: "choice", choice: "a" } as const;

const items = fc.oneof(
  fc.tuple(quizzes, questions).map(([quiz, question]) => `quiz/${quiz}/${question}`),
  tasks.map((task) => `task/puerto/${task}`),
);

const settings: fc.Arbitrary<Partial<StudySettings>> = fc.record({
  retention: fc.double({ min: 0.5, max: 1, noNaN: true }),
  newPerDay: fc.integer({ min: -3, max: 300 }),
  dayStart: fc.integer({ min: -3, max: 30 }),
  maximumInterval: fc.integer({ min: 0, max: 9999 }),
  weights: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 21, maxLength: 21 }),
}, { requiredKeys: [] });

const before = { containers: [], images: [], volumes: [], networks: [] };

export const anyEvent: fc.Arbitrary<StudyEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(quizzes, attempts, questions, marked, circumstances).map(answered) },
  { weight: 4, arbitrary: fc.tuple(items, attempts, marked, circumstances, fc.option(anyRating)).map(reviewed) },
  fc.record({ item: items, attempt: attempts, rating: anyRating }).map((told): StudyEvent => ({
    kind: "review-rated",
    ...told,
  })),
  fc.record({ quiz: quizzes, attempt: attempts, options: fc.constantFrom({ seed: 1 }, { seed: 2, concept: "red" }) })
    .map((told): StudyEvent => ({ kind: "quiz-started", ...told })),
  fc.record({ quiz: quizzes, attempt: attempts, question: questions, tier: fc.integer({ min: 1, max: 3 }) })
    .map((told): StudyEvent => ({ kind: "quiz-hint", ...told })),
  fc.record({ quiz: quizzes, attempt: attempts, question: questions })
    .map((told): StudyEvent => ({ kind: "quiz-skipped", ...told })),
  fc.record({ quiz: quizzes, attempt: attempts }).map((told): StudyEvent => ({
    kind: "quiz-finished",
    ...told,
    score: 1,
    max: 2,
  })),
  attempts.map((attempt) => ({ kind: "lab-prepared", lab: "puerto", attempt, before } as unknown as StudyEvent)),
  fc.tuple(fc.constantFrom("lab-task-passed", "lab-given-up"), attempts, tasks)
    .map(([kind, attempt, task]): StudyEvent => ({ kind, lab: "puerto", attempt, task })),
  fc.tuple(attempts, tasks)
    .map(([attempt, task]): StudyEvent => ({ kind: "lab-task-missed", lab: "puerto", attempt, task, checks: [0] })),
  fc.tuple(attempts, tasks, fc.integer({ min: 1, max: 3 }))
    .map(([attempt, task, tier]): StudyEvent => ({ kind: "lab-hint", lab: "puerto", attempt, task, tier, cost: 0.5 })),
  fc.tuple(attempts, tasks).map(([attempt, task]): StudyEvent => ({
    kind: "lab-task-reset",
    lab: "puerto",
    attempt,
    tasks: [task],
  })),
  attempts.map((attempt): StudyEvent => ({
    kind: "lab-command",
    lab: "puerto",
    attempt,
    argv: ["docker", "ps"],
    from: 1,
    to: 2,
  })),
  attempts.map((attempt): StudyEvent => ({ kind: "lab-cleaned", lab: "puerto", attempt })),
  settings.map((changed): StudyEvent => ({ kind: "study-settings", attempt: "", settings: changed, algorithm })),
  items.map((item): StudyEvent => ({ kind: "question-flagged", item, attempt: "", note: "?" })),
  items.map((item): StudyEvent => ({ kind: "question-unflagged", item, attempt: "" })),
);

function answered(
  [quiz, attempt, question, mark, told]: [
    string,
    string,
    string,
    { status: "correct" | "partial" | "incorrect"; fraction: number },
    Circumstances,
  ],
): StudyEvent {
  return { kind: "quiz-answered", quiz, attempt, question, answer, ...mark, ...told };
}

function reviewed(
  [item, attempt, mark, told, rating]: [
    string,
    string,
    { status: "correct" | "partial" | "incorrect"; fraction: number },
    Circumstances,
    Rating | null,
  ],
): StudyEvent {
  const own = rating ? { rating } : {};
  return { kind: "review-answered", item, attempt, ...mark, ...told, ...own, cram: told.hints === 3 };
}

const oneDay = 86_400_000;

/** Events in their order; time mostly goes on, by moments or by weeks, and sometimes a clock was set back. */
export function anyHistory(events: fc.Arbitrary<StudyEvent> = anyEvent): fc.Arbitrary<readonly Stored[]> {
  const step = fc.oneof(fc.nat(60_000), fc.nat(20 * oneDay), fc.constant(-oneDay));
  return fc.array(fc.tuple(events, step, fc.constantFrom(-300, 0, 60), fc.boolean()), { maxLength: 60, size: "max" })
    .map(
      (steps) => {
        let at = Date.UTC(2026, 0, 10);
        return steps.map(([event, ms, zone, imported], index): Stored => {
          at += ms;
          return { ...event, sequence: index + 1, at, zone, uid: `event-${index}`, imported };
        });
      },
    );
}
