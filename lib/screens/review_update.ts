/** What keys do in a review. */

import type { Rating, StudyEvent } from "../study/events.ts";
import type { ReviewChoice } from "./effects.ts";
import { actionOf, type Key } from "./key.ts";
import { edit } from "./line_editor.ts";
import type { View } from "./page.ts";
import { isSettled } from "./quiz_keys.ts";
import { settleQuiz, updateQuiz } from "./quiz.ts";
import { type Asked, counts, derivedRating, passed, type ReviewState } from "./review.ts";
import { reviewBindings, type Scroll } from "./review_keys.ts";
import { aroundReview } from "./review_around.ts";
import { reviewLayout } from "./review_view.ts";
import { pageStep } from "./scroll.ts";
import { type Done, type Turn, turn, type Wish } from "./turn.ts";

type Question = Extract<Asked, { kind: "question" }>;
type Task = Extract<Asked, { kind: "task" }>;

export function updateReview(state: ReviewState, key: Key, view: View): Turn<ReviewState> {
  const { asked, opening } = state;
  const action = actionOf(reviewBindings(state), key);
  switch (action) {
    case undefined:
      if (asked.kind === "question") return inQuestion(state, asked, updateQuizIn(state, asked, key, view));
      return asked.kind === "task" && !asked.revealed ? turn(typed(state, asked, key)) : turn(state);
    case "again":
    case "hard":
    case "good":
    case "easy":
      return rated(state, action);
    case "reveal":
      return asked.kind === "task"
        ? turn({ ...state, asked: { ...asked, revealed: true, sight: "focus" } })
        : turn(state);
    case "next":
      return turn(passed(state));
    case "open-lab":
      return asked.kind === "task" && asked.card.kind === "task"
        ? turn(state, { kind: "effect", effect: { kind: "open-lab", id: asked.card.lab } })
        : turn(state);
    case "line-up":
    case "line-down":
    case "page-up":
    case "page-down":
      return turn(scrolled(state, view, action));
    case "more":
      return turn(state, opens(withoutCram(opening.choice)));
    case "unseen":
      return turn(state, opens({ ...withoutCram(opening.choice), unseen: true }));
    case "cram":
      return turn(state, opens({ ...opening.choice, cram: true }));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** What was waiting for the store is shown; `event` as it was stored, which knows how long the answer took. */
export function settleReview(state: ReviewState, done: Done, event?: StudyEvent): Turn<ReviewState> {
  const { asked } = state;
  if (asked.kind === "end") return turn(state);
  if (done.kind === "rated") return turn({ ...state, asked: { ...asked, rating: done.rating } });
  if (asked.kind === "task") return turn(state);
  const settled = settleQuiz(asked.quiz, done);
  if (!isSettled(settled.state) || isSettled(asked.quiz)) return inQuestion(state, asked, settled);
  return inQuestion(state, { ...asked, rating: derivedRating(settled.state.session.items[0]?.mark, event) }, settled);
}

function updateQuizIn(state: ReviewState, asked: Question, key: Key, view: View): Turn<Question["quiz"]> {
  return updateQuiz(asked.quiz, key, view, aroundReview(state, view));
}

/** The question's own wishes, but that its end is not the end of the review. */
function inQuestion(
  state: ReviewState,
  asked: Question,
  { state: quiz, wishes }: Turn<Question["quiz"]>,
): Turn<ReviewState> {
  const next: ReviewState = { ...state, asked: { ...asked, quiz } };
  const others = wishes.filter(({ kind }) => kind !== "finished");
  return turn(others.length < wishes.length ? passed(next) : next, ...others);
}

/** A question was rated by its answer, and is rated again; of a task the rating is the answer. */
function rated(state: ReviewState, rating: Rating): Turn<ReviewState> {
  const { asked } = state;
  if (asked.kind === "end" || asked.rating === rating) return turn(state);
  const { item } = asked.card;
  const done: Done = { kind: "rated", rating };
  // Of practice the schedule hears nothing, but it happened once: it is not answered again.
  if (asked.rating !== undefined) {
    return turn(state, { kind: "record", what: { kind: "review-rated", item, rating }, done });
  }
  if (asked.kind !== "task") return turn(state);
  const mark = rating === "again"
    ? { status: "incorrect", fraction: 0 } as const
    : { status: "correct", fraction: 1 } as const;
  const what = { kind: "review-answered", item, mark, rating, cram: !counts(state) } as const;
  return turn(state, { kind: "record", what, done });
}

function typed(state: ReviewState, asked: Task, key: Key): ReviewState {
  const field = edit(asked.field, key);
  return field ? { ...state, asked: { ...asked, field, sight: "focus" } } : state;
}

function scrolled(state: ReviewState, view: View, by: Scroll): ReviewState {
  const { asked } = state;
  if (asked.kind === "question") return state;
  const { offset, rows, body } = reviewLayout(state, view);
  const lines = { "line-up": -1, "line-down": 1, "page-up": -pageStep(rows), "page-down": pageStep(rows) }[by];
  const sight = Math.max(0, Math.min(Math.max(0, body.length - rows), offset + lines));
  return { ...state, asked: { ...asked, sight } };
}

function opens(choice: ReviewChoice): Wish {
  return { kind: "effect", effect: { kind: "open-review", choice } };
}

function withoutCram({ cram: _, ...choice }: ReviewChoice): ReviewChoice {
  return choice;
}
