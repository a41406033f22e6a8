/** The journal of an attempt: one line for each step, chained by hashes and signed by a key of the attempt, stored before it is shown. */

import type { RawAnswer } from "../../quiz/kind.ts";
import type { Lang } from "../../content/text.ts";

/** What happened. Questions and their parts by the names in the pack. */
export type Step =
  | {
    readonly kind: "begun";
    /** SHA-256 of the `.exam` file, hex. */
    readonly pack: string;
    readonly student: string;
    /** The ticket as it was given, base64 of the whole file. */
    readonly ticket?: string;
    /** Counts from 1, as far as this machine knows. */
    readonly attempt: number;
    /** Raw Ed25519 public key of the attempt, base64url: what all lines are signed with. */
    readonly key: string;
    readonly grumete: string;
    readonly lang: Lang;
  }
  /** The question is on the screen from now on. */
  | { readonly kind: "shown"; readonly question: string }
  /** Takes the place of an earlier answer. `raw` is what an answers file would say. */
  | { readonly kind: "answered"; readonly question: string; readonly raw: RawAnswer }
  | { readonly kind: "cleared"; readonly question: string }
  | { readonly kind: "flagged"; readonly question: string; readonly on: boolean }
  | { readonly kind: "hinted"; readonly question: string; readonly tier: number }
  | { readonly kind: "lab-begun"; readonly lab: string }
  /** `recording`: a document of `lab/recording.ts`; what was seen decides, here and at the teacher's. */
  | { readonly kind: "lab-looked"; readonly lab: string; readonly recording: string }
  | {
    readonly kind: "lab-answered";
    readonly lab: string;
    readonly task: string;
    readonly question: string;
    readonly raw: RawAnswer;
  }
  /** Docker could not be asked; `fault` in the words of `lab/fault.ts`. */
  | { readonly kind: "engine-lost"; readonly fault: string }
  | { readonly kind: "engine-back" }
  /** Every half minute while nothing else happens: a gap without it is a time when the program did not run. */
  | { readonly kind: "alive" }
  /** Opened again after it ended without `finished`; the line before says since when. */
  | { readonly kind: "reopened" }
  | { readonly kind: "finished"; readonly by: "student" | "time" };

/** One line. `up` is ms of a clock that only runs forward, since the program began: with `at` it shows a clock that was set back. */
export type Entry = Step & {
  /** From 0, without gaps. */
  readonly n: number;
  /** ms since 1970. */
  readonly at: number;
  readonly up: number;
  /** SHA-256 of the line before with its signature, hex; of nothing for the first. */
  readonly before: string;
};

/**
 * Stored format 1, one line each: the entry as JSON, a tab, the Ed25519 signature of the JSON's bytes (base64url), a line feed.
 * A last line without its line feed was never acknowledged and counts as not written.
 */
export interface JournalLine {
  readonly entry: Entry;
  readonly json: string;
  readonly signature: Uint8Array;
}
