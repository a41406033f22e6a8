/** The record as JSON: maps as lists of pairs, sets as lists. */

import type { HintsSeen } from "../lab/hints.ts";
import type { LabProgress, QuizProgress } from "../study/progress.ts";
import type { StudyRecord } from "../study/record.ts";

type Listed<Value> = Value extends ReadonlyMap<infer Key, infer Item> ? readonly (readonly [Key, Item])[]
  : Value extends ReadonlySet<infer Item> ? readonly Item[]
  : Value;
type Stored<Value> = { readonly [Key in keyof Value]: Listed<Value[Key]> };

type StoredQuiz = Omit<Stored<QuizProgress>, "aside"> & { readonly aside?: StoredQuiz };
type StoredLab = Omit<Stored<LabProgress>, "hints"> & {
  readonly hints: readonly (readonly [string, Stored<HintsSeen>])[];
};

export type StoredRecord = Omit<Stored<StudyRecord>, "quizzes" | "labs"> & {
  readonly quizzes: readonly (readonly [string, StoredQuiz])[];
  readonly labs: readonly (readonly [string, StoredLab])[];
};

export function recordToJson(record: StudyRecord): StoredRecord {
  return {
    settings: record.settings,
    quizzes: [...record.quizzes].map(([id, quiz]) => [id, storedQuiz(quiz)]),
    labs: [...record.labs].map(([id, lab]) => [id, {
      ...lab,
      passed: [...lab.passed],
      everPassed: [...lab.everPassed],
      hints: [...lab.hints].map(([task, seen]) => [task, { ...seen, tiers: [...seen.tiers] }]),
      missed: [...lab.missed],
      givenUp: [...lab.givenUp],
      resets: [...lab.resets],
      answers: [...lab.answers],
    }]),
    cards: [...record.cards],
    tallies: [...record.tallies],
    days: [...record.days],
    recall: [...record.recall],
    flags: [...record.flags],
  };
}

/** Throws a `TypeError` for what `recordToJson` never writes, where it notices. */
export function recordFromJson(stored: StoredRecord): StudyRecord {
  return {
    settings: stored.settings,
    quizzes: new Map(stored.quizzes.map(([id, quiz]) => [id, quizFrom(quiz)])),
    labs: new Map(
      stored.labs.map(([id, lab]) => [id, {
        ...lab,
        passed: new Map(lab.passed),
        everPassed: new Set(lab.everPassed),
        hints: new Map(lab.hints.map(([task, seen]) => [task, { ...seen, tiers: new Set(seen.tiers) }])),
        missed: new Set(lab.missed),
        givenUp: new Set(lab.givenUp),
        resets: new Map(lab.resets),
        answers: new Map(lab.answers),
      }]),
    ),
    cards: new Map(stored.cards),
    tallies: new Map(stored.tallies),
    days: new Map(stored.days),
    recall: new Map(stored.recall),
    flags: new Map(stored.flags),
  };
}

function storedQuiz({ aside, ...quiz }: QuizProgress): StoredQuiz {
  return {
    ...quiz,
    answers: [...quiz.answers],
    skipped: [...quiz.skipped],
    hints: [...quiz.hints],
    others: [...quiz.others],
    right: [...quiz.right],
    known: [...quiz.known],
    ...(aside ? { aside: storedQuiz(aside) } : {}),
  };
}

function quizFrom({ aside, ...quiz }: StoredQuiz): QuizProgress {
  return {
    ...quiz,
    // JSON has no word for nothing yet.
    best: quiz.best,
    answers: new Map(quiz.answers),
    skipped: new Set(quiz.skipped),
    hints: new Map(quiz.hints),
    others: new Set(quiz.others),
    right: new Set(quiz.right),
    known: new Set(quiz.known),
    ...(aside ? { aside: quizFrom(aside) } : {}),
  };
}
