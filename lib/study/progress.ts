/** Where the learner stands, computed from the events. */

import type { EngineAddress } from "../lab/engine_address.ts";
import type { Claim } from "../lab/claim.ts";
import type { HintsSeen } from "../lab/hints.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { LearnerCommand } from "../lab/ledger.ts";
import type { Answer } from "../quiz/answer.ts";
import type { SessionOptions } from "../quiz/session.ts";
import { isSittingId, partQuestion } from "../quiz/sitting.ts";
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
  /** Attempts at the whole quiz that were left for this one, here or on another machine, and may still be finished. */
  readonly others: ReadonlySet<string>;
  /** Its questions to which the last answer was wholly right. */
  readonly right: ReadonlySet<string>;
  /** Of a quiz put together from others (`quiz/sitting.ts`): the parts that were wholly right when it was last finished. */
  readonly known: ReadonlySet<string>;
  /** The attempt at the whole quiz that was left half done for this one, at a part of it: it may be gone on with. */
  readonly aside?: QuizProgress;
  /** ms since 1970, as `at`. */
  readonly begun: number;
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
  /** Tasks that were passed in this attempt or an earlier one. */
  readonly everPassed: ReadonlySet<string>;
  /** Of each task in which a hint was asked for. */
  readonly hints: ReadonlyMap<string, HintsSeen>;
  /** Tasks in which a check found something that was there and not as it should be. */
  readonly missed: ReadonlySet<string>;
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

/** What a fold may change. */
export interface OpenProgress {
  readonly quizzes: Map<string, OpenQuiz>;
  readonly labs: Map<string, OpenLab>;
}

interface OpenQuiz extends QuizProgress {
  readonly answers: Map<string, Answer>;
  readonly skipped: Set<string>;
  readonly hints: Map<string, number>;
  readonly others: Set<string>;
  readonly right: Set<string>;
  known: ReadonlySet<string>;
  readonly aside?: OpenQuiz;
  finished: boolean;
  best: number | undefined;
  at: number;
}

interface OpenLab extends LabProgress {
  setUp: boolean;
  readonly passed: Map<string, number>;
  readonly everPassed: Set<string>;
  readonly hints: Map<string, HintsSeen>;
  readonly missed: Set<string>;
  readonly givenUp: Set<string>;
  readonly resets: Map<string, number>;
  readonly answers: Map<string, Answer>;
  readonly commands: LearnerCommand[];
  cleaned: boolean;
  begunAt: number;
  at: number;
}

/** Events in their order. Events of an attempt that never started are passed over. */
export function progressOf(events: Iterable<Stored>): Progress {
  const progress: OpenProgress = { quizzes: new Map(), labs: new Map() };
  for (const event of events) foldProgress(progress, event);
  return progress;
}

/** Changes `progress` in place: a copy for each event would make a long history take as many copies as it has events. */
export function foldProgress({ quizzes, labs }: OpenProgress, event: Stored): void {
  if ("quiz" in event) {
    if (event.kind === "quiz-started") quizzes.set(event.quiz, startedQuiz(event, quizzes.get(event.quiz)));
    else foldQuiz(attemptOf(quizzes, event), event);
  } else if ("lab" in event) {
    if (event.kind !== "lab-prepared") foldLab(labs.get(event.lab), event);
    // Two that began at the same time: the first one is the attempt, for both.
    else if (labs.get(event.lab)?.cleaned !== false) {
      labs.set(event.lab, preparedLab(event, labs.get(event.lab)));
    }
  }
}

function startedQuiz(
  { quiz, attempt, options, at }: Extract<Stored, { kind: "quiz-started" }>,
  before: OpenQuiz | undefined,
): OpenQuiz {
  const others = before?.others ?? new Set();
  if (before?.finished === false && isWhole(quiz, before.options)) others.add(before.attempt);
  const nothing = { answers: new Map(), skipped: new Set<string>(), hints: new Map(), right: new Set<string>() };
  const aside = isWhole(quiz, options) ? undefined : before && halfWhole(quiz, before);
  const kept = { ...(aside ? { aside } : {}), best: before?.best, known: before?.known ?? new Set<string>() };
  return { attempt, options, ...nothing, ...kept, finished: false, others, begun: at, at };
}

function halfWhole(quiz: string, progress: OpenQuiz): OpenQuiz | undefined {
  return !progress.finished && progress.answers.size > 0 && isWhole(quiz, progress.options) ? progress : progress.aside;
}

/** What was put aside and is gone on with takes its place again. */
function attemptOf(
  quizzes: Map<string, OpenQuiz>,
  { quiz, attempt }: { readonly quiz: string; readonly attempt: string },
): OpenQuiz | undefined {
  const progress = quizzes.get(quiz);
  if (!progress?.aside || progress.aside.attempt !== attempt) return progress;
  const { best, known, others, aside } = progress;
  others.delete(attempt);
  const whole: OpenQuiz = { ...aside, best, known, others };
  quizzes.set(quiz, whole);
  return whole;
}

/** The attempt to go on with: the latest one, or else the one at the whole quiz that was left for it. */
export function halfDone(progress: QuizProgress | undefined): QuizProgress | undefined {
  if (!progress) return undefined;
  return !progress.finished && progress.answers.size > 0 ? progress : progress.aside;
}

function foldQuiz(
  progress: OpenQuiz | undefined,
  event: Exclude<Extract<Stored, { quiz: string }>, { kind: "quiz-started" }>,
): void {
  if (event.kind === "quiz-finished" && progress?.others.delete(event.attempt)) finish(progress, event);
  if (progress?.attempt !== event.attempt) return;
  progress.at = event.at;
  switch (event.kind) {
    case "quiz-answered":
      progress.answers.set(event.question, event.answer);
      progress.skipped.delete(event.question);
      if (event.status === "correct") progress.right.add(event.question);
      else progress.right.delete(event.question);
      return;
    case "quiz-skipped":
      progress.skipped.add(event.question);
      return;
    case "quiz-hint":
      progress.hints.set(event.question, Math.max(event.tier, progress.hints.get(event.question) ?? 0));
      return;
    case "quiz-finished":
      progress.finished = true;
      // A part of the quiz says nothing of the whole.
      if (isWhole(event.quiz, progress.options)) finish(progress, event);
      if (isSittingId(event.quiz)) progress.known = knownParts(progress);
  }
}

function finish(progress: OpenQuiz, { score, max }: Extract<Stored, { kind: "quiz-finished" }>): void {
  progress.best = Math.max(progress.best ?? 0, max > 0 ? Math.min(1, score / max) : 0);
}

function knownParts({ options: { questions = [] }, right }: OpenQuiz): ReadonlySet<string> {
  const partOf = (id: string) => partQuestion(id)?.part ?? "";
  const missed = new Set(questions.filter((id) => !right.has(id)).map(partOf));
  return new Set(questions.map(partOf).filter((part) => part !== "" && !missed.has(part)));
}

function preparedLab(event: Extract<Stored, { kind: "lab-prepared" }>, before: OpenLab | undefined): OpenLab {
  return {
    attempt: event.attempt,
    before: event.before,
    ...(event.engine ? { engine: event.engine } : {}),
    setUp: false,
    passed: new Map(),
    everPassed: before?.everPassed ?? new Set(),
    hints: new Map(),
    missed: new Set(),
    givenUp: new Set(),
    resets: new Map(),
    answers: new Map(),
    commands: [],
    ...(event.claim ? { claim: event.claim } : {}),
    ...(event.folder === undefined ? {} : { folder: event.folder }),
    // What was begun on another machine is not going on here.
    cleaned: event.imported,
    begunAt: event.at,
    at: event.at,
  };
}

function foldLab(
  progress: OpenLab | undefined,
  event: Exclude<Extract<Stored, { lab: string }>, { kind: "lab-prepared" }>,
): void {
  if (progress?.attempt !== event.attempt) return;
  const changes = foldAttempt(progress, event);
  if (changes) progress.at = event.at;
}

/** Whether anything changed that the learner would call their own doing. */
function foldAttempt(
  progress: OpenLab,
  event: Exclude<Extract<Stored, { lab: string }>, { kind: "lab-prepared" }>,
): boolean {
  switch (event.kind) {
    case "lab-set-up":
      progress.setUp = true;
      progress.begunAt = event.at;
      return true;
    case "lab-task-passed":
      if (progress.passed.has(event.task)) return false;
      progress.passed.set(event.task, event.at);
      progress.everPassed.add(event.task);
      return true;
    case "lab-hint": {
      const { tiers, cost } = progress.hints.get(event.task) ?? { tiers: new Set<number>(), cost: 0 };
      // Asked for in two windows: it costs once.
      if (tiers.has(event.tier)) return false;
      progress.hints.set(event.task, {
        tiers: new Set(tiers).add(event.tier),
        cost: cost + event.cost,
        at: event.at,
      });
      return true;
    }
    case "lab-given-up":
      // Who looks at the solution of what is done already gives nothing up.
      if (progress.passed.has(event.task)) return false;
      progress.givenUp.add(event.task);
      return true;
    case "lab-question-answered":
      progress.answers.set(event.question, event.answer);
      return true;
    case "lab-command":
      progress.commands.push({ argv: event.argv, from: event.from, to: event.to });
      return true;
    case "lab-task-reset":
      for (const task of event.tasks) {
        progress.passed.delete(task);
        progress.resets.set(task, event.at);
      }
      return true;
    case "lab-task-missed":
      progress.missed.add(event.task);
      return false;
    case "lab-renamed":
    case "lab-trusted":
      return false;
    case "lab-cleaned":
      progress.cleaned = true;
      return true;
  }
}

/** Whether all of a quiz was asked, and not a choice of its questions; one that is put together is nothing but a choice. */
export function isWhole(quiz: string, { count, kind, concept, questions }: SessionOptions): boolean {
  if (isSittingId(quiz)) return true;
  return [count, kind, concept, questions].every((choice) => choice === undefined);
}
