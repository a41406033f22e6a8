/** A graded session on screen: what it begins with, and where it is. */

import type { Text } from "../content/text.ts";
import type { Progress } from "../exam/attempt/attempt.ts";
import type { ExamItem } from "../exam/attempt/exam_items.ts";
import { endOf, type Window } from "../exam/tickets/window.ts";
import type { ExamClock } from "./exam_clock.ts";
import type { ExamLabOpening, ExamLabSight } from "./exam_lab.ts";
import type { OverviewPage } from "./exam_overview.ts";
import { questionState } from "./exam_question.ts";
import type { QuizState } from "./quiz.ts";

/** With what the screen begins. */
export interface ExamOpening {
  readonly title: Text;
  /** What is said before it begins; Markdown. */
  readonly rules: Text;
  /** The student's paper; answers come from `progress`. */
  readonly items: readonly ExamItem[];
  readonly labs: readonly ExamLabOpening[];
  readonly progress: Progress;
  readonly window: Window;
  /** ms since 1970. */
  readonly begunAt?: number;
  readonly now: number;
  /** ms that it was closed, where it goes on now. */
  readonly away?: number;
}

/** The file that is to be handed in. `mark`: the beginning of its SHA-256, to be noted down. */
export interface WrittenSubmission {
  readonly path: string;
  readonly size: number;
  readonly mark: string;
}

export type ExamPage =
  | { readonly kind: "rules"; readonly offset: number }
  | { readonly kind: "question" }
  | OverviewPage
  /** `offset`: the first line in sight. */
  | { readonly kind: "labs"; readonly offset: number }
  | { readonly kind: "hand-in" }
  | { readonly kind: "over"; readonly written?: WrittenSubmission };

export interface ExamState {
  readonly opening: ExamOpening;
  /** What is stored. */
  readonly progress: Progress;
  readonly clock: ExamClock;
  readonly page: ExamPage;
  /** The question at hand; in a session without questions it means nothing. */
  readonly quiz: QuizState;
  /** By the ids of the labs. */
  readonly sights: Readonly<Record<string, ExamLabSight>>;
  /** Drafts that were left as no answer, and so are not stored, by question. */
  readonly drafts: ReadonlyMap<string, QuizState["draft"]>;
  /** Something was changed since the question came on the screen. */
  readonly touched: boolean;
  /** When the draft at hand was last stored by itself, or tried to be; ms. */
  readonly triedAt: number;
  /** Said once of the time. */
  readonly warning?: Text;
  /** ms that it was closed, until the student goes on to something else. */
  readonly away?: number;
}

/** There is at least one question or lab. */
export function startExam(opening: ExamOpening): ExamState {
  const { progress, items, window, begunAt, now } = opening;
  const at = Math.max(0, items.findIndex(({ question }) => question.id === progress.where));
  return {
    opening,
    progress,
    clock: begunAt === undefined ? { now } : clockAt(window, begunAt, now),
    page: firstPage(opening),
    quiz: questionState(opening, progress, at, new Map()),
    drafts: new Map(),
    sights: {},
    touched: false,
    triedAt: now,
    ...(opening.away === undefined ? {} : { away: opening.away }),
  };
}

function firstPage({ progress, begunAt, items }: ExamOpening): ExamPage {
  if (progress.finished) return { kind: "over" };
  if (begunAt === undefined) return { kind: "rules", offset: 0 };
  return items.length === 0 ? { kind: "labs", offset: 0 } : { kind: "question" };
}

export function clockAt(window: Window, begunAt: number, now: number): ExamClock {
  const end = endOf(window, begunAt);
  return end === undefined ? { now } : { now, end };
}
