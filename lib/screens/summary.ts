/** After the last question: the score, what it says concept by concept, and the questions to look at again. */

import type { Text } from "../content/text.ts";
import { isPassed, passMark } from "../quiz/pass_mark.ts";
import type { ConceptResult, Item, Session } from "../quiz/session.ts";
import { summarize } from "../quiz/session_summary.ts";
import { walked, walking } from "./answering/options.ts";
import type { PathTarget, QuizStart } from "./effects.ts";
import { isWeak } from "./home_rows.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import { summaryLayout } from "./summary_view.ts";
import { type Turn, turn, type Wish } from "./turn.ts";

/** Concept ids → their names; an id without one is shown as it is. */
export type Names = Readonly<Record<string, Text>>;

/** What the answers changed, told by the world once it has counted. Mastery 0…1, over all that asks for the concept. */
export interface SummaryNews {
  readonly quiz: string;
  readonly concepts: readonly {
    readonly id: string;
    readonly before: number;
    readonly after: number;
    /** Where it is done by hand. */
    readonly labs: readonly { readonly id: string; readonly title: Text }[];
  }[];
  /** Of a quiz that belongs to a path. */
  readonly path?: PathNews;
  /** Days until the first of these questions is due again. */
  readonly next?: number;
}

/** What the path says after a quiz of it. */
export interface PathNews {
  readonly next?: { readonly text: Text; readonly open: PathTarget };
  /** After an exam: sessions in which most was lost, worst first. */
  readonly study: readonly { readonly id: string; readonly title: Text }[];
}

/** `at` is a place among the rows; a number in `sight` is an offset chosen by paging. `pass`: part of the points. */
export interface SummaryState {
  readonly session: Session;
  readonly names: Names;
  readonly pass: number;
  readonly at: number;
  readonly sight: "top" | "pointer" | number;
  readonly news?: SummaryNews;
}

/** What can be chosen: the questions that went wrong, then the concepts, weakest first. */
export type SummaryRow =
  | { readonly kind: "concept"; readonly result: ConceptResult }
  | { readonly kind: "missed"; readonly item: Item };

type SummaryAction = "look" | "retry" | "back" | "lab" | "anew" | "next" | "page-up" | "page-down" | "leave";

export function startSummary(session: Session, names: Names, pass = passMark): SummaryState {
  return { session, names, pass, at: 0, sight: "top" };
}

/** Not wholly right, or not answered. */
export function missedItems(session: Session): readonly Item[] {
  return session.items.filter(({ mark }) => mark?.status !== "correct");
}

export function openItems(session: Session): readonly Item[] {
  return session.items.filter(({ answer }) => answer === undefined);
}

export function rowsOf(session: Session): readonly SummaryRow[] {
  const part = ({ score, max }: ConceptResult) => max > 0 ? score / max : 1;
  // Of a quiz put together from others its parts are told, and not the sixty concepts of forty questions.
  const concepts = session.sitting
    ? []
    : [...summarize(session).concepts].sort((one, other) => part(one) - part(other));
  return [
    ...missedItems(session).map((item): SummaryRow => ({ kind: "missed", item })),
    ...concepts.map((result): SummaryRow => ({ kind: "concept", result })),
  ];
}

/** `concept`: the weakest of those that were asked here and are done by hand there. */
export interface FittingLab {
  readonly id: string;
  readonly title: Text;
  readonly concept: string;
}

/**
 * The lab that exercises most of what went wrong here, or else most of what was asked here and is weak; the one of the
 * weakest concept where several do. What the quiz did not ask this time says nothing.
 */
export function fittingLab({ session, news, pass }: SummaryState): FittingLab | undefined {
  const told = new Map(news?.concepts.map((concept) => [concept.id, concept]));
  const results = rowsOf(session).flatMap((row) => row.kind === "concept" ? [row.result] : []);
  const failed = results.filter((result) => !isPassed(result, pass));
  return mostOf(failed) ?? mostOf(results.filter(({ concept }) => isWeak(told.get(concept)?.after)));

  function mostOf(weak: readonly ConceptResult[]): FittingLab | undefined {
    const byId = new Map<string, { readonly lab: FittingLab; count: number }>();
    for (const { concept } of weak) {
      for (const { id, title } of told.get(concept)?.labs ?? []) {
        const { lab, count } = byId.get(id) ?? { lab: { id, title, concept }, count: 0 };
        byId.set(id, { lab, count: count + 1 });
      }
    }
    return [...byId.values()].sort((one, other) => other.count - one.count)[0]?.lab;
  }
}

function summaryBindings(state: SummaryState): readonly Binding<SummaryAction>[] {
  const { session } = state;
  const look: readonly Binding<SummaryAction>[] = rowsOf(session).length === 0 ? [] : [{
    keys: ["enter"],
    help: { es: "ver", en: "see" },
    alone: { es: "ver la pregunta otra vez, o el concepto", en: "see the question again, or the concept" },
    action: "look",
  }];
  const open: readonly Binding<SummaryAction>[] = session.sitting || openItems(session).length === 0
    ? []
    : [{ keys: ["v"], help: { es: "las sin responder", en: "the unanswered" }, action: "back" }];
  const missed: readonly Binding<SummaryAction>[] = session.sitting || missedItems(session).length === 0
    ? []
    : [{ keys: ["r"], help: { es: "repetir falladas", en: "retry missed" }, action: "retry" }];
  const lab: readonly Binding<SummaryAction>[] = fittingLab(state)
    ? [{ keys: ["l"], help: { es: "laboratorio", en: "lab" }, action: "lab" }]
    : [];
  const next: readonly Binding<SummaryAction>[] = state.news?.path?.next
    ? [{
      keys: ["g"],
      help: { es: "seguir el curso", en: "go on" },
      alone: { es: "seguir el curso: el paso siguiente", en: "go on with the course: the next step" },
      action: "next",
    }]
    : [];
  return [
    ...look,
    ...next,
    ...open,
    ...missed,
    ...lab,
    { keys: ["n"], help: { es: "otra vez", en: "again" }, action: "anew" },
    { keys: ["q", "ctrl-q", "escape"], help: { es: "terminar", en: "done" }, action: "leave" },
    { keys: ["pageup"], help: { es: "hacia arriba", en: "up" }, action: "page-up", quiet: true },
    { keys: ["pagedown"], help: { es: "hacia abajo", en: "down" }, action: "page-down", quiet: true },
  ];
}

/** As footer and help show them. */
export function summaryHelp(state: SummaryState): readonly Binding<string>[] {
  const [look, ...others] = summaryBindings(state);
  return look?.action !== "look" ? summaryBindings(state) : [look, ...walking, ...others];
}

export function updateSummary(state: SummaryState, key: Key, view: View): Turn<SummaryState> {
  const { session, at } = state;
  const rows = rowsOf(session);
  const walk = actionOf(walking, key);
  if (walk) {
    if (rows.length > 0) return turn({ ...state, at: walked(at, rows.length, walk), sight: "pointer" });
    return turn(paged(state, view, walk === "up" || walk === "first" ? -1 : 1));
  }
  switch (actionOf(summaryBindings(state), key)) {
    case undefined:
      return turn(state);
    case "look":
      return turn(state, ...looking(session, rows[at]));
    case "retry":
      return turn(state, retrying(session, missedItems(session)));
    case "back":
      return turn(state, retrying(session, openItems(session)));
    case "lab": {
      const lab = fittingLab(state);
      return lab ? turn(state, { kind: "effect", effect: { kind: "open-lab", id: lab.id } }) : turn(state);
    }
    case "next": {
      const next = state.news?.path?.next;
      return next ? turn(state, { kind: "effect", effect: next.open }) : turn(state);
    }
    case "anew":
      return turn(state, opening(session, { kind: "fresh" }));
    case "page-up":
      return turn(paged(state, view, -1));
    case "page-down":
      return turn(paged(state, view, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

function looking(session: Session, row: SummaryRow | undefined): readonly Wish[] {
  if (!row) return [];
  if (row.kind === "concept") return [{ kind: "effect", effect: { kind: "open-concept", id: row.result.concept } }];
  const missed = missedItems(session);
  return [{ kind: "look-back", session: { ...session, items: missed, at: Math.max(0, missed.indexOf(row.item)) } }];
}

function retrying(session: Session, items: readonly Item[]): Wish {
  return opening(session, { kind: "retry", questions: items.map(({ question }) => question.id) });
}

function opening(session: Session, start: QuizStart): Wish {
  return { kind: "effect", effect: { kind: "open-quiz", id: session.quiz.id, start } };
}

function paged(state: SummaryState, view: View, pages: number): SummaryState {
  const { offset, rows, body } = summaryLayout(state, view);
  return { ...state, sight: clamped(offset + pages * pageStep(rows), rows, body.length) };
}
