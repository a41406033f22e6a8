/** The review, as the program asks for it. */

import { openQuestion } from "../quiz_keys.ts";
import { startReview } from "../review.ts";
import { reviewHelp, reviewHoldsText, reviewTypes } from "../review_keys.ts";
import { settleReview, updateReview } from "../review_update.ts";
import { viewReview } from "../review_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"review"> = {
  start: (opening) => ({ kind: "review", state: startReview(opening) }),
  update(screen, key, view) {
    const { state, wishes } = updateReview(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewReview(state, view),
  keys: ({ state }) => reviewHelp(state),
  types: ({ state }) => reviewTypes(state),
  holdsText: ({ state }) => reviewHoldsText(state),
  openQuestion({ state: { asked } }) {
    if (asked.kind === "question") return openQuestion(asked.quiz);
    return asked.kind === "task" && asked.rating === undefined ? asked.card : undefined;
  },
  settled(screen, done, event) {
    const { state, wishes } = settleReview(screen.state, done, event);
    return { state: { ...screen, state }, wishes };
  },
};
