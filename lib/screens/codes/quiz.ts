/** The questions of a quiz, as the program asks for them. */

import { settleQuiz, startQuiz, tickedQuiz, updateQuiz } from "../quiz.ts";
import { openQuestion, quizHelp, quizHoldsText, quizTypes } from "../quiz_keys.ts";
import { viewQuiz } from "../quiz_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"quiz"> = {
  start: ({ session, place }) => ({ kind: "quiz", state: startQuiz(session, place) }),
  update(screen, key, view) {
    const { state, wishes } = updateQuiz(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewQuiz(state, view),
  keys: ({ state }) => quizHelp(state),
  types: ({ state }) => quizTypes(state),
  holdsText: ({ state }) => quizHoldsText(state),
  openQuestion: ({ state }) => openQuestion(state),
  until: ({ state: { session, place } }) => place.kind === "quiz" ? session.sitting?.until : undefined,
  ticked(screen, now) {
    const { state, wishes } = tickedQuiz(screen.state, now);
    return { state: { ...screen, state }, wishes };
  },
  settled(screen, done) {
    const { state, wishes } = settleQuiz(screen.state, done);
    return { state: { ...screen, state }, wishes };
  },
};
