/** The grades of a class: what `exam grade` writes as `grades.json` and every export and report reads. */

import type { CheckVerdict } from "../../lab/verdict.ts";
import type { QuestionKind } from "../../content/schema/question.ts";
import type { Text } from "../../content/text.ts";
import type { RawAnswer } from "../../quiz/kind.ts";
import type { MarkStatus } from "../../quiz/answer.ts";
import type { Finding } from "../inspection/finding.ts";

/** A question or a task of a lab, by its ids in the content; `max` is points. */
export interface GradedItem {
  /** `quiz/question`, or `task/lab/task`, or `lab/task/question`. */
  readonly id: string;
  readonly title: Text;
  readonly kind: QuestionKind | "task";
  readonly concepts: readonly string[];
  readonly max: number;
}

export interface GradedAnswer {
  readonly item: string;
  /** `owed`: could not be judged, neither zero nor full marks. */
  readonly status: MarkStatus | "owed";
  /** Points; absent when owed. */
  readonly score?: number;
  readonly max: number;
  /** With the ids of the content; absent where nothing was answered. */
  readonly answer?: RawAnswer;
  /** Seconds that the question was on the screen. */
  readonly seconds?: number;
  /** Given by a person: see `hand_marks.ts`. */
  readonly byHand?: true;
  /** Of a task: the check that speaks for it where it is not passed. */
  readonly check?: DecidingCheck;
}

/** As in a verdict of `lab/verdict.ts`. */
export type DecidingCheck = Pick<CheckVerdict, "kind" | "subject" | "expected" | "actual" | "because" | "next">;

export interface GradedStudent {
  readonly student: string;
  readonly name?: string;
  readonly file: string;
  readonly attempt: number;
  readonly score: number;
  /** Without what is owed. */
  readonly max: number;
  /** Points that are owed. */
  readonly owed: number;
  readonly passed: boolean;
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly answers: readonly GradedAnswer[];
  readonly findings: readonly Finding[];
}

export interface Grades {
  readonly format: 1;
  readonly exam: string;
  readonly title: Text;
  readonly pack: string;
  readonly pass: number;
  /** SHA-256 over the content it was graded with, hex: the same submissions and content give the same grades. */
  readonly key: string;
  readonly items: readonly GradedItem[];
  readonly students: readonly GradedStudent[];
  /** Files that could not be graded, and why. */
  readonly refused: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
}
