/** Where the learner stands in a path: which sessions are done or known, and what comes next. Computed from the record. */

import type { Path, PathSession } from "../content/schema/path.ts";
import { isPassed, passMark } from "../quiz/pass_mark.ts";
import { sittingId } from "../quiz/sitting.ts";
import { halfDone, isWhole, type Progress } from "./progress.ts";

/** Of a quiz. `best`: of an attempt at all of it, 0…1; `begun`: something of it was answered, `half` and not finished. */
export interface QuizStanding {
  readonly best?: number;
  readonly passed: boolean;
  readonly begun: boolean;
  readonly half: boolean;
}

/** Of a lab: how many of its tasks were ever passed. */
export interface LabStanding {
  readonly tasks: number;
  readonly passed: number;
  readonly begun: boolean;
}

/** `known`: shown by the placement quiz, so it is skipped. `done`: its quiz is passed, and every task of its lab. */
export interface SessionStanding {
  readonly id: string;
  readonly known: boolean;
  readonly done: boolean;
  readonly quiz?: QuizStanding;
  readonly lab?: LabStanding;
}

export interface PathStanding {
  readonly sessions: readonly SessionStanding[];
  /** `best` says nothing: it cannot be failed. `finished` once at least. */
  readonly placement?: { readonly finished: boolean; readonly half: boolean };
  readonly exam?: QuizStanding;
}

/** What comes next; `session` is a place among the sessions, from 0. */
export type PathStep =
  | { readonly kind: "placement" }
  | { readonly kind: "session"; readonly session: number; readonly part: "quiz" | "lab" }
  | { readonly kind: "exam" };

/** `tasks`: how many each lab has, by id; a lab that nobody has cannot be done, and is passed over. */
export function pathStanding(
  { id, sessions, placement, exam }: Path,
  { quizzes, labs }: Progress,
  tasks: ReadonlyMap<string, number>,
): PathStanding {
  const placed = quizzes.get(sittingId(id, "placement"));
  const known = placed?.known ?? new Set<string>();
  return {
    sessions: sessions.map((session) => sessionStanding(session, { quizzes, labs }, { known, tasks })),
    ...(placement ? { placement: { finished: placed?.best !== undefined, half: halfDone(placed) !== undefined } } : {}),
    ...(exam ? { exam: quizStanding(sittingId(id, "exam"), quizzes, exam.pass) } : {}),
  };
}

function sessionStanding(
  { id, quiz, lab }: PathSession,
  { quizzes, labs }: Progress,
  { known, tasks }: { readonly known: ReadonlySet<string>; readonly tasks: ReadonlyMap<string, number> },
): SessionStanding {
  const asked = quiz === undefined ? undefined : quizStanding(quiz, quizzes, passMark);
  const count = lab === undefined ? 0 : tasks.get(lab) ?? 0;
  const run = lab === undefined ? undefined : labs.get(lab);
  const worked = count === 0 ? undefined : {
    tasks: count,
    passed: Math.min(count, run?.everPassed.size ?? 0),
    begun: run !== undefined,
  };
  return {
    id,
    known: known.has(id),
    done: asked?.passed !== false && (worked === undefined || worked.passed === count) &&
      (asked !== undefined || worked !== undefined),
    ...(asked ? { quiz: asked } : {}),
    ...(worked ? { lab: worked } : {}),
  };
}

function quizStanding(id: string, quizzes: Progress["quizzes"], pass: number): QuizStanding {
  const past = quizzes.get(id);
  const half = halfDone(past);
  const best = past?.best;
  return {
    ...(best === undefined ? {} : { best }),
    passed: best !== undefined && isPassed({ score: best, max: 1 }, pass),
    begun: past !== undefined,
    half: half !== undefined && isWhole(id, half.options),
  };
}

/** Sessions that are done or need not be. */
export function settledSessions({ sessions }: PathStanding): number {
  return sessions.filter(({ done, known }) => done || known).length;
}

/**
 * Who has done nothing yet is placed first. Then the first open quiz; a lab only as long as nothing of a later session was
 * begun, for docker is not always there. With every quiz passed comes the exam, and after it what is left of the labs.
 * Undefined when all is done.
 */
export function nextStep(standing: PathStanding): PathStep | undefined {
  const { sessions, placement, exam } = standing;
  const begun = sessions.findLastIndex(({ quiz, lab }) => quiz?.begun === true || lab?.begun === true);
  if (placement && !placement.finished && (begun < 0 || placement.half)) return { kind: "placement" };
  const open = sessions.flatMap((one, session) => one.done || one.known ? [] : [{ ...one, session }]);
  const next = open.find(({ quiz, session }) => quiz?.passed === false || session >= begun);
  const step = next ?? (exam && !exam.passed ? undefined : open[0]);
  if (step) {
    return { kind: "session", session: step.session, part: step.quiz?.passed === false ? "quiz" : "lab" };
  }
  return exam && !exam.passed ? { kind: "exam" } : undefined;
}
