/** What is due, one card after another: asked, answered, rated. A verdict is shown only once it is stored. */

import type { Question } from "../content/schema/question.ts";
import type { Text } from "../content/text.ts";
import type { Mark } from "../quiz/answer.ts";
import { kindOf } from "../quiz/kinds.ts";
import { seeded, seedFor } from "../quiz/rng.ts";
import type { Rating, StudyEvent } from "../study/events.ts";
import type { ItemId } from "../study/item.ts";
import { ratingOf } from "../study/rating.ts";
import type { ReviewChoice } from "./effects.ts";
import { edited, type LineEditor } from "./line_editor.ts";
import { type QuizState, startQuiz } from "./quiz.ts";

/** Days until it would be asked again, by how it went. */
export type Intervals = Readonly<Record<Rating, number>>;

interface CardFacts {
  readonly item: ItemId;
  /** Title of its quiz or lab. */
  readonly from: Text;
  /** `changed`: another meaning than when it was last asked, so that it begins anew. */
  readonly standing: "new" | "due" | "changed";
  readonly intervals: Intervals;
}

/** One thing to review. */
export type ReviewCard =
  | CardFacts & { readonly kind: "question"; readonly question: Question }
  /** A task of a lab: recalled, looked up, and rated by the learner. Markdown. */
  | CardFacts & {
    readonly kind: "task";
    readonly lab: string;
    readonly title: Text;
    readonly text: Text;
    readonly solution: Text;
    readonly explanation: Text;
  };

/** How many cards are due in so many days from today, 1 or more. */
export interface DueIn {
  readonly days: number;
  readonly count: number;
}

/** What one sitting begins with. */
export interface ReviewOpening {
  readonly cards: readonly ReviewCard[];
  /** What was asked for. */
  readonly choice: ReviewChoice;
  /** Gives the orders in which choices are shown. */
  readonly seed: number;
  /** Today asks for them too: due, or new and allowed, and not among the cards. */
  readonly more: number;
  /** Of the cards that are not asked now and not due today, soonest first. */
  readonly upcoming: readonly DueIn[];
  /** Questions that were never asked and are not asked now. */
  readonly unseen: number;
  /** Study days in a row until yesterday on which something was answered. */
  readonly streak: number;
  /** Something was answered today before. */
  readonly today: boolean;
}

/** `practice`: it went wrong in this sitting and comes again until it goes well; the schedule has heard of it already. */
export interface Pending {
  readonly card: ReviewCard;
  readonly practice: boolean;
}

/** What is on screen; `rating` is there once it is answered. */
export type Asked =
  | Pending & { readonly kind: "question"; readonly quiz: QuizState; readonly rating?: Rating }
  /** `field` holds what is remembered of the command, for the learner alone; a number in `sight` was chosen by paging, else the field or the solution is in sight. */
  | Pending & {
    readonly kind: "task";
    readonly field: LineEditor;
    readonly revealed: boolean;
    readonly sight: "focus" | number;
    readonly rating?: Rating;
    readonly note?: Text;
  }
  | { readonly kind: "end"; readonly sight: number };

/** How a card went when it was first asked in this sitting. */
export interface Result {
  readonly card: ReviewCard;
  readonly rating: Rating;
}

export interface ReviewState {
  readonly opening: ReviewOpening;
  readonly asked: Asked;
  /** What comes after it. */
  readonly queue: readonly Pending[];
  readonly results: readonly Result[];
  /** Counts the cards put on screen, so that choices come in another order each time. */
  readonly turns: number;
}

export function startReview(opening: ReviewOpening): ReviewState {
  const queue = opening.cards.map((card): Pending => ({ card, practice: false }));
  return nextCard({ opening, asked: { kind: "end", sight: 0 }, queue, results: [], turns: 0 });
}

/** On to the next card. What went wrong comes again at the end, until it goes well; without a rating nothing moves. */
export function passed(state: ReviewState): ReviewState {
  const { asked, queue, results } = state;
  if (asked.kind === "end" || asked.rating === undefined) return state;
  const { card, rating } = asked;
  return nextCard({
    ...state,
    queue: rating === "again" ? [...queue, { card, practice: true }] : queue,
    results: asked.practice ? results : [...results, { card, rating }],
  });
}

/** The same that the schedule makes of the event; of the mark alone where nobody told what was stored. */
export function derivedRating(mark: Mark | undefined, event: StudyEvent | undefined): Rating {
  if (event?.kind !== "review-answered") return ratingOf({ fraction: mark?.fraction ?? 0 });
  const { kind: _, answer, rating, ...how } = event;
  return rating ?? ratingOf({ ...how, ...(answer ? { kind: answer.kind } : {}) });
}

/** The first of the queue on screen, or the end. */
function nextCard(state: ReviewState): ReviewState {
  const [next, ...queue] = state.queue;
  if (!next) return { ...state, asked: { kind: "end", sight: 0 } };
  const turns = state.turns + 1;
  return { ...state, asked: asking(state, next, turns), queue, turns };
}

function asking({ opening }: ReviewState, pending: Pending, turn: number): Asked {
  const { card, practice } = pending;
  if (card.kind === "task") return { ...pending, kind: "task", field: edited(""), revealed: false, sight: "focus" };
  const seed = seedFor(opening.seed, `${card.item} ${turn}`);
  const { question } = card;
  const item = {
    question,
    shown: kindOf(question).shown(question, seeded(seed)),
    skipped: false,
    hintsShown: 0,
  };
  const session = { quiz: { id: card.item, title: card.from }, seed, items: [item], at: 0 };
  const cram = practice || opening.choice.cram === true;
  return { ...pending, kind: "question", quiz: startQuiz(session, { kind: "review", item: card.item, cram }) };
}

/** Whether the schedule hears of it; else it is practice, and nothing is to be rated. */
export function counts({ opening, asked }: ReviewState): boolean {
  return asked.kind !== "end" && !asked.practice && opening.choice.cram !== true;
}

/** Cards that still have to go well in this sitting. */
export function openCards({ asked, queue }: ReviewState): readonly Pending[] {
  if (asked.kind === "end" || (asked.rating !== undefined && asked.rating !== "again")) return queue;
  return [asked.rating === "again" ? { ...asked, practice: true } : asked, ...queue];
}
