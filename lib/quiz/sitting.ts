/**
 * A quiz that is put together from others: the placement quiz and the mock exam of a path. Nothing is told before its end.
 * Its id is `PATH/placement` or `PATH/exam`, those of its questions `PART/QUIZ/QUESTION`; the ids of content hold no slash.
 */

import type { Quiz } from "../content/schema/quiz.ts";
import type { Text } from "../content/text.ts";
import type { Session } from "./session.ts";
import { scoreOf, tidy } from "./session_summary.ts";

export type SittingKind = "placement" | "exam";

/** What a session knows of it. */
export interface Sitting {
  readonly kind: SittingKind;
  /** Sessions of the path in a placement quiz, areas in an exam. */
  readonly parts: readonly { readonly id: string; readonly title: Text }[];
  /** The part of the points that passes; a placement quiz cannot be failed. */
  readonly pass: number;
  readonly minutes?: number;
  /** When its time is over, ms since 1970. */
  readonly until?: number;
  /** Its time ended it. */
  readonly over?: true;
}

/** What can be asked: a quiz of the content, or one that is put together. */
export type Asked = Quiz & { readonly sitting?: Sitting };

export function sittingId(path: string, kind: SittingKind): string {
  return `${path}/${kind}`;
}

export function isSittingId(quiz: string): boolean {
  return quiz.includes("/");
}

export function partQuestionId(part: string, quiz: string, question: string): string {
  return `${part}/${quiz}/${question}`;
}

/** Undefined for what is no id of a question of a sitting. */
export function partQuestion(
  id: string,
): { readonly part: string; readonly quiz: string; readonly question: string } | undefined {
  const [part, quiz, question, ...more] = id.split("/");
  return part && quiz && question && more.length === 0 ? { part, quiz, question } : undefined;
}

/** Points. `right`: every one of its questions was answered wholly right. */
export interface PartResult {
  readonly id: string;
  readonly title: Text;
  readonly score: number;
  readonly max: number;
  readonly right: boolean;
}

/** Of the parts that were asked, in their order. */
export function partResults({ items, sitting }: Session): readonly PartResult[] {
  return (sitting?.parts ?? []).flatMap(({ id, title }) => {
    const own = items.filter(({ question }) => partQuestion(question.id)?.part === id);
    if (own.length === 0) return [];
    const score = tidy(own.reduce((sum, item) => sum + scoreOf(item), 0));
    const max = tidy(own.reduce((sum, { question }) => sum + question.points, 0));
    return [{ id, title, score, max, right: own.every(({ mark }) => mark?.status === "correct") }];
  });
}
