/** A step of a path, as the program asks for it. */

import type { ScreenCode } from "../screen_code.ts";
import { reloadedStep, startStep, stepHelp, updateStep } from "../step.ts";
import { viewStep } from "../step_view.ts";

export const code: ScreenCode<"step"> = {
  start: (opening) => ({ kind: "step", state: startStep(opening) }),
  update(screen, key, view) {
    const { state, wishes } = updateStep(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewStep(state, view),
  keys: ({ state }) => stepHelp(state),
  heard(screen, news) {
    const { path, place } = screen.state.opening;
    if (news.kind !== "step-loaded" || news.opening.path !== path || news.opening.place !== place) return screen;
    return { ...screen, state: reloadedStep(screen.state, news.opening) };
  },
};
