/** Statistics: mastery, the year, the streak, what is coming, how well it stays, time, the hardest questions. */

import type { Statistics } from "../study/statistics.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { type Turn, turn } from "./turn.ts";

export interface StatsState {
  readonly statistics: Statistics;
}

export function startStats(statistics: Statistics): StatsState {
  return { statistics };
}

type StatsAction = "leave";

export function statsBindings(_state: StatsState): readonly Binding<StatsAction>[] {
  return [{ keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" }];
}

export function updateStats(state: StatsState, key: Key, _view: View): Turn<StatsState> {
  return actionOf(statsBindings(state), key) === "leave" ? turn(state, { kind: "leave" }) : turn(state);
}
