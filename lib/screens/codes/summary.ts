/** The summary of a quiz, as the program asks for it. */

import type { ScreenCode } from "../screen_code.ts";
import { startSummary, summaryHelp, updateSummary } from "../summary.ts";
import { viewSummary } from "../summary_view.ts";

export const code: ScreenCode<"summary"> = {
  start: ({ session, names, pass }) => ({ kind: "summary", state: startSummary(session, names, pass) }),
  update(screen, key, view) {
    const { state, wishes } = updateSummary(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewSummary(state, view),
  keys: ({ state }) => summaryHelp(state),
  heard(screen, news) {
    const { state } = screen;
    if (news.kind === "names-loaded") return { ...screen, state: { ...state, names: news.names } };
    if (news.kind !== "summary-loaded" || news.news.quiz !== state.session.quiz.id) return screen;
    return { ...screen, state: { ...state, news: news.news } };
  },
};
