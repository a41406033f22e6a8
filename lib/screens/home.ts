/** Where everything begins: what was left half done, the quizzes, the labs, and a search over them. */

import { same, type Text } from "../content/text.ts";
import { type Walk, walked, walking } from "./answering/options.ts";
import { keysOf } from "./app_keys.ts";
import { foldForSearch } from "./fold.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import { edit, edited, type LineEditor } from "./line_editor.ts";
import type { View } from "./page.ts";
import { type Turn, turn, type Wish } from "./turn.ts";

/** `size` counts questions or tasks; `done` is a fraction, absent when never begun. */
export interface HomeEntry {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  readonly size: number;
  readonly done?: number;
}

/** What was left half done; `detail` says where ("question 4 of 12"). */
export interface HomeResume {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly detail: Text;
}

export interface HomeData {
  readonly entries: readonly HomeEntry[];
  readonly resume?: HomeResume;
}

/** `at` is a place among the rows in sight; `query` is there while searching, `typing` while it takes letters. */
export interface HomeState {
  readonly data: HomeData;
  readonly at: number;
  readonly query?: LineEditor;
  readonly typing: boolean;
}

export type HomeRow =
  | { readonly kind: "resume"; readonly resume: HomeResume }
  | { readonly kind: "entry"; readonly entry: HomeEntry };

export function startHome(data: HomeData): HomeState {
  return { data, at: 0, typing: false };
}

/** New figures; the pointer stays on what it pointed at. */
export function reloaded(state: HomeState, data: HomeData): HomeState {
  const pointed = homeRows(state)[state.at];
  const next = { ...state, data };
  const rows = homeRows(next);
  const place = rows.findIndex((row) => pointed !== undefined && idOf(row) === idOf(pointed));
  return { ...next, at: place >= 0 ? place : Math.max(0, Math.min(state.at, rows.length - 1)) };
}

/** What can be chosen, in the order shown. A search looks in titles, ids and summaries of both languages; accents do not matter. */
export function homeRows({ data, query }: HomeState): readonly HomeRow[] {
  const words = foldForSearch(query?.text ?? "").split(/\s+/).filter((word) => word !== "");
  const quizzes = data.entries.filter(({ kind }) => kind === "quiz");
  const labs = data.entries.filter(({ kind }) => kind === "lab");
  const entries = [...quizzes, ...labs].filter((entry) =>
    words.length === 0 || words.every((word) => haystack(entry).includes(word))
  );
  const resume: readonly HomeRow[] = data.resume && words.length === 0 ? [{ kind: "resume", resume: data.resume }] : [];
  return [...resume, ...entries.map((entry): HomeRow => ({ kind: "entry", entry }))];
}

function haystack({ id, title, summary = same("") }: HomeEntry): string {
  return foldForSearch([id, title.es, title.en, summary.es, summary.en].join(" "));
}

function idOf(row: HomeRow): string {
  return row.kind === "resume" ? "resume" : `${row.entry.kind} ${row.entry.id}`;
}

type HomeAction = "open" | "search" | "stop-search" | "page-up" | "page-down" | "leave";

export function homeBindings(state: HomeState): readonly Binding<HomeAction>[] {
  const { typing, query } = state;
  const search: readonly Binding<HomeAction>[] = typing || query
    ? [{ keys: ["escape"], help: { es: "quitar búsqueda", en: "clear search" }, action: "stop-search" }]
    : [];
  const begin: readonly Binding<HomeAction>[] = typing || state.data.entries.length === 0
    ? []
    : [{ keys: ["/"], help: { es: "buscar", en: "search" }, action: "search" }];
  return [
    { keys: ["enter"], help: { es: "abrir", en: "open" }, action: "open" },
    ...search,
    ...begin,
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
  const page = Math.max(1, view.size.rows - 6);
  const { query: _, ...rest } = state;
  switch (actionOf(homeBindings(state), key)) {
    case undefined:
      return turn(state.typing ? searched(state, key) : state);
    case "open": {
      const row = rows[state.at];
      return row ? turn({ ...state, typing: false }, opening(row)) : turn(state);
    }
    case "search":
      return turn({ ...state, query: state.query ?? edited(""), typing: true, at: 0 });
    case "stop-search":
      return turn({ ...rest, typing: false, at: 0 });
    case "page-up":
      return turn({ ...state, at: Math.max(0, state.at - page) });
    case "page-down":
      return turn({ ...state, at: Math.max(0, Math.min(rows.length - 1, state.at + page)) });
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

function searched(state: HomeState, key: Key): HomeState {
  const query = edit(state.query ?? edited(""), key);
  return query ? { ...state, query, at: query.text === state.query?.text ? state.at : 0 } : state;
}

function opening(row: HomeRow): Wish {
  const { kind, id } = row.kind === "resume" ? row.resume : row.entry;
  if (kind === "lab") return { kind: "effect", effect: { kind: "open-lab", id } };
  const start = row.kind === "resume" ? { kind: "resume" as const } : { kind: "fresh" as const };
  return { kind: "effect", effect: { kind: "open-quiz", id, start } };
}
