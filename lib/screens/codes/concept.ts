/** A concept, as the program asks for it. */

import { conceptHelp, startConcept, updateConcept } from "../concept.ts";
import { viewConcept } from "../concept_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"concept"> = {
  start: (opening) => ({ kind: "concept", state: startConcept(opening) }),
  update(screen, key, view) {
    const { state, wishes } = updateConcept(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewConcept(state, view),
  keys: ({ state }) => conceptHelp(state),
  heard(screen, news) {
    if (news.kind !== "concept-loaded" || news.opening.id !== screen.state.opening.id) return screen;
    return { ...screen, state: { ...screen.state, opening: news.opening } };
  },
};
