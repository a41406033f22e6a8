/** The statistics, as the program asks for them. */

import type { ScreenCode } from "../screen_code.ts";
import { reloadedStats, startStats, statsBindings, updateStats } from "../stats.ts";
import { viewStats } from "../stats_view.ts";

export const code: ScreenCode<"stats"> = {
  start: (statistics) => ({ kind: "stats", state: startStats(statistics) }),
  update(screen, key, view) {
    const { state, wishes } = updateStats(screen.state, key, view);
    return { state: { ...screen, state }, wishes };
  },
  view: ({ state }, view) => viewStats(state, view),
  keys: ({ state }) => statsBindings(state),
  heard: (screen, news) =>
    news.kind === "stats-loaded" ? { ...screen, state: reloadedStats(screen.state, news.statistics) } : screen,
};
