/** What a screen gives back after a key: its next state, and what it wishes of the program around it. */

import type { Session } from "../quiz/session.ts";
import type { Rating } from "../study/events.ts";
import type { ItemId } from "../study/item.ts";
import type { Step } from "../exam/attempt/journal.ts";
import type { Effect, Happening } from "./effects.ts";
import type { ExamState } from "./exam_state.ts";

/** What a screen becomes once what happened is safely stored. */
export type Done =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "finished"; readonly session: Session }
  | { readonly kind: "hint"; readonly task: string; readonly tier: number; readonly cost: number }
  | { readonly kind: "given-up"; readonly task: string }
  /** A question is flagged as unclear, or without a note no longer. */
  | { readonly kind: "flagged"; readonly item: ItemId; readonly note?: string }
  /** What is being reviewed, by the learner. */
  | { readonly kind: "rated"; readonly rating: Rating }
  /** Steps of a graded session. `leave`: and the screen is over. */
  | { readonly kind: "exam"; readonly steps: readonly Step[]; readonly state: ExamState; readonly leave?: boolean };

export type Wish =
  | { readonly kind: "effect"; readonly effect: Effect }
  | { readonly kind: "record"; readonly what: Happening; readonly done: Done }
  /** As `record`, for a graded session. */
  | { readonly kind: "journal"; readonly steps: readonly Step[]; readonly done: Done }
  /** This screen is over; the one below comes back. */
  | { readonly kind: "leave" }
  /** The questions have all been seen. */
  | { readonly kind: "finished"; readonly session: Session }
  /** The questions of a lab's task, over the lab. */
  | { readonly kind: "ask"; readonly session: Session; readonly lab: string; readonly task: string }
  /** Questions of the past, one by one, read-only. */
  | { readonly kind: "look-back"; readonly session: Session };

export interface Turn<State> {
  readonly state: State;
  readonly wishes: readonly Wish[];
}

export function turn<State>(state: State, ...wishes: readonly Wish[]): Turn<State> {
  return { state, wishes };
}
