/** Where the learner stands, computed from the events. */

import type { EngineAddress } from "../lab/engine_address.ts";
import type { Claim } from "../lab/claim.ts";
import type { HintsSeen } from "../lab/hints.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { LearnerCommand } from "../lab/ledger.ts";
import type { Answer } from "../quiz/answer.ts";
import type { SessionOptions } from "../quiz/session.ts";
import type { Stored } from "./events.ts";

/** The latest attempt at a quiz. `best` is the highest fraction of a finished attempt, 0…1. */
export interface QuizProgress {
  readonly attempt: string;
  readonly options: SessionOptions;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly skipped: ReadonlySet<string>;
  readonly hints: ReadonlyMap<string, number>;
  readonly finished: boolean;
  readonly best: number | undefined;
  readonly at: number;
}

/** The run of a lab that is going on or was the last. Times are ms since 1970, costs points. */
export interface LabProgress {
  readonly attempt: string;
  readonly before: Inventory;
  /** The engine it began on, where that is known. */
  readonly engine?: EngineAddress;
  /** The lab's setup has run to its end; means nothing for a lab without one. */
  readonly setUp: boolean;
  readonly passed: ReadonlyMap<string, number>;
  /** Of each task in which a hint was asked for. */
  readonly hints: ReadonlyMap<string, HintsSeen>;
  /** Tasks of which the solution was asked for before they were passed. */
  readonly givenUp: ReadonlySet<string>;
  /** When each task was begun anew: what happened before counts no more for it. */
  readonly resets: ReadonlyMap<string, number>;
  /** Question of a task → the last answer to it. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** What the learner ran at the prompt of the lab. */
  readonly commands: readonly LearnerCommand[];
  readonly claim?: Claim;
  readonly folder?: string;
  readonly cleaned: boolean;
  /** Since when the learner can work: when it was prepared. */
  readonly begunAt: number;
  readonly at: number;
}

export interface Progress {
  readonly quizzes: ReadonlyMap<string, QuizProgress>;
  readonly labs: ReadonlyMap<string, LabProgress>;
}

/** Events in the order of their sequence. Events of an attempt that never started are passed over. */
export function progressOf(events: Iterable<Stored>): Progress {
  const quizzes = new Map<string, QuizProgress>();
  const labs = new Map<string, LabProgress>();
  for (const event of events) {
    if ("quiz" in event) {
      const next = afterQuizEvent(quizzes.get(event.quiz), event);
      if (next) quizzes.set(event.quiz, next);
    } else if ("lab" in event) {
      const next = afterLabEvent(labs.get(event.lab), event);
      if (next) labs.set(event.lab, next);
    }
  }
  return { quizzes, labs };
}

function afterQuizEvent(
  progress: QuizProgress | undefined,
  event: Extract<Stored, { quiz: string }>,
): QuizProgress | undefined {
  if (event.kind === "quiz-started") {
    return {
      attempt: event.attempt,
      options: event.options,
      answers: new Map(),
      skipped: new Set(),
      hints: new Map(),
      finished: false,
      best: progress?.best,
      at: event.at,
    };
  }
  if (progress?.attempt !== event.attempt) return progress;
  switch (event.kind) {
    case "quiz-answered":
      return {
        ...progress,
        answers: new Map(progress.answers).set(event.question, event.answer),
        skipped: without(progress.skipped, event.question),
        at: event.at,
      };
    case "quiz-skipped":
      return { ...progress, skipped: new Set(progress.skipped).add(event.question), at: event.at };
    case "quiz-hint": {
      const tier = Math.max(event.tier, progress.hints.get(event.question) ?? 0);
      return { ...progress, hints: new Map(progress.hints).set(event.question, tier), at: event.at };
    }
    case "quiz-finished": {
      // A part of the quiz says nothing of the whole.
      if (!isWhole(progress.options)) return { ...progress, finished: true, at: event.at };
      const fraction = event.max > 0 ? event.score / event.max : 0;
      return { ...progress, finished: true, best: Math.max(progress.best ?? 0, fraction), at: event.at };
    }
  }
}

function afterLabEvent(
  progress: LabProgress | undefined,
  event: Extract<Stored, { lab: string }>,
): LabProgress | undefined {
  if (event.kind === "lab-prepared") {
    // Two that began at the same time: the first one is the attempt, for both.
    if (progress?.cleaned === false) return progress;
    return {
      attempt: event.attempt,
      before: event.before,
      ...(event.engine ? { engine: event.engine } : {}),
      setUp: false,
      passed: new Map(),
      hints: new Map(),
      givenUp: new Set(),
      resets: new Map(),
      answers: new Map(),
      commands: [],
      ...(event.claim ? { claim: event.claim } : {}),
      ...(event.folder === undefined ? {} : { folder: event.folder }),
      cleaned: false,
      begunAt: event.at,
      at: event.at,
    };
  }
  if (progress?.attempt !== event.attempt) return progress;
  switch (event.kind) {
    case "lab-set-up":
      return { ...progress, setUp: true, begunAt: event.at, at: event.at };
    case "lab-task-passed":
      return progress.passed.has(event.task)
        ? progress
        : { ...progress, passed: new Map(progress.passed).set(event.task, event.at), at: event.at };
    case "lab-hint": {
      const seen = progress.hints.get(event.task) ?? { tiers: new Set<number>(), cost: 0, at: event.at };
      // Asked for in two windows: it costs once.
      if (seen.tiers.has(event.tier)) return progress;
      const tiers = new Set(seen.tiers).add(event.tier);
      const hints = new Map(progress.hints).set(event.task, { tiers, cost: seen.cost + event.cost, at: event.at });
      return { ...progress, hints, at: event.at };
    }
    case "lab-given-up":
      // Who looks at the solution of what is done already gives nothing up.
      if (progress.passed.has(event.task)) return progress;
      return { ...progress, givenUp: new Set(progress.givenUp).add(event.task), at: event.at };
    case "lab-question-answered":
      return { ...progress, answers: new Map(progress.answers).set(event.question, event.answer), at: event.at };
    case "lab-command": {
      const { argv, from, to } = event;
      return { ...progress, commands: [...progress.commands, { argv, from, to }], at: event.at };
    }
    case "lab-task-reset": {
      const passed = new Map([...progress.passed].filter(([task]) => !event.tasks.includes(task)));
      const resets = new Map([...progress.resets, ...event.tasks.map((task) => [task, event.at] as const)]);
      return { ...progress, passed, resets, at: event.at };
    }
    case "lab-renamed":
    case "lab-trusted":
    case "lab-task-missed":
      return progress;
    case "lab-cleaned":
      return { ...progress, cleaned: true, at: event.at };
  }
}

function isWhole({ count, kind, concept, questions }: SessionOptions): boolean {
  return [count, kind, concept, questions].every((choice) => choice === undefined);
}

function without<Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const rest = new Set(items);
  rest.delete(item);
  return rest;
}
