/** What a teacher says of a graded session in YAML: when, how long, what is drawn from where, what is told to whom. */

import * as v from "valibot";
import type { Frozen } from "../../content/frozen.ts";
import { format, id, points, some, text } from "../../content/schema/basics.ts";
import { closed } from "../../content/schema/closed.ts";
import { because } from "../../content/schema/refusal.ts";

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

/** RFC 3339 with an offset, seconds optional: a school's clock is not always the student's. ms since 1970; undefined for anything else. */
export function instantOf(text: string): number | undefined {
  const at = written.test(text) ? Date.parse(text) : NaN;
  return Number.isFinite(at) && at >= 0 ? at : undefined;
}

const instant = v.pipe(
  v.string(because("instant")),
  v.check((text) => instantOf(text) !== undefined, because("instant")),
  v.transform((text) => instantOf(text) ?? 0),
);

/** Where questions come from. Each names one source; `count` draws so many for each student, without it all are asked. */
const draw = closed({
  /** Id of a quiz, or the path of its file (it has a slash or ends in .yaml), seen from the session's file. */
  quiz: v.exactOptional(v.string()),
  area: v.exactOptional(v.string()),
  concept: v.exactOptional(id),
  /** `quiz/question`. */
  questions: v.exactOptional(some(v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, because("questionRef"))))),
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Instead of what each question says of itself. */
  points: v.exactOptional(points),
});

export const examSpec = closed({
  format,
  id,
  title: text,
  /** Said before the start, besides the rules that follow from this file. */
  rules: v.exactOptional(text),
  opens: v.exactOptional(instant),
  closes: v.exactOptional(instant),
  /** Without it only `closes` ends the session. A ticket may give a student more. */
  minutes: v.exactOptional(v.pipe(v.number(), v.gtValue(0), v.maxValue(24 * 60))),
  attempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
  /** Part of the points that passes. */
  pass: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.6),
  /** Whether the order of the questions differs between students; that of choices follows each question. */
  shuffle: v.optional(v.boolean(), true),
  /** `none` leaves hints out of the file; `shown` keeps those of questions. Those of tasks of labs never come along. */
  hints: v.optional(v.picklist(["none", "shown"]), "none"),
  /** What `exam grade` writes for each student: nothing, the score, or all of it once the window has closed. */
  feedback: v.optional(v.picklist(["none", "score", "after-closing"]), "score"),
  /** Whether the checks of labs that are not `hidden` are judged on the student's machine too. */
  verdicts: v.optional(v.picklist(["live", "recorded"]), "recorded"),
  draw: v.optional(v.array(draw), []),
  labs: v.optional(v.array(closed({ lab: v.string(), tasks: v.exactOptional(some(id)) })), []),
});

export type ExamSpec = Frozen<v.InferOutput<typeof examSpec>>;
export type Draw = ExamSpec["draw"][number];
