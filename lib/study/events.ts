/** What the store remembers: one event per thing that happened, never changed afterwards. Everything else is computed from them. */

import type { EngineAddress } from "../lab/engine_address.ts";
import type { Claim } from "../lab/claim.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { Renamed } from "../lab/obstacle.ts";
import type { Answer, MarkStatus } from "../quiz/answer.ts";
import type { SessionOptions } from "../quiz/session.ts";
import type { ItemId } from "./item.ts";
import type { StudySettings } from "./settings.ts";

/** How sure the learner was, told before the answer was shown. */
export type Confidence = "sure" | "unsure" | "guess";

/** FSRS's words for how a review went. */
export type Rating = "again" | "hard" | "good" | "easy";

/** How an answer came about. Whatever is not known is absent: in old events all of it. */
export interface Circumstances {
  readonly confidence?: Confidence;
  /** ms from seeing the question to answering it. */
  readonly took?: number;
  /** How many hints were seen before. */
  readonly hints?: number;
  /** What the question meant when it was answered: see `meaning.ts`. */
  readonly meaning?: string;
}

/**
 * What happened; `attempt` joins the events of one taking of a quiz or one run of a lab. Points and fractions are 0…1 or points as named.
 * A placement quiz and a mock exam are quizzes with a slash in their id: see `quiz/sitting.ts`.
 */
export type StudyEvent =
  | {
    readonly kind: "quiz-started";
    readonly quiz: string;
    readonly attempt: string;
    /** What was asked for: with it the same questions come in the same order again. */
    readonly options: SessionOptions;
  }
  | Circumstances & {
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
  | Circumstances & {
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
  | { readonly kind: "lab-cleaned"; readonly lab: string; readonly attempt: string }
  /**
   * Checks of a task found something that was there and not as it should be: a mistake, not an empty beginning. Once per task
   * and attempt; `checks` are their places in the task, from 0.
   */
  | {
    readonly kind: "lab-task-missed";
    readonly lab: string;
    readonly attempt: string;
    readonly task: string;
    readonly checks: readonly number[];
  }
  /** Something was reviewed. `attempt` joins one sitting; `cram`: practice that leaves the schedule alone. */
  | Circumstances & {
    readonly kind: "review-answered";
    readonly item: ItemId;
    readonly attempt: string;
    /** Absent for a task of a lab, which the learner rates. */
    readonly answer?: Answer;
    readonly status: MarkStatus;
    readonly fraction: number;
    /** The learner's own; without it the rating follows from the rest (`rating.ts`). */
    readonly rating?: Rating;
    readonly cram: boolean;
  }
  /** The learner rates the last review of the item in another way. */
  | { readonly kind: "review-rated"; readonly item: ItemId; readonly attempt: string; readonly rating: Rating }
  /** The question is unclear, says the learner. `instead`: the learner's note that this one takes the place of. */
  | {
    readonly kind: "question-flagged";
    readonly item: ItemId;
    readonly attempt: string;
    readonly note: string;
    readonly instead?: string;
  }
  /** `note`: the one that is taken back, for others may have flagged the question too; without it all of them. */
  | { readonly kind: "question-unflagged"; readonly item: ItemId; readonly attempt: string; readonly note?: string }
  /** What is changed of the settings, and the version of the algorithm that it was changed under. */
  | {
    readonly kind: "study-settings";
    readonly attempt: string;
    readonly settings: Partial<StudySettings>;
    readonly algorithm: string;
  };

/** An event as stored. */
export type Stored = StudyEvent & {
  /** Its place in this store, from 1. */
  readonly sequence: number;
  /** ms since 1970. */
  readonly at: number;
  /** Minutes that the learner's clock was ahead of UTC: the day of an event does not depend on where it is read. */
  readonly zone: number;
  /** The same in every store that has the event. */
  readonly uid: string;
  /** It came from another machine's store. */
  readonly imported: boolean;
};
