/** Statistics: mastery, the year, the streak, what is coming, how well it stays, time, the hardest questions. */

import type { Area } from "../content/area_names.ts";
import { isEmpty, type Statistics } from "../study/statistics.ts";
import { stepping } from "./answering/options.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import { bodyRows, type View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { statsLayout, type StatsPlace } from "./stats_layout.ts";
import { type Section, sections } from "./stats_words.ts";
import { type Turn, turn, type Wish } from "./turn.ts";

/** `row` is a place among what can be chosen in the section; the rest is that of `StatsPlace`. */
export interface StatsState {
  readonly statistics: Statistics;
  readonly section: Section;
  readonly row: number;
  /** Whose concepts the mastery shows, in place of the areas. */
  readonly area?: Area;
  readonly offset: number;
  readonly sight: StatsPlace["sight"];
}

export function startStats(statistics: Statistics): StatsState {
  return { statistics, section: "overview", row: 0, offset: 0, sight: "section" };
}

/** New figures; the place stays, as far as there still is one. */
export function reloadedStats(state: StatsState, statistics: Statistics): StatsState {
  const { section, area } = state;
  const count = section === "hardest"
    ? statistics.hardest.length
    : section === "mastery"
    ? (area === undefined
      ? statistics.mastery.areas
      : statistics.mastery.areas.find((one) => one.area === area)?.concepts ?? []).length
    : 1;
  return { ...state, statistics, row: Math.max(0, Math.min(state.row, count - 1)) };
}

type StatsAction =
  | "open"
  | "up"
  | "down"
  | "next"
  | "previous"
  | Section
  | "first"
  | "last"
  | "page-up"
  | "page-down"
  | "review"
  | "areas"
  | "leave";

export function statsBindings(state: StatsState): readonly Binding<StatsAction>[] {
  const { statistics, section, area } = state;
  if (isEmpty(statistics)) {
    return [{ keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" }];
  }
  const open: readonly Binding<StatsAction>[] = chosen(state) === undefined
    ? []
    : [{ keys: ["enter", "right"], help: { es: "abrir", en: "open" }, action: "open" }];
  const review: readonly Binding<StatsAction>[] = (statistics.forecast.days[0] ?? 0) === 0
    ? []
    : [{ keys: ["r"], help: { es: "repasar", en: "review" }, action: "review" }];
  const back: readonly Binding<StatsAction>[] = area === undefined || section !== "mastery"
    ? [{ keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" }]
    : [
      { keys: ["escape", "left", "backspace"], help: { es: "áreas", en: "areas" }, action: "areas" },
      { keys: ["q", "ctrl-q"], help: { es: "volver", en: "back" }, action: "leave" },
    ];
  return [
    ...open,
    ...stepping,
    ...back,
    { keys: ["tab"], help: { es: "sección", en: "section" }, action: "next" },
    { keys: ["shift-tab"], help: { es: "sección anterior", en: "section before" }, action: "previous", quiet: true },
    ...review,
    ...sections.map((section, index): Binding<StatsAction> => ({
      keys: [`${index + 1}`],
      help: { es: `sección ${index + 1}`, en: `section ${index + 1}` },
      action: section,
      quiet: true,
    })),
    { keys: ["home"], help: { es: "al principio", en: "to the beginning" }, action: "first", quiet: true },
    { keys: ["end"], help: { es: "al final", en: "to the end" }, action: "last", quiet: true },
    { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
    { keys: ["pagedown", "space"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
  ];
}

export function updateStats(state: StatsState, key: Key, view: View): Turn<StatsState> {
  const action = actionOf(statsBindings(state), key);
  switch (action) {
    case undefined:
      return turn(state);
    case "leave":
      return turn(state, { kind: "leave" });
    case "review":
      return turn(state, { kind: "effect", effect: { kind: "open-review", choice: {} } });
    case "open":
      return opened(state, view);
    case "areas":
      return turn(seen(withAreas(state), view));
    case "up":
      return turn(stepped(state, -1, view));
    case "down":
      return turn(stepped(state, 1, view));
    case "next":
      return turn(atSection(state, (sections.indexOf(state.section) + 1) % sections.length, view));
    case "previous":
      return turn(atSection(state, (sections.indexOf(state.section) + sections.length - 1) % sections.length, view));
    case "first":
      return turn(seen({ ...state, section: "overview", row: 0, offset: 0, sight: "section" }, view));
    case "last":
      return turn(paged(state, Number.MAX_SAFE_INTEGER, view));
    case "page-up":
      return turn(paged(state, -pageStep(bodyRows(view.size, 1)), view));
    case "page-down":
      return turn(paged(state, pageStep(bodyRows(view.size, 1)), view));
    default:
      return turn(atSection(state, sections.indexOf(action), view));
  }
}

/** What enter opens: an area, or a concept. */
function chosen(
  { statistics: { mastery, hardest }, section, row, area }: StatsState,
): { readonly area: Area } | { readonly concept: string } | undefined {
  if (section === "hardest") {
    const concept = hardest[row]?.concept;
    return concept === undefined ? undefined : { concept };
  }
  if (section !== "mastery") return undefined;
  if (area === undefined) {
    const entry = mastery.areas[row];
    return entry && { area: entry.area };
  }
  const concept = mastery.areas.find((one) => one.area === area)?.concepts[row]?.id;
  return concept === undefined ? undefined : { concept };
}

function opened(state: StatsState, view: View): Turn<StatsState> {
  const what = chosen(state);
  if (!what) return turn(state);
  if ("area" in what) return turn(seen({ ...state, area: what.area, row: 0, sight: "section" }, view));
  const wish: Wish = { kind: "effect", effect: { kind: "open-concept", id: what.concept } };
  return turn(state, wish);
}

/** The pointer goes back to the area that was open. */
function withAreas({ area, ...state }: StatsState): StatsState {
  const row = Math.max(0, state.statistics.mastery.areas.findIndex((one) => one.area === area));
  return { ...state, section: "mastery", row, sight: "pointer" };
}

/** The offset as it is drawn: the next move begins there. */
function seen(state: StatsState, view: View): StatsState {
  return { ...state, offset: statsLayout(state, view).offset };
}

/** `row` may be past the end: the last one. */
function atSection(
  state: StatsState,
  index: number,
  view: View,
  { row = 0, sight = "section" }: Partial<Pick<StatsState, "row" | "sight">> = {},
): StatsState {
  const section = sections[index];
  if (!section) return seen({ ...state, sight }, view);
  const rows = statsLayout({ ...state, section, row: 0, sight }, view).rows.length;
  return seen({ ...state, section, row: Math.max(0, Math.min(row, rows - 1)), sight }, view);
}

/**
 * Up (-1) or down (1): to the next row; where there is none a line further in what is hidden of the section; then to the next
 * section, without a leap where it begins nearby.
 */
function stepped(state: StatsState, by: -1 | 1, view: View): StatsState {
  const { ranges, rows, offset, height, body } = statsLayout(state, view);
  const row = state.row + by;
  if (rows.length > 0 && row >= 0 && row < rows.length) return seen({ ...state, row, sight: "pointer" }, view);
  const line: StatsState = { ...state, offset: clamped(offset + by, height, body.length), sight: "page" };
  const { from, to } = ranges[state.section];
  if (rows.length === 0 && (by > 0 ? to >= offset + height : from < offset)) return line;
  const index = sections.indexOf(state.section) + by;
  const next = atSection({ ...state, offset }, index, view, {
    row: by < 0 ? Number.MAX_SAFE_INTEGER : 0,
    sight: "pointer",
  });
  const range = ranges[next.section];
  const near = range.from <= line.offset + height && range.to >= line.offset - 2;
  const listed = statsLayout(next, view).rows.length > 0;
  return listed || !near ? next : { ...line, section: next.section, row: 0 };
}

/** The keys then act in the first section that begins in sight. */
function paged(state: StatsState, by: number, view: View): StatsState {
  const before = statsLayout(state, view);
  const offset = clamped(before.offset + by, before.height, before.body.length);
  const { ranges } = before;
  const begins = sections.find((one) => ranges[one].from >= offset) ??
    sections.findLast((one) => ranges[one].from <= offset) ?? state.section;
  const section = begins;
  return { ...state, section, row: section === state.section ? state.row : 0, offset, sight: "page" };
}
