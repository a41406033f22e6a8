/** One step of a path: a session with what is read before it, its quiz and its lab; or the placement quiz, or the mock exam. */

import type { Text } from "../content/text.ts";
import { walked, walking } from "./answering/options.ts";
import type { OpenEffect } from "./effects.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { stepLayout } from "./step_view.ts";
import { type Turn, turn } from "./turn.ts";

/** The quiz or the lab of a session. Fractions are 0…1. */
export interface StepPart {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly summary?: Text;
  /** Questions or tasks. */
  readonly size: number;
  /** Of a quiz: of an attempt at all of it. */
  readonly best?: number;
  /** Questions answered of a quiz that was left half done, or tasks passed. */
  readonly done?: number;
  readonly passed: boolean;
}

/** Another step: where it is, and what it is called with its number. */
export interface StepLink {
  /** The id of a session, `placement` or `exam`. */
  readonly place: string;
  readonly text: Text;
}

export interface StepAround {
  readonly path: string;
  readonly place: string;
  readonly pathTitle: Text;
  readonly next?: StepLink;
  /** Flags as they are typed behind a verb, to see the same content again. */
  readonly flags: readonly string[];
}

export type StepOpening =
  & StepAround
  & (
    | {
      readonly kind: "session";
      readonly title: Text;
      readonly reading: Text;
      /** From 1. */
      readonly number: number;
      readonly of: number;
      readonly known: boolean;
      readonly done: boolean;
      readonly parts: readonly StepPart[];
    }
    | {
      readonly kind: "placement";
      /** About how many. */
      readonly questions: number;
      /** Answered of one that was left half done. */
      readonly half?: number;
      readonly finished: boolean;
      /** Titles of the sessions that are skipped since. */
      readonly known: readonly Text[];
    }
    | {
      readonly kind: "exam";
      readonly questions: number;
      readonly minutes: number;
      readonly pass: number;
      readonly best?: number;
      readonly half?: number;
    }
  );

/** What can be chosen. */
export type StepRow =
  | { readonly kind: "part"; readonly part: StepPart }
  | { readonly kind: "sitting"; readonly goesOn: boolean }
  | { readonly kind: "next"; readonly link: StepLink };

/** `at` is a place among the rows; a number in `sight` is an offset chosen by paging. */
export interface StepState {
  readonly opening: StepOpening;
  readonly at: number;
  readonly sight: "top" | "pointer" | number;
}

/** The pointer stands on what comes next here. */
export function startStep(opening: StepOpening): StepState {
  const rows = stepRows(opening);
  const open = rows.findIndex((row) => row.kind === "part" && !row.part.passed);
  const settled = opening.kind === "session" && open < 0;
  const at = settled ? Math.max(0, rows.findIndex(({ kind }) => kind === "next")) : Math.max(0, open);
  return { opening, at, sight: "top" };
}

/** New figures. What was chosen is done now: the pointer goes on to what is open. */
export function reloadedStep(state: StepState, opening: StepOpening): StepState {
  const passed = (rows: readonly StepRow[]) => {
    const row = rows[state.at];
    return row?.kind === "part" && row.part.passed;
  };
  if (!passed(stepRows(state.opening)) && passed(stepRows(opening))) return startStep(opening);
  return { ...state, opening, at: Math.min(state.at, stepRows(opening).length - 1) };
}

export function stepRows(opening: StepOpening): readonly StepRow[] {
  const own: readonly StepRow[] = opening.kind === "session"
    ? opening.parts.map((part) => ({ kind: "part", part }))
    : [{ kind: "sitting", goesOn: opening.half !== undefined }];
  return [...own, ...(opening.next ? [{ kind: "next" as const, link: opening.next }] : [])];
}

type StepAction = "open" | "anew" | "page-up" | "page-down" | "leave";

function stepBindings({ opening, at }: StepState): readonly Binding<StepAction>[] {
  const row = stepRows(opening)[at];
  const goesOn = row !== undefined && isHalf(row);
  return [
    {
      keys: ["enter"],
      help: goesOn
        ? { es: "seguir", en: "go on" }
        : row?.kind === "sitting"
        ? { es: "empezar", en: "begin" }
        : { es: "abrir", en: "open" },
      action: "open",
    },
    ...(goesOn && row.kind === "part"
      ? [{
        keys: ["n"],
        help: { es: "de nuevo", en: "anew" },
        alone: { es: "empezar el cuestionario de nuevo", en: "begin the quiz anew" },
        action: "anew" as const,
      }]
      : []),
    { keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" },
    { keys: ["pageup"], help: { es: "hacia arriba", en: "up" }, action: "page-up", quiet: true },
    { keys: ["pagedown"], help: { es: "hacia abajo", en: "down" }, action: "page-down", quiet: true },
  ];
}

/** As footer and help show them. */
export function stepHelp(state: StepState): readonly Binding<string>[] {
  const [open, ...others] = stepBindings(state);
  return open ? [open, ...walking, ...others] : [];
}

export function updateStep(state: StepState, key: Key, view: View): Turn<StepState> {
  const rows = stepRows(state.opening);
  const walk = actionOf(walking, key);
  if (walk) return turn({ ...state, at: walked(state.at, rows.length, walk), sight: "pointer" });
  const row = rows[state.at];
  switch (actionOf(stepBindings(state), key)) {
    case undefined:
      return turn(state);
    case "open":
      return row ? turn(state, { kind: "effect", effect: opened(state.opening, row) }) : turn(state);
    case "anew":
      return row?.kind === "part"
        ? turn(state, { kind: "effect", effect: { kind: "open-quiz", id: row.part.id, start: { kind: "fresh" } } })
        : turn(state);
    case "page-up":
      return turn(paged(state, view, -1));
    case "page-down":
      return turn(paged(state, view, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** A quiz that was left half done; a lab goes on by itself. */
function isHalf(row: StepRow): boolean {
  if (row.kind === "sitting") return row.goesOn;
  return row.kind === "part" && row.part.kind === "quiz" && row.part.done !== undefined;
}

function opened({ path, place }: StepOpening, row: StepRow): OpenEffect {
  const start = isHalf(row) ? { kind: "resume" } as const : { kind: "fresh" } as const;
  switch (row.kind) {
    case "part":
      return row.part.kind === "lab"
        ? { kind: "open-lab", id: row.part.id }
        : { kind: "open-quiz", id: row.part.id, start };
    case "sitting":
      return { kind: "open-quiz", id: `${path}/${place}`, start };
    case "next":
      return { kind: "open-step", path, place: row.link.place };
  }
}

function paged(state: StepState, view: View, pages: number): StepState {
  const { offset, rows, body } = stepLayout(state, view);
  return { ...state, sight: clamped(offset + pages * pageStep(rows), rows, body.length) };
}
