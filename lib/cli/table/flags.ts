/** What a verb gets: its flags, decoded. */

import type { ExitCode } from "../../content/user_error.ts";
import type { questionKindNames, verifyFormats } from "./choices.ts";
import type { StudentFormat } from "../../exam/formats/per_student.ts";
import type { CommonFlags, World } from "../world.ts";

/** What `lib/cli/verbs/<verb>.ts` exports as `run`. */
export type Verb<Flags, Arguments extends readonly (string | undefined)[]> = (
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
  readonly pass?: number;
  readonly json?: boolean;
}
export interface ExamKeygenFlags extends CommonFlags {
  readonly out: string;
  readonly json?: boolean;
}
export interface ExamPackFlags extends CommonFlags {
  /** The folder that `exam keygen` made. */
  readonly key: string;
  readonly out: string;
  /** The list of the class, and the folder for its tickets. */
  readonly roster?: string;
  readonly tickets?: string;
  /** Warnings keep it from being packed, too. */
  readonly strict?: boolean;
  /** In the place of what was packed and given out before. */
  readonly replace?: boolean;
  readonly json?: boolean;
}
export interface ExamTakeFlags extends EngineFlags {
  readonly student?: string;
  readonly ticket?: string;
  readonly out?: string;
  readonly answers?: string;
  /** The `public.json` of whoever must have signed the session. */
  readonly teacher?: string;
  /** Another attempt, where the last one is over. */
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}
export interface ExamGradeFlags extends CommonFlags {
  /** The key folder. */
  readonly key: string;
  readonly out: string;
  /** A table of points given by hand. */
  readonly marks?: string;
  /** Also one document for each student, in these. */
  readonly format?: readonly StudentFormat[];
  readonly json?: boolean;
}
export interface ExamInspectFlags extends CommonFlags {
  readonly key: string;
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
export interface ReportFlags extends JsonFlags {
  /** A table of marks, instead of a folder of grades. */
  readonly marks?: string;
  /** Files to write. */
  readonly html?: string;
  readonly csv?: string;
}
export interface ExportFlags extends CommonFlags {
  readonly out?: string;
}
