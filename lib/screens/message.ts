/** What the world tells the screens, beside keys and sizes. */

import type { Text } from "../content/text.ts";
import type { Names, Source } from "../quiz/command/completion/names.ts";
import type { LabVerdict } from "../lab/verdict.ts";
import type { Session } from "../quiz/session.ts";
import type { StudyEvent } from "../study/events.ts";
import type { Statistics } from "../study/statistics.ts";
import type { ItemId } from "../study/item.ts";
import type { Activity } from "./activity.ts";
import type { ConceptOpening } from "./concept.ts";
import type { WrittenSubmission } from "./exam_state.ts";
import type { ExamLabSight } from "./exam_lab.ts";
import type { Gate } from "./gate.ts";
import type { HomeData } from "./home.ts";
import type { EngineSight, LabOpening, ResetNews } from "./lab.ts";
import type { OutputStream } from "./prompt_output.ts";
import type { ReviewOpening } from "./review.ts";
import type { StepOpening } from "./step.ts";
import type { Names as ConceptNames, SummaryNews } from "./summary.ts";

/** How a command at the docker prompt ended; `code` is that of the program. */
export type CommandEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "not-started"; readonly what: Text; readonly next?: Text };

/** Answers an `OpenEffect`, with its ticket. */
export type OpenedMessage =
  & { readonly ticket?: number }
  & (
    | { readonly kind: "review-opened"; readonly opening: ReviewOpening }
    | { readonly kind: "stats-opened"; readonly statistics: Statistics }
    | { readonly kind: "concept-opened"; readonly opening: ConceptOpening }
    | { readonly kind: "step-opened"; readonly opening: StepOpening }
    /** A session that is at its end shows its summary. */
    | { readonly kind: "quiz-opened"; readonly session: Session }
    | { readonly kind: "lab-opened"; readonly opening: LabOpening }
  );

/** `lab` names the lab that a message is about: one that was left meanwhile takes no notice. */
export type Message =
  | { readonly kind: "home-loaded"; readonly home: HomeData }
  | { readonly kind: "stats-loaded"; readonly statistics: Statistics }
  /** The time, ms since 1970: every second after `keep-time`. */
  | { readonly kind: "clock"; readonly now: number }
  | OpenedMessage
  | { readonly kind: "lab-engine"; readonly lab: string; readonly engine: EngineSight }
  /** The time, ms since 1970: every second where a hint has to be waited for. `begun`: since when the lab can be worked on. */
  | { readonly kind: "lab-clock"; readonly lab: string; readonly now: number; readonly begun?: number }
  /** What stands between the learner and the lab; nothing any more without `gate`. */
  | { readonly kind: "lab-gate"; readonly lab: string; readonly gate?: Gate }
  /** What is being done to the engine for the lab, from its first second on; nothing any more without `activity`. */
  | { readonly kind: "lab-activity"; readonly lab: string; readonly activity?: Activity }
  | { readonly kind: "lab-reset"; readonly lab: string; readonly news: ResetNews }
  /** A look has begun; the next verdict ends it. */
  | { readonly kind: "lab-looking"; readonly lab: string }
  | { readonly kind: "lab-verdict"; readonly lab: string; readonly verdict: LabVerdict }
  /** What was typed at the docker prompt in earlier sessions, oldest first. */
  | { readonly kind: "prompt-history"; readonly lab: string; readonly lines: readonly string[] }
  /** `names` lacks the sources that could not be asked. */
  | { readonly kind: "names-listed"; readonly lab: string; readonly sources: readonly Source[]; readonly names: Names }
  /** A piece of what a command at the prompt writes, as it came. */
  | {
    readonly kind: "command-output";
    readonly lab: string;
    readonly id: number;
    readonly stream: OutputStream;
    readonly text: string;
  }
  /** Every second while it runs. */
  | { readonly kind: "command-runs"; readonly lab: string; readonly id: number; readonly seconds: number }
  | { readonly kind: "command-ended"; readonly lab: string; readonly id: number; readonly end: CommandEnd }
  | { readonly kind: "names-loaded"; readonly names: ConceptNames }
  | { readonly kind: "concept-loaded"; readonly opening: ConceptOpening }
  | { readonly kind: "step-loaded"; readonly opening: StepOpening }
  | { readonly kind: "summary-loaded"; readonly news: SummaryNews }
  /** How it stands with a lab of a graded session. */
  | { readonly kind: "exam-lab"; readonly id: string; readonly sight: ExamLabSight }
  /** What is to be handed in is written. */
  | { readonly kind: "exam-handed-in"; readonly written: WrittenSubmission }
  /** What questions show of earlier: see `View`. */
  | {
    readonly kind: "learner-loaded";
    readonly flags: ReadonlyMap<ItemId, string>;
    readonly commands: readonly string[];
  }
  /** `event`: what is stored now, where it is told. */
  | { readonly kind: "recorded"; readonly ticket: number; readonly event?: StudyEvent }
  /** With the ticket of a record: it could not be stored, and nothing of it is shown. With that of an opening: there is no such screen. */
  | { readonly kind: "failed"; readonly ticket?: number; readonly what: Text; readonly next?: Text };
