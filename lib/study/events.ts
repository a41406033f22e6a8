/** What the store remembers: one event per thing that happened, never changed afterwards. Everything else is computed from them. */

import type { Inventory } from "../lab/ledger.ts";
import type { Answer, MarkStatus } from "../quiz/answer.ts";
import type { SessionOptions } from "../quiz/session.ts";

/** What happened; `attempt` joins the events of one taking of a quiz or one run of a lab. Points and fractions are 0…1 or points as named. */
export type StudyEvent =
  | {
    readonly kind: "quiz-started";
    readonly quiz: string;
    readonly attempt: string;
    /** What was asked for: with it the same questions come in the same order again. */
    readonly options: SessionOptions;
  }
  | {
    readonly kind: "quiz-answered";
    readonly quiz: string;
    readonly attempt: string;
    readonly question: string;
    readonly answer: Answer;
    readonly status: MarkStatus;
    readonly fraction: number;
  }
  | { readonly kind: "quiz-skipped"; readonly quiz: string; readonly attempt: string; readonly question: string }
  | {
    readonly kind: "quiz-hint";
    readonly quiz: string;
    readonly attempt: string;
    readonly question: string;
    /** Counts from 1. */
    readonly tier: number;
  }
  | {
    readonly kind: "quiz-finished";
    readonly quiz: string;
    readonly attempt: string;
    readonly score: number;
    readonly max: number;
  }
  | {
    readonly kind: "lab-prepared";
    readonly lab: string;
    readonly attempt: string;
    /** What existed before: clean-up never touches it. */
    readonly before: Inventory;
  }
  /** What the lab prepares is there: stored only for labs with a setup, when all of it has run. */
  | { readonly kind: "lab-set-up"; readonly lab: string; readonly attempt: string }
  | { readonly kind: "lab-task-passed"; readonly lab: string; readonly attempt: string; readonly task: string }
  | {
    readonly kind: "lab-hint";
    readonly lab: string;
    readonly attempt: string;
    readonly task: string;
    readonly tier: number;
    readonly cost: number;
  }
  | { readonly kind: "lab-given-up"; readonly lab: string; readonly attempt: string; readonly task: string }
  | {
    readonly kind: "lab-question-answered";
    readonly lab: string;
    readonly attempt: string;
    readonly task: string;
    readonly question: string;
    readonly answer: Answer;
    readonly status: MarkStatus;
    readonly fraction: number;
  }
  | { readonly kind: "lab-cleaned"; readonly lab: string; readonly attempt: string };

/** An event as stored: `at` is ms since 1970, `sequence` grows by one. */
export type Stored = StudyEvent & { readonly sequence: number; readonly at: number };
