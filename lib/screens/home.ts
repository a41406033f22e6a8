/** Where everything begins: what was left half done, what is due, all quizzes and labs by area, and a search over them. */

import type { Text } from "../content/text.ts";
import { type Walk, walked, walking } from "./answering/options.ts";
import { keysOf } from "./app_keys.ts";
import { bestRow, type HomeFilter, homeFilters, type HomeRow, homeRows, rowId } from "./home_rows.ts";
import type { HomePath } from "./home_path.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import { edit, edited, type LineEditor } from "./line_editor.ts";
import type { View } from "./page.ts";
import { type Turn, turn, type Wish } from "./turn.ts";

/** Fractions are 0…1. `mastery` is absent where nothing was asked yet, `done` where nothing was begun. */
export interface HomeEntry {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** Questions or tasks. */
  readonly size: number;
  /** Id; empty where its concepts are in no list. */
  readonly area: string;
  /** Ids. */
  readonly concepts: readonly string[];
  /** How much of it was done at least once: questions answered, tasks passed. */
  readonly done?: number;
  /** How much of it is still known today. */
  readonly mastery?: number;
  /** Of a whole quiz that was left half done: how many questions are answered. */
  readonly half?: number;
  /** When it was worked on last, in days before today; the best result of a whole quiz. */
  readonly last?: { readonly days: number; readonly best?: number };
}

export interface HomeArea {
  readonly id: string;
  readonly name: Text;
  readonly mastery?: number;
}

export interface HomeConcept {
  readonly id: string;
  readonly name: Text;
  readonly mastery?: number;
}

/** What was left half done; `detail` says where ("question 4 of 12"). */
export interface HomeResume {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly detail: Text;
}

/** Figures of the study day. */
export interface HomeToday {
  /** Reviews that are due, and questions never asked that may come with them. */
  readonly due: number;
  readonly fresh: number;
  /** When the next review is, where none is due: days from today. */
  readonly next?: number;
  /** Study days in a row. */
  readonly streak: number;
  readonly answered: number;
}

export interface HomeData {
  readonly entries: readonly HomeEntry[];
  /** That of the latest work first. */
  readonly paths: readonly HomePath[];
  /** In the order of the course. */
  readonly areas: readonly HomeArea[];
  readonly concepts: readonly HomeConcept[];
  readonly today: HomeToday;
  readonly resume?: HomeResume;
  /** Files with errors, as they are named in a shell. */
  readonly broken: readonly string[];
  /** Flags as they are typed behind a verb, to see the same content again. */
  readonly flags: readonly string[];
}

/** `at` is a place among the rows in sight; `query` is there while searching, `typing` while it takes letters. */
export interface HomeState {
  readonly data: HomeData;
  readonly at: number;
  readonly filter: HomeFilter;
  /** The list goes by the sessions of the paths, where there are any, or by areas. */
  readonly by: "path" | "area";
  readonly query?: LineEditor;
  readonly typing: boolean;
}

export function startHome(data: HomeData): HomeState {
  return { data, at: 0, filter: "all", by: data.paths.length > 0 ? "path" : "area", typing: false };
}

/** New figures; the pointer stays on what it pointed at. */
export function reloaded(state: HomeState, data: HomeData): HomeState {
  return pointingAsBefore(state, { ...state, data });
}

function pointingAsBefore(before: HomeState, next: HomeState): HomeState {
  const pointed = homeRows(before)[before.at];
  const rows = homeRows(next);
  const place = rows.findIndex((row) => pointed !== undefined && rowId(row) === rowId(pointed));
  return { ...next, at: place >= 0 ? place : Math.max(0, Math.min(before.at, rows.length - 1)) };
}

type HomeAction =
  | "open"
  | "anew"
  | "review"
  | "statistics"
  | "search"
  | "stop-search"
  | "filter"
  | "order"
  | "page-up"
  | "page-down"
  | "leave";

function homeBindings(state: HomeState): readonly Binding<HomeAction>[] {
  const { typing, query } = state;
  const any = state.data.entries.length > 0;
  const search: readonly Binding<HomeAction>[] = typing || query
    ? [{ keys: ["escape"], help: { es: "quitar búsqueda", en: "clear search" }, action: "stop-search" }]
    : [];
  const begin: readonly Binding<HomeAction>[] = typing || !any
    ? []
    : [{ keys: ["/"], help: { es: "buscar", en: "search" }, action: "search" }];
  const filter: readonly Binding<HomeAction>[] = any
    ? [{
      keys: keysOf(typing, "f", "tab"),
      help: { es: "filtrar", en: "filter" },
      alone: {
        es: "filtrar: todo, pendiente, flojo (dominio bajo), hecho",
        en: "filter: all, pending, weak (low mastery), done",
      },
      action: "filter",
    }]
    : [];
  const order: readonly Binding<HomeAction>[] = typing || query || state.data.paths.length === 0 ? [] : [{
    keys: ["a"],
    help: state.by === "path" ? { es: "por áreas", en: "by area" } : { es: "por sesiones", en: "by session" },
    alone: state.by === "path"
      ? { es: "todos los cuestionarios y laboratorios, por áreas", en: "all quizzes and labs, by area" }
      : { es: "el curso, sesión a sesión", en: "the course, session by session" },
    action: "order",
  }];
  const study: readonly Binding<HomeAction>[] = typing || !any ? [] : [
    { keys: ["r"], help: { es: "repasar", en: "review" }, action: "review" },
    { keys: ["s"], help: { es: "estadísticas", en: "statistics" }, action: "statistics" },
  ];
  const chosen = homeRows(state)[state.at];
  const goesOn = chosen?.kind === "resume" || (chosen?.kind === "entry" && chosen.entry.half !== undefined);
  const anew: readonly Binding<HomeAction>[] = !typing && goesOn && chosen.kind === "entry"
    ? [{
      keys: ["n"],
      help: { es: "de nuevo", en: "anew" },
      alone: { es: "empezar el cuestionario de nuevo", en: "begin the quiz anew" },
      action: "anew",
    }]
    : [];
  return [
    {
      keys: ["enter"],
      help: goesOn ? { es: "seguir", en: "go on" } : { es: "abrir", en: "open" },
      action: "open",
    },
    ...anew,
    ...search,
    ...begin,
    ...filter,
    ...study,
    ...order,
    { keys: keysOf(typing, "q", "ctrl-q"), help: { es: "salir", en: "quit" }, action: "leave" },
    { keys: ["pageup"], help: { es: "página arriba", en: "page up" }, action: "page-up", quiet: true },
    { keys: ["pagedown"], help: { es: "página abajo", en: "page down" }, action: "page-down", quiet: true },
  ];
}

/** While searching only the arrows walk: letters are text, home and end move in the text. */
const arrows: readonly Binding<Walk>[] = [
  {
    keys: ["up", "ctrl-p"],
    label: "↑↓",
    help: { es: "moverse", en: "move" },
    alone: { es: "subir", en: "up" },
    action: "up",
  },
  { keys: ["down", "ctrl-n"], help: { es: "bajar", en: "down" }, action: "down", quiet: true },
];

export function homeHelp(state: HomeState): readonly Binding<string>[] {
  const [open, ...others] = homeBindings(state);
  return homeRows(state).length === 0 || !open ? others : [open, ...(state.typing ? arrows : walking), ...others];
}

export function updateHome(state: HomeState, key: Key, view: View): Turn<HomeState> {
  const rows = homeRows(state);
  const walk = actionOf(state.typing ? arrows : walking, key);
  if (walk) return turn(rows.length === 0 ? state : { ...state, at: walked(state.at, rows.length, walk) });
  const page = Math.max(1, view.size.rows - 8);
  const { query: _, ...rest } = state;
  switch (actionOf(homeBindings(state), key)) {
    case undefined:
      return turn(state.typing ? searched(state, key) : state);
    case "open": {
      const row = rows[state.at];
      return row ? turn({ ...state, typing: false }, opening(row)) : turn(state);
    }
    case "anew": {
      const row = rows[state.at];
      if (row?.kind !== "entry") return turn(state);
      return turn(state, {
        kind: "effect",
        effect: { kind: "open-quiz", id: row.entry.id, start: { kind: "fresh" } },
      });
    }
    case "review":
      return turn(state, opening({ kind: "due" }));
    case "statistics":
      return turn(state, { kind: "effect", effect: { kind: "open-stats" } });
    case "search":
      return turn({ ...state, query: state.query ?? edited(""), typing: true, at: 0 });
    case "stop-search":
      return turn(pointingAsBefore(state, { ...rest, typing: false }));
    case "filter": {
      const place = (homeFilters.indexOf(state.filter) + 1) % homeFilters.length;
      const next = { ...state, filter: homeFilters[place] ?? "all", at: 0 };
      return turn(state.query?.text ? { ...next, at: bestRow(next) } : next);
    }
    case "order":
      return turn({ ...state, by: state.by === "path" ? "area" : "path", at: 0 });
    case "page-up":
      return turn({ ...state, at: Math.max(0, state.at - page) });
    case "page-down":
      return turn({ ...state, at: Math.max(0, Math.min(rows.length - 1, state.at + page)) });
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** The pointer goes to what is called so, wherever it stands. */
function searched(state: HomeState, key: Key): HomeState {
  const query = edit(state.query ?? edited(""), key);
  if (!query) return state;
  const next = { ...state, query };
  return { ...next, at: query.text === state.query?.text ? state.at : bestRow(next) };
}

function opening(row: HomeRow): Wish {
  switch (row.kind) {
    case "due":
      return { kind: "effect", effect: { kind: "open-review", choice: {} } };
    case "concept":
      return { kind: "effect", effect: { kind: "open-concept", id: row.concept.id } };
    case "next":
    case "step": {
      const place = row.kind === "next" ? row.next.place : row.step.place;
      return { kind: "effect", effect: { kind: "open-step", path: row.path, place } };
    }
    case "resume":
    case "entry": {
      const { kind, id } = row.kind === "resume" ? row.resume : row.entry;
      if (kind === "lab") return { kind: "effect", effect: { kind: "open-lab", id } };
      // Whoever opens what they left half done means to go on, from whichever line.
      const goesOn = row.kind === "resume" || row.entry.half !== undefined;
      return { kind: "effect", effect: { kind: "open-quiz", id, start: { kind: goesOn ? "resume" : "fresh" } } };
    }
  }
}
