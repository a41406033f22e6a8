/** What the store remembers: one event per thing that happened, never changed afterwards. Everything else is computed from them. */

import type { EngineAddress } from "../lab/engine_address.ts";
import type { Claim } from "../lab/claim.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { Renamed } from "../lab/obstacle.ts";
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
    /** The engine it began on; absent in old events, and where the engine did not say. */
    readonly engine?: EngineAddress;
    /** What it is going to use, for the preflight of other labs. */
    readonly claim?: Claim;
    /** Where its file is. */
    readonly folder?: string;
  }
  /** Something of the learner's gave way to the lab; stored before it does. `attempt` is empty: the lab has not begun yet. */
  | { readonly kind: "lab-renamed"; readonly lab: string; readonly attempt: string; readonly renamed: Renamed }
  /** The learner has seen what a lab from elsewhere runs and agreed; `hash` is of its files. `attempt` is empty. */
  | { readonly kind: "lab-trusted"; readonly lab: string; readonly attempt: string; readonly hash: string }
  /** These tasks are to be done again. What their hints cost stays. */
  | {
    readonly kind: "lab-task-reset";
    readonly lab: string;
    readonly attempt: string;
    readonly tasks: readonly string[];
  }
  /** What the lab prepares is there: stored only for labs with a setup, when all of it has run. */
  | { readonly kind: "lab-set-up"; readonly lab: string; readonly attempt: string }
  | { readonly kind: "lab-task-passed"; readonly lab: string; readonly attempt: string; readonly task: string }
  | {
    readonly kind: "lab-hint";
    readonly lab: string;
    readonly attempt: string;
    readonly task: string;
    /** Its place among the hints of the task, from 1; not always asked for in this order. */
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
  /** A docker command that the learner ran at the prompt of the lab; stored when it has ended. */
  | {
    readonly kind: "lab-command";
    readonly lab: string;
    readonly attempt: string;
    /** Program and arguments as they were run; only the program where the learner kept the line to themselves. */
    readonly argv: readonly string[];
    /** Undefined when it was never started. */
    readonly code?: number;
    /** ms since 1970. */
    readonly from: number;
    readonly to: number;
  }
  | { readonly kind: "lab-cleaned"; readonly lab: string; readonly attempt: string };

/** An event as stored: `at` is ms since 1970, `sequence` grows by one. */
export type Stored = StudyEvent & { readonly sequence: number; readonly at: number };
