/** What one `.exam` file holds, and what the teacher keeps of it. */

import type { Text } from "../../content/text.ts";
import type { AskedQuestion } from "./asked.ts";
import type { ExamSpec } from "../session/spec.ts";

/** So many of these questions, chosen for each student. */
export interface Pool {
  readonly title: Text;
  readonly count: number;
  /** Names of questions. */
  readonly questions: readonly string[];
}

/** A lab without solutions, explanations, mistakes and the expectations of hidden checks; `document` is a lab file as JSON. */
export interface AskedLab {
  readonly id: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Starter files by their path inside the workspace; base64. */
  readonly workspace: Readonly<Record<string, string>>;
}

type Policy = Pick<
  ExamSpec,
  | "id"
  | "title"
  | "rules"
  | "opens"
  | "closes"
  | "minutes"
  | "attempts"
  | "pass"
  | "shuffle"
  | "hints"
  | "feedback"
  | "verdicts"
>;

/** The body of a signed document of kind `exam`, as JSON; the SHA-256 of the whole file names it. */
export interface Pack extends Policy {
  readonly format: 1;
  /** Who takes it without a ticket gets the variant of HMAC(seed, student). Hex, 32 bytes. */
  readonly seed: string;
  /** Whom submissions are encrypted to: an age recipient. */
  readonly recipient: string;
  /** Whether only who has a ticket may take it. */
  readonly tickets: boolean;
  readonly pools: readonly Pool[];
  readonly questions: readonly AskedQuestion[];
  readonly labs: readonly AskedLab[];
}

/** A content file that went into a pack, as it was. */
export interface Source {
  readonly kind: "quiz" | "lab";
  /** Absolute: where a corrected one is looked for when it is graded again. */
  readonly path: string;
  readonly text: string;
}

/** What stays with the teacher, beside the keys, as JSON (0600): with it names become ids again, and answers are graded. */
export interface PackRecord {
  readonly format: 1;
  /** SHA-256 of the `.exam` file, hex. */
  readonly pack: string;
  readonly exam: string;
  /** ms since 1970. */
  readonly packedAt: number;
  /** Base64, 32 bytes: see `opaque.ts`. */
  readonly salt: string;
  /** The session's own file, as it was. */
  readonly spec: { readonly path: string; readonly text: string };
  readonly sources: readonly Source[];
  /** When the last student's time is over, where a ticket gives more than the session; ms since 1970. */
  readonly closes?: number;
  /** Nonces of the tickets given out, with whom they were given to. */
  readonly tickets: Readonly<Record<string, string>>;
}
