/** The picture of a review: a question as in a quiz, a task of a lab, or in the end how it went. */

import { appBindings } from "./app_keys.ts";
import type { Frame, Line } from "./frame.ts";
import { bodyRows, page, type View } from "./page.ts";
import { viewQuestion } from "./quiz_view.ts";
import { aroundReview } from "./review_around.ts";
import type { ReviewState } from "./review.ts";
import { endLines } from "./review_end_view.ts";
import { reviewHelp, reviewTypes } from "./review_keys.ts";
import { taskBody } from "./review_task_view.ts";
import { clamped, showing } from "./scroll.ts";

export function viewReview(state: ReviewState, view: View): Frame {
  const { asked } = state;
  const around = aroundReview(state, view);
  const bindings = [...reviewHelp(state), ...appBindings(reviewTypes(state))];
  if (asked.kind === "question") return viewQuestion(asked.quiz, view, around, bindings);
  const { body, offset, cursor } = reviewLayout(state, view);
  return page({ ...around, body, offset, bindings, ...(cursor ? { cursor } : {}) }, view);
}

export interface ReviewLayout {
  readonly body: readonly Line[];
  readonly rows: number;
  readonly offset: number;
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** Of a task or of the end: a question has its own. Scrolling asks for it too. */
export function reviewLayout(state: ReviewState, view: View): ReviewLayout {
  const { asked } = state;
  const { header, notes } = aroundReview(state, view);
  const { columns } = view.size;
  const rows = bodyRows(view.size, header.length, notes.length);
  if (asked.kind !== "task") {
    const body = endLines(state, view.lang, Math.min(columns, 100));
    return { body, rows, offset: asked.kind === "end" ? clamped(asked.sight, rows, body.length) : 0 };
  }
  const { lines: body, focus, cursor } = taskBody(asked, view.lang, columns);
  const offset = asked.sight === "focus"
    ? showing(focus, 0, rows, body.length)
    : clamped(asked.sight, rows, body.length);
  return { body, rows, offset, ...(cursor ? { cursor } : {}) };
}
