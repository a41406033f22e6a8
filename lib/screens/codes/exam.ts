/** A graded session, as the program asks for it. */

import { draftHoldsText } from "../answering/table.ts";
import { settleExam, startExam, tickedExam, updateExam } from "../exam.ts";
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
    if (news.kind !== "exam-handed-in") return screen;
    return { ...screen, state: { ...screen.state, page: { kind: "over", written: news.written } } };
  },
  ticked(screen, now) {
    const { state, wishes } = tickedExam(screen.state, now);
    return { state: { ...screen, state }, wishes };
  },
};
