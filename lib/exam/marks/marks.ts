/** The marks of a class on the items of a test: what item statistics and reports are made from, wherever it comes from. */

import type { QuestionKind } from "../../content/schema/question.ts";
import type { Text } from "../../content/text.ts";

/** What blind guessing is worth on average, 0…1 of the item's points; `exact` unless it was simulated. */
export interface GuessScore {
  readonly score: number;
  readonly exact: boolean;
}

/** Something that could be chosen; the text is Markdown. */
export interface MarkedOption {
  readonly id: string;
  readonly text: Text;
  readonly right: boolean;
}

export interface MarkedItem {
  readonly id: string;
  /** What it is called, in a line; Markdown. */
  readonly title: Text;
  /** Absent where nobody said. */
  readonly kind?: QuestionKind | "task";
  readonly concepts: readonly string[];
  /** Points. */
  readonly max: number;
  /** Absent where nobody knows it. */
  readonly guess?: GuessScore;
  /** Of questions with choices: all of them. */
  readonly options?: readonly MarkedOption[];
}

export interface MarkedStudent {
  readonly id: string;
  readonly name?: string;
}

/** How it stands with one item of one student. An answer that is `owed` could not be judged yet: neither zero nor full marks. */
export const markStates = ["marked", "unanswered", "not-asked", "owed"] as const;
export type MarkState = (typeof markStates)[number];

/** Of a task: the first check that is not passed, and why. */
export interface Failure {
  readonly check: string;
  readonly because?: Text;
}

/** Cells go student by student: that of student s and item p is number s · items.length + p. */
export interface Marks {
  readonly title?: Text;
  readonly items: readonly MarkedItem[];
  readonly students: readonly MarkedStudent[];
  /** Points; 0 where there is no mark. */
  readonly points: Float64Array;
  /** Index in `markStates`. */
  readonly states: Uint8Array;
  /** What was answered: ids of options where the item has options, else the answer as text, alone in its list. */
  readonly chosen?: ReadonlyMap<number, readonly string[]>;
  /** How long the item was on the screen. */
  readonly seconds?: ReadonlyMap<number, number>;
  readonly failures?: ReadonlyMap<number, Failure>;
}

export function stateCode(state: MarkState): number {
  return markStates.indexOf(state);
}

export function stateAt({ states }: Marks, cell: number): MarkState {
  return markStates[states[cell] ?? 0] ?? "marked";
}
