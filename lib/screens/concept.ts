/** One concept: what it is, where it is taught, and the learner's history with it. */

import type { Text } from "../content/text.ts";
import type { ItemId } from "../study/item.ts";
import { walked, walking } from "./answering/options.ts";
import { conceptLayout } from "./concept_view.ts";
import type { Effect } from "./effects.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { type Turn, turn } from "./turn.ts";

/** A quiz with some questions about it, or a lab with some tasks or questions. */
export interface ConceptSource {
  readonly kind: "quiz" | "lab";
  readonly id: string;
  readonly title: Text;
  readonly questions: number;
  /** Where it is done by hand: titles of tasks. Always empty for a quiz. */
  readonly tasks: readonly Text[];
}

/** A question or a task of a lab, with how it went. Days count from today: ago, and until it is due (0 or less: now). */
export interface ConceptItem {
  readonly id: ItemId;
  readonly kind: "question" | "task";
  /** Markdown. */
  readonly text: Text;
  /** The title of its quiz or lab. */
  readonly from: Text;
  /** Fractions of the last answers, the latest last; empty where it was never asked. */
  readonly recent: readonly number[];
  readonly lastDays?: number;
  readonly dueDays?: number;
}

export interface ConceptNeighbour {
  readonly id: string;
  readonly name: Text;
}

/** What is known of a concept. */
export interface ConceptOpening {
  readonly id: string;
  readonly name: Text;
  /** One paragraph. */
  readonly fact: Text;
  readonly area: Text;
  /** Its place in the area, from 1, and how many concepts that has. */
  readonly place: number;
  readonly of: number;
  /** Of the area, in the order of the course, around and around. */
  readonly previous?: ConceptNeighbour;
  readonly next?: ConceptNeighbour;
  readonly sources: readonly ConceptSource[];
  readonly items: readonly ConceptItem[];
  /** Of all its items. `right` is a sum of fractions, 0…asked; mastery is absent where nothing was asked. */
  readonly asked: number;
  readonly right: number;
  readonly mastery?: number;
}

/** `at` is a place among the sources; a number in `sight` is an offset chosen by paging. */
export interface ConceptState {
  readonly opening: ConceptOpening;
  readonly at: number;
  readonly sight: "top" | "pointer" | number;
}

export function startConcept(opening: ConceptOpening): ConceptState {
  return { opening, at: 0, sight: "top" };
}

type ConceptAction = "open" | "practise" | "next" | "previous" | "page-up" | "page-down" | "leave";

function conceptBindings({ opening }: ConceptState): readonly Binding<ConceptAction>[] {
  const open: readonly Binding<ConceptAction>[] = opening.sources.length === 0 ? [] : [{
    keys: ["enter"],
    help: { es: "abrir", en: "open" },
    alone: { es: "abrir: de un cuestionario, solo estas preguntas", en: "open: of a quiz, only these questions" },
    action: "open",
  }];
  const practise: readonly Binding<ConceptAction>[] = opening.items.length === 0 ? [] : [{
    keys: ["c"],
    help: { es: "practicar", en: "practise" },
    alone: { es: "practicar sin tocar el calendario", en: "practise and leave the schedule alone" },
    action: "practise",
  }];
  const walk: readonly Binding<ConceptAction>[] = opening.next
    ? [
      {
        keys: ["n", "right"],
        label: "n p",
        help: { es: "vecinos", en: "neighbours" },
        alone: { es: "concepto siguiente del área", en: "next concept of the area" },
        action: "next",
      },
      {
        keys: ["p", "left"],
        help: { es: "concepto anterior del área", en: "previous concept of the area" },
        action: "previous",
        quiet: true,
      },
    ]
    : [];
  return [
    ...open,
    ...practise,
    ...walk,
    { keys: ["q", "ctrl-q", "escape"], help: { es: "volver", en: "back" }, action: "leave" },
    { keys: ["pageup"], help: { es: "hacia arriba", en: "up" }, action: "page-up", quiet: true },
    { keys: ["pagedown"], help: { es: "hacia abajo", en: "down" }, action: "page-down", quiet: true },
  ];
}

/** As footer and help show them. */
export function conceptHelp(state: ConceptState): readonly Binding<string>[] {
  const [first, ...others] = conceptBindings(state);
  if (!first) return [];
  return first.action === "open" ? [first, ...walking, ...others] : [...walking, first, ...others];
}

export function updateConcept(state: ConceptState, key: Key, view: View): Turn<ConceptState> {
  const { opening, at } = state;
  const walk = actionOf(walking, key);
  if (walk) {
    // Where there is nothing to choose, or only one thing, the arrows read.
    if (opening.sources.length < 2) return turn(paged(state, view, walk === "up" || walk === "first" ? -1 : 1));
    return turn({ ...state, at: walked(at, opening.sources.length, walk), sight: "pointer" });
  }
  const open = (effect: Effect | undefined) => effect ? turn(state, { kind: "effect", effect } as const) : turn(state);
  switch (actionOf(conceptBindings(state), key)) {
    case undefined:
      return turn(state);
    case "open":
      return open(opened(opening, at));
    case "practise":
      return open({ kind: "open-review", choice: { concept: opening.id, cram: true } });
    case "next":
      return open(opening.next && { kind: "open-concept", id: opening.next.id });
    case "previous":
      return open(opening.previous && { kind: "open-concept", id: opening.previous.id });
    case "page-up":
      return turn(paged(state, view, -1));
    case "page-down":
      return turn(paged(state, view, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** A quiz that is not about it as a whole asks only what is. */
function opened({ id, sources }: ConceptOpening, at: number): Effect | undefined {
  const source = sources[at];
  if (!source) return undefined;
  return source.kind === "lab"
    ? { kind: "open-lab", id: source.id }
    : { kind: "open-quiz", id: source.id, start: { kind: "concept", concept: id } };
}

function paged(state: ConceptState, view: View, pages: number): ConceptState {
  const { offset, rows, body } = conceptLayout(state, view);
  return { ...state, sight: clamped(offset + pages * pageStep(rows), rows, body.length) };
}
