/** The picture of a review. */

import { appBindings } from "./app_keys.ts";
import type { Frame } from "./frame.ts";
import { page, type View } from "./page.ts";
import { reviewBindings, type ReviewState } from "./review.ts";
import { span } from "./width.ts";

export function viewReview(state: ReviewState, view: View): Frame {
  const header = [[span(view.lang === "es" ? "Repaso" : "Review", "title")]];
  return page({ header, body: [], offset: 0, bindings: [...reviewBindings(state), ...appBindings(false)] }, view);
}
