/** What a verb gets: its flags, decoded. */

import type { ExitCode } from "../content/user_error.ts";
import type { questionKindNames, verifyFormats } from "./choices.ts";
import type { CommonFlags, World } from "./world.ts";

/** What `lib/cli/verbs/<verb>.ts` exports as `run`. */
export type Verb<Flags, Arguments extends readonly string[]> = (
  world: World,
  flags: Flags,
  ...args: Arguments
) => Promise<ExitCode>;

export interface QuizFlags extends CommonFlags {
  readonly count?: number;
  readonly kind?: (typeof questionKindNames)[number];
  readonly concept?: string;
  readonly seed?: number;
  readonly answers?: string;
  readonly pass: number;
  readonly json?: boolean;
}
/** Verbs that look at an engine. */
export interface EngineFlags extends CommonFlags {
  /** A docker context, instead of the one in use. */
  readonly context?: string;
}
/** Verbs that begin a lab. */
export interface BeginFlags extends EngineFlags {
  /** Agrees beforehand to what a lab from elsewhere runs. */
  readonly yes?: boolean;
}
export interface DoctorFlags extends EngineFlags {
  readonly json?: boolean;
}
export interface JsonFlags extends CommonFlags {
  readonly json?: boolean;
}
export interface VerifyFlags extends CommonFlags {
  /** Agrees beforehand to what a lab from elsewhere runs. */
  readonly yes?: boolean;
  /** Several docker contexts: one row each. */
  readonly context?: readonly string[];
  readonly task?: string;
  /** Seconds. */
  readonly wait: number;
  readonly format: (typeof verifyFormats)[number];
  readonly out?: string;
  /** As `format: json`. */
  readonly json?: boolean;
  /** Files that keep what was seen, and that are judged instead of an engine. */
  readonly save?: string;
  readonly from?: string;
}
export interface LintFlags extends CommonFlags {
  readonly format: "text" | "json";
}
export interface CleanupFlags extends EngineFlags {
  readonly dryRun?: boolean;
  /** Does not ask before removing. */
  readonly yes?: boolean;
  /** Also what is new since the lab began and nobody knows whose it is. */
  readonly allNew?: boolean;
  /** Only what one task made, to do it again. */
  readonly task?: string;
}
export interface ProveFlags extends EngineFlags {
  readonly json?: boolean;
  readonly yes?: boolean;
}
export interface ReviewFlags extends CommonFlags {
  readonly limit?: number;
  /** Practice that leaves the schedule alone. */
  readonly cram?: boolean;
  readonly concept?: string;
  /** These are remembered: see `StudySettings`. */
  readonly newPerDay?: number;
  readonly retention?: number;
  readonly dayStart?: number;
}
export interface ListFlags extends JsonFlags {
  /** The questions that learners found unclear, for the author. */
  readonly flagged?: boolean;
  readonly concepts?: boolean;
}
export interface ImportFlags extends CommonFlags {
  readonly dryRun?: boolean;
}
export interface ExportFlags extends CommonFlags {
  readonly out?: string;
}
