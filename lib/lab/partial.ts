/** What a task that is not passed earns where its author gives points for a part of it. */

import { fieldCount } from "../content/about_check.ts";
import type { Task } from "../content/schema/lab.ts";
import type { CheckVerdict } from "./verdict.ts";

/** How many of the things that a task asks for are right. */
export interface Part {
  readonly right: number;
  readonly of: number;
}

/** One verdict for each check of the task, in its order. What is blocked or could not be looked at is not right. */
export function partOf({ checks }: Task, verdicts: readonly CheckVerdict[]): Part {
  const parts = checks.map((check, index) => rightIn(verdicts[index], fieldCount(check)));
  return parts.reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }), { right: 0, of: 0 });
}

/** Where fewer fields were judged than the check asks for, the others are not right. */
function rightIn(verdict: CheckVerdict | undefined, count: number): Part {
  if (!verdict || verdict.status === "passed") return { right: verdict ? count : 0, of: count };
  const { fields } = verdict;
  return { right: fields.filter(({ status }) => status === "passed").length, of: Math.max(count, fields.length) };
}

/** In proportion, to the hundredth; a part is never the whole. */
export function pointsFor({ right, of }: Part, points: number): number {
  if (of === 0) return 0;
  return Math.max(0, Math.min(hundredths((points * right) / of), hundredths(points - 0.01)));
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
