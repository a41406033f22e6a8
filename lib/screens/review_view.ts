/** The picture of a review: a question as in a quiz, a task of a lab, or in the end how it went. */

import { appBindings } from "./app_keys.ts";
import type { Frame, Line } from "./frame.ts";
import { bodyRows, page, type View } from "./page.ts";
import { viewQuestion } from "./quiz_view.ts";
import { aroundReview } from "./review_around.ts";
import type { ReviewState } from "./review.ts";
import { endLines } from "./review_end_view.ts";
import { reviewHelp, reviewTypes } from "./review_keys.ts";
import { type TaskBody, taskBody } from "./review_task_view.ts";
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
  const width = Math.min(view.size.columns, 100);
  const rows = bodyRows(view.size, header.length, notes.length);
  if (asked.kind !== "task") {
    const body = endLines(state, view.lang, width);
    return { body, rows, offset: asked.kind === "end" ? clamped(asked.sight, rows, body.length) : 0 };
  }
  const drawn = taskBody(asked, view.lang, width);
  const { lines: body, cursor } = drawn;
  return { body, rows, offset: offsetOf(asked.sight, drawn, rows), ...(cursor ? { cursor } : {}) };
}

/** While a task is being remembered its field stays in sight. */
function offsetOf(sight: "top" | "solution" | number, { lines, field, solution }: TaskBody, rows: number): number {
  if (typeof sight === "number") return clamped(sight, rows, lines.length);
  return showing(sight === "solution" ? solution : field, 0, rows, lines.length);
}
