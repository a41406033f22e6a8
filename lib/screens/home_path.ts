/** A path on the home screen. */

import type { Text } from "../content/text.ts";
import type { StepOpening } from "./step.ts";

/** `known`: shown by the placement quiz, and skipped. */
export interface HomeStep {
  readonly kind: "placement" | "session" | "exam";
  /** The id of a session, `placement` or `exam`. */
  readonly place: string;
  /** Of a session, from 1. */
  readonly number?: number;
  readonly title: Text;
  readonly state: "done" | "known" | "begun" | "open";
  /** What its own screen says of it. */
  readonly opening: StepOpening | undefined;
}

export interface HomePath {
  readonly id: string;
  readonly title: Text;
  /** The placement quiz, the sessions, the exam. */
  readonly steps: readonly HomeStep[];
  /** Sessions that are done or known, of how many. */
  readonly settled: number;
  readonly of: number;
  /** What comes next, until all is done. */
  readonly next?: { readonly place: string; readonly text: Text };
}
