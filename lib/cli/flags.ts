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
export interface DoctorFlags extends EngineFlags {
  readonly json?: boolean;
}
export interface JsonFlags extends CommonFlags {
  readonly json?: boolean;
}
export interface VerifyFlags extends CommonFlags {
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
}
