/** What screens want done: data, performed in one place outside. */

import type { Step } from "../exam/attempt/journal.ts";
import type { Answer, MarkStatus } from "../quiz/answer.ts";
import type { Source } from "../quiz/command/completion/names.ts";
import type { PromptCommand } from "../quiz/command/prompt_line.ts";
import type { Circumstances, Rating } from "../study/events.ts";
import type { ItemId } from "../study/item.ts";
import type { GateAnswer } from "./gate.ts";

/** What a mark is worth, as it is stored. */
export interface StoredMark {
  readonly status: MarkStatus;
  readonly fraction: number;
}

/** What a screen knows of how an answer came about; the time that it took is measured outside. */
export type Told = Omit<Circumstances, "took">;

/** What the learner did, to be stored before its result is shown. `tier` counts hints from 1; points are the content's. */
export type Happening =
  | Told & {
    readonly kind: "quiz-answered";
    readonly quiz: string;
    readonly question: string;
    readonly answer: Answer;
    readonly mark: StoredMark;
  }
  | { readonly kind: "quiz-skipped"; readonly quiz: string; readonly question: string }
  | { readonly kind: "quiz-hint"; readonly quiz: string; readonly question: string; readonly tier: number }
  | { readonly kind: "quiz-finished"; readonly quiz: string; readonly score: number; readonly max: number }
  | {
    readonly kind: "lab-hint";
    readonly lab: string;
    readonly task: string;
    readonly tier: number;
    readonly cost: number;
  }
  | { readonly kind: "lab-given-up"; readonly lab: string; readonly task: string }
  | Told & {
    readonly kind: "lab-question-answered";
    readonly lab: string;
    readonly task: string;
    readonly question: string;
    readonly answer: Answer;
    readonly mark: StoredMark;
  }
  | Told & {
    readonly kind: "review-answered";
    readonly item: ItemId;
    readonly answer?: Answer;
    readonly mark: StoredMark;
    readonly rating?: Rating;
    readonly cram: boolean;
  }
  | { readonly kind: "review-rated"; readonly item: ItemId; readonly rating: Rating }
  | { readonly kind: "question-flagged"; readonly item: ItemId; readonly note: string }
  | { readonly kind: "question-unflagged"; readonly item: ItemId };

/** How a quiz begins: anew with a new seed, where it was left, or with some of its questions only, or those of one concept (and a new seed). */
export type QuizStart =
  | { readonly kind: "fresh" }
  | { readonly kind: "resume" }
  | { readonly kind: "retry"; readonly questions: readonly string[] }
  | { readonly kind: "concept"; readonly concept: string };

/** What a review takes: what is due, or (`cram`) practice that leaves the schedule alone; perhaps of one concept, perhaps so many. */
export interface ReviewChoice {
  readonly limit?: number;
  readonly cram?: boolean;
  readonly concept?: string;
  /** Also questions that were never asked, beyond those that a day brings in. */
  readonly unseen?: boolean;
}

/** Where a path goes on: a session of it, its placement quiz or its exam (`place`), or a lab at once. */
export type PathTarget =
  | { readonly kind: "open-step"; readonly path: string; readonly place: string }
  | { readonly kind: "open-lab"; readonly id: string };

/** What opens a screen. The program numbers them: an answer to what was given up meanwhile is known by its ticket. */
export type OpenEffect =
  & { readonly ticket?: number }
  & (
    | { readonly kind: "open-quiz"; readonly id: string; readonly start: QuizStart }
    | { readonly kind: "open-lab"; readonly id: string }
    | { readonly kind: "open-review"; readonly choice: ReviewChoice }
    | { readonly kind: "open-stats" }
    | { readonly kind: "open-concept"; readonly id: string }
    /** `place`: the id of a session, `placement` or `exam`. */
    | { readonly kind: "open-step"; readonly path: string; readonly place: string }
  );

/**
 * `open-review`, `open-stats`, `open-concept` and `open-step` are answered by `review-opened`, `stats-opened`, `concept-opened`
 * and `step-opened`, `load-step` by `step-loaded`; `keep-time` by a `clock` each second;
 * `question-shown` begins the time that its answer takes; `copy` puts a text on the clipboard of the learner's terminal.
 * `open-quiz` is answered by `quiz-opened`, `open-lab` by `lab-opened`, `load-home` by `home-loaded`, `load-stats` by `stats-loaded`, `load-concept` by
 * `concept-loaded`, `load-summary` by `summary-loaded`, `record` by `recorded` with
 * the same ticket, as is `journal` (steps of a graded session), `hand-in` (it is over) by `exam-handed-in`, `begin` (what the first picture does not need) by
 * `names-loaded` and `learner-loaded`; each may be answered by `failed` instead. `watch-lab` begins the watching of a
 * lab that is on screen already, `leave-lab` ends it, `refresh-lab` asks for a look now. `open-prompt` is
 * answered by `prompt-history`, `list-names` by `names-listed`, `run-command` in the end by `command-ended`; a command that
 * needs the terminal gets it, if a key caused the effect. `answer-gate` is answered by `lab-gate`, `reset-task` by `lab-reset`,
 * or by `failed`.
 */
export type Effect =
  | OpenEffect
  | { readonly kind: "load-home" }
  | { readonly kind: "load-stats" }
  | { readonly kind: "load-concept"; readonly id: string }
  | { readonly kind: "load-step"; readonly path: string; readonly place: string }
  | { readonly kind: "load-summary"; readonly quiz: string }
  | { readonly kind: "question-shown" }
  /** Tells the time every second, or stops to. */
  | { readonly kind: "keep-time"; readonly on: boolean }
  | { readonly kind: "copy"; readonly text: string }
  | { readonly kind: "record"; readonly ticket: number; readonly what: Happening }
  | { readonly kind: "journal"; readonly ticket: number; readonly steps: readonly Step[] }
  | { readonly kind: "hand-in" }
  | { readonly kind: "refresh-lab"; readonly lab: string }
  | { readonly kind: "leave-lab"; readonly lab: string }
  /** Gives up what is being done to the engine; `lab-activity` says that it is over. */
  | { readonly kind: "cancel-work"; readonly lab: string }
  | { readonly kind: "watch-lab"; readonly reference: string }
  | { readonly kind: "open-prompt"; readonly lab: string }
  | { readonly kind: "list-names"; readonly lab: string; readonly sources: readonly Source[] }
  | {
    readonly kind: "run-command";
    readonly lab: string;
    readonly id: number;
    readonly command: PromptCommand;
    /** As it is shown and remembered. */
    readonly line: string;
    readonly remember: boolean;
    /** Its words are nobody's business. */
    readonly secret: boolean;
  }
  /** Each time a little harder. */
  | { readonly kind: "stop-command"; readonly lab: string; readonly id: number }
  | { readonly kind: "answer-gate"; readonly lab: string; readonly answer: GateAnswer }
  | { readonly kind: "reset-task"; readonly lab: string; readonly task: string }
  | { readonly kind: "begin" };
