/** The home screen, as the program asks for it. */

import { homeHelp, reloaded, startHome, updateHome } from "../home.ts";
import { viewHome } from "../home_view.ts";
import type { ScreenCode } from "../screen_code.ts";

export const code: ScreenCode<"home"> = {
  start: (data) => ({ kind: "home", state: startHome(data) }),
  update(screen, key, view) {
    const { state, wishes } = updateHome(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewHome(state, view),
  keys: ({ state }) => homeHelp(state),
  types: ({ state }) => state.typing,
  holdsText: ({ state }) => state.typing && state.query?.text !== "",
  heard: (screen, news) =>
    news.kind === "home-loaded" ? { ...screen, state: reloaded(screen.state, news.home) } : screen,
};
