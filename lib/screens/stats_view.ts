/** The picture of the statistics. */

import { appBindings } from "./app_keys.ts";
import type { Frame } from "./frame.ts";
import { page, type View } from "./page.ts";
import { statsBindings, type StatsState } from "./stats.ts";
import { span } from "./width.ts";

export function viewStats(state: StatsState, view: View): Frame {
  const header = [[span(view.lang === "es" ? "Estadísticas" : "Statistics", "title")]];
  return page({ header, body: [], offset: 0, bindings: [...statsBindings(state), ...appBindings(false)] }, view);
}
