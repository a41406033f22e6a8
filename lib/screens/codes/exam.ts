/** A graded session, as the program asks for it. */

import { draftHoldsText } from "../answering/table.ts";
import { settleExam, tickedExam, updateExam } from "../exam.ts";
import { startExam } from "../exam_state.ts";
import { examHelp, examTypes } from "../exam_keys.ts";
import { viewExam } from "../exam_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"exam"> = {
  start: (opening) => ({ kind: "exam", state: startExam(opening) }),
  update(screen, key, view) {
    const { state, wishes } = updateExam(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewExam(state, view),
  keys: ({ state }) => examHelp(state),
  types: ({ state }) => examTypes(state),
  holdsText: ({ state }) => examTypes(state) && draftHoldsText(state.quiz.draft),
  settled(screen, done) {
    const { state, wishes } = settleExam(screen.state, done);
    return { state: { ...screen, state }, wishes };
  },
  heard(screen, news) {
    const { state } = screen;
    switch (news.kind) {
      case "exam-lab":
        return { ...screen, state: { ...state, sights: { ...state.sights, [news.id]: news.sight } } };
      case "exam-handed-in":
        return { ...screen, state: { ...state, page: { kind: "over", written: news.written } } };
      default:
        return screen;
    }
  },
  ticked(screen, now) {
    const { state, wishes } = tickedExam(screen.state, now);
    return { state: { ...screen, state }, wishes };
  },
};
