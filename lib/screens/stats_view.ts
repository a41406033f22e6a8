/** The picture of the statistics. */

import { isEmpty } from "../study/statistics.ts";
import { appBindings } from "./app_keys.ts";
import type { Frame } from "./frame.ts";
import { markdown } from "./markdown.ts";
import { page, type View } from "./page.ts";
import { statsBindings, type StatsState } from "./stats.ts";
import { statsLayout } from "./stats_layout.ts";
import { statsWords } from "./stats_words.ts";
import { span } from "./width.ts";

export function viewStats(state: StatsState, view: View): Frame {
  const bindings = [...statsBindings(state), ...appBindings(false)];
  if (isEmpty(state.statistics)) {
    const header = [[span(statsWords.title[view.lang], "title")]];
    return page(
      { header, body: markdown(statsWords.empty[view.lang], Math.min(view.size.columns, 72)), offset: 0, bindings },
      view,
    );
  }
  const { header, body, offset } = statsLayout(state, view);
  return page({ header, body, offset, bindings }, view);
}
