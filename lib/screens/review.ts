/** What is due, one card after another: asked, answered, rated. A verdict is shown only once it is stored. */

import type { Text } from "../content/text.ts";
import type { Item } from "../quiz/session.ts";
import type { Card } from "../study/card.ts";
import type { ItemId } from "../study/item.ts";
import type { StudySettings } from "../study/settings.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { type Turn, turn } from "./turn.ts";

/** One thing to review. `card` is absent for what is asked for the first time; `from` is the title of its quiz or lab. */
export type ReviewCard =
  | {
    readonly kind: "question";
    readonly item: ItemId;
    readonly from: Text;
    readonly question: Item;
    readonly card?: Card;
    /** The question has another meaning than when it was last asked: it begins anew. */
    readonly changed?: true;
  }
  /** A task of a lab: recalled, looked up, and rated by the learner. Markdown. */
  | {
    readonly kind: "task";
    readonly item: ItemId;
    readonly from: Text;
    readonly lab: string;
    readonly title: Text;
    readonly text: Text;
    readonly solution: Text;
    readonly explanation?: Text;
    readonly card?: Card;
  };

/** What one sitting begins with. */
export interface ReviewOpening {
  readonly cards: readonly ReviewCard[];
  /** Practice that leaves the schedule alone. */
  readonly cram: boolean;
  /** Study day. */
  readonly today: number;
  readonly settings: StudySettings;
  /** Due today and not in `cards`, because of a limit. */
  readonly more: number;
}

export interface ReviewState {
  readonly opening: ReviewOpening;
  /** Index into `cards`; equal to their number when all have been seen. */
  readonly at: number;
}

export function startReview(opening: ReviewOpening): ReviewState {
  return { opening, at: 0 };
}

type ReviewAction = "leave";

export function reviewBindings(_state: ReviewState): readonly Binding<ReviewAction>[] {
  return [{ keys: ["q", "ctrl-q", "escape"], help: { es: "dejarlo", en: "leave" }, action: "leave" }];
}

export function updateReview(state: ReviewState, key: Key, _view: View): Turn<ReviewState> {
  return actionOf(reviewBindings(state), key) === "leave" ? turn(state, { kind: "leave" }) : turn(state);
}
