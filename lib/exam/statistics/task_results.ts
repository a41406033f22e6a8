/** Tasks of labs: who got through, and what most of the others failed at. */

import type { Text } from "../../content/text.ts";
import { type Marks, stateAt } from "../marks/marks.ts";

export interface CommonFailure {
  readonly check: string;
  readonly students: number;
  /** The explanation that came most often with it. */
  readonly because: Text | undefined;
}

export interface TaskResult {
  /** Column. */
  readonly item: number;
  readonly passed: number;
  readonly partly: number;
  readonly failed: number;
  readonly unanswered: number;
  /** Not judged yet. */
  readonly owed: number;
  /** The check that failed most often first. */
  readonly failures: readonly CommonFailure[];
}

/** Of all students, also of those whose score is not known yet. */
export function taskResults(marks: Marks): readonly TaskResult[] {
  return marks.items.flatMap(({ kind }, column) => kind === "task" ? [taskResult(marks, column)] : []);
}

function taskResult(marks: Marks, item: number): TaskResult {
  const max = marks.items[item]?.max ?? 0;
  const counts = { passed: 0, partly: 0, failed: 0, unanswered: 0, owed: 0 };
  const failures = new Map<string, Map<string, { readonly because: Text | undefined; times: number }>>();
  for (let student = 0; student < marks.students.length; student++) {
    const cell = student * marks.items.length + item;
    const state = stateAt(marks, cell);
    const got = marks.points[cell] ?? 0;
    if (state === "owed" || state === "unanswered") counts[state]++;
    else if (state === "marked") counts[got >= max - 1e-9 ? "passed" : got > 1e-9 ? "partly" : "failed"]++;
    const failure = marks.failures?.get(cell);
    if (!failure || state === "not-asked") continue;
    const reasons = failures.getOrInsert(failure.check, new Map());
    reasons.getOrInsert(failure.because?.es ?? "", { because: failure.because, times: 0 }).times++;
  }
  return { item, ...counts, failures: [...failures].map(commonFailure).sort(oftenFirst) };
}

function commonFailure(
  [check, reasons]: [string, ReadonlyMap<string, { readonly because: Text | undefined; readonly times: number }>],
): CommonFailure {
  const sorted = [...reasons.values()].sort((one, other) => other.times - one.times);
  return { check, students: sorted.reduce((sum, { times }) => sum + times, 0), because: sorted[0]?.because };
}

function oftenFirst(one: CommonFailure, other: CommonFailure): number {
  return other.students - one.students || (one.check < other.check ? -1 : 1);
}
