/** What is said of a check, a task and a lab: four ends, and the reason in words. */

import type { CheckKind } from "../content/schema/check.ts";
import type { Text } from "../content/text.ts";
import type { Part } from "./partial.ts";

/**
 * passed; failed: the learner's to mend; blocked: something it needs is not there yet;
 * unchecked: we could not look, so it is never graded as wrong.
 */
export type Status = "passed" | "failed" | "blocked" | "unchecked";

/** One expectation of a check (`state`, `ports`…), ticked on its own. */
export interface FieldVerdict {
  readonly field: string;
  readonly status: Status;
  readonly expected: Text;
  readonly actual: Text;
}

/** `expected` to `next` explain the first field that is not passed; `because` and `next` only where there is something to say. */
export interface CheckVerdict {
  readonly kind: CheckKind;
  readonly subject: string;
  readonly status: Status;
  readonly expected: Text;
  readonly actual: Text;
  readonly because?: Text;
  /** The next thing to try, a correcting command where one exists (in backquotes). */
  readonly next?: Text;
  readonly fields: readonly FieldVerdict[];
  /** ms after which another look may change this verdict although nothing happens on the engine (`steady`, `within`). */
  readonly lookAgainIn?: number;
  /** ms that its author allows for it to become true (`within`), while it is not. */
  readonly patience?: number;
}

export interface TaskVerdict {
  readonly id: string;
  readonly title: Text;
  readonly status: Status;
  /** Points; `score` is 0 unless passed, or for the part that is right where the task gives points for it. */
  readonly score: number;
  readonly max: number;
  readonly checks: readonly CheckVerdict[];
  /** Ids of the needed tasks that are not passed, when blocked. */
  readonly waitsFor: readonly string[];
  /** ms since 1970 when it was passed before: a pass is kept although the world has moved on. */
  readonly passedAt?: number;
  /** How much of it is right, where that counts and not all of it is. */
  readonly part?: Part;
  /** The learner asked for its solution before it was passed: it may pass, and gives no points. */
  readonly givenUp?: true;
  /** Tiers of its hints whose condition holds now. */
  readonly fitting?: readonly number[];
}

export interface LabVerdict {
  readonly lab: string;
  readonly status: Status;
  readonly score: number;
  readonly max: number;
  readonly tasks: readonly TaskVerdict[];
}
