/** What is wrong with a content file, where, and what to do about it. */

import type { DataPath } from "./data_path.ts";
import { both, type Lang, type Text } from "./text.ts";

/** Stable names, for scripts that read `lint --format json`; each has an example in tests/content/bad. */
export const problemCodes = [
  // The file as YAML
  "too-large",
  "too-many-values",
  "too-deep",
  "yaml-syntax",
  "yaml-tag",
  "yaml-key",
  "alias",
  "multiple-documents",
  "empty-document",
  "duplicate-key",
  "control-character",
  "replacement-character",
  "too-many-problems",
  // The shape of the data
  "format-too-new",
  "unknown-key",
  "missing-key",
  "missing-translation",
  "wrong-type",
  "wrong-value",
  "empty-list",
  "too-few",
  "empty-text",
  "too-long",
  "out-of-range",
  "not-whole",
  "bad-id",
  "bad-duration",
  "bad-size",
  "bad-number",
  "bad-tolerance",
  "bad-port",
  "bad-pattern",
  "slow-pattern",
  "bad-name",
  "bad-image",
  "bad-url",
  "bad-path",
  "bad-address",
  "bad-event",
  "bad-inspect",
  "bad-command",
  "bad-flag",
  "unknown-check",
  "asserts-nothing",
  "gone-and-more",
  "steady-without-state",
  "never-true",
  // What the parts mean together
  "file-name",
  "duplicate-id",
  "duplicate-text",
  "unknown-concept",
  "repeated-concept",
  "correct-choices",
  "weights",
  "number-answer",
  "number-range",
  "number-tolerance",
  "inexact-number",
  "unknown-blank",
  "unused-blank",
  "accept-and-reject",
  "unknown-task",
  "needs-itself",
  "needs-cycle",
  "mistake-check",
  "hint-cost",
  "hint-when",
  "duplicate-check",
  "short-within",
  "useless-partial",
  "mount-source",
  "port-not-listed",
  "image-not-listed",
  "not-stated",
  "need-not-listed",
  "empty-session",
  "repeated-content",
  "unknown-content",
  "long-reading",
  // Given by a rule that is handed in from outside: see `DecodeOptions`
  "other",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A warning does not keep the file from being used. */
export type Severity = "error" | "warning";

/** More than these in one file are counted, not told: nobody reads them before mending the first. */
export const maxProblems = 1000;

/** `line` and `column` count from 1; `at` is the data path, empty for the whole file. */
export interface Problem {
  /** The file, as it was named by who asked. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly at: string;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly what: Text;
  readonly next?: Text;
}

/** A problem before its place in the file is known: what rules return. */
export interface Finding {
  readonly at: DataPath;
  /** Whether the place is that of the key or, as usual, that of its value. */
  readonly on?: "key" | "value";
  /** The place itself, in UTF-16 units from the start of the file, where there is no data path. */
  readonly offset?: number;
  /** `error` unless said. */
  readonly severity?: Severity;
  readonly code: ProblemCode;
  readonly what: Text;
  readonly next?: Text;
}

/**
 * Several lines, without colours:
 *
 *     quizzes/net/ports.yaml:14:5  questions[2].answer
 *       Cannot use answer "d": options are "a", "b", "c"
 *       Add the option, or change the answer to one of the three.
 */
export function formatProblem(problem: Problem, lang: Lang): string {
  const { path, line, column, at, severity, what, next } = problem;
  const place = `${path}:${line}:${column}${at === "" ? "" : `  ${at}`}`;
  const said = severity === "warning" ? `${warning[lang]}: ${what[lang]}` : what[lang];
  return [place, `  ${said}`, ...(next ? [`  ${next[lang]}`] : [])].join("\n");
}

/** All of them, an empty line between two. */
export function problemsText(problems: readonly Problem[]): Text {
  return both((lang) => problems.map((problem) => formatProblem(problem, lang)).join("\n\n"));
}

const warning: Text = { es: "Aviso", en: "Warning" };
