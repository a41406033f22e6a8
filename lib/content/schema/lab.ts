/** A lab file, format 1. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import type { Text } from "../text.ts";
import { duration, format, id, points, some, text } from "./basics.ts";
import { type Check, check } from "./check.ts";
import { closed } from "./closed.ts";
import { dockerCommand, imageName, innerPath } from "./names.ts";
import { isRecord } from "../is_record.ts";
import { pick } from "./pick.ts";
import { question } from "./question.ts";
import { because } from "./refusal.ts";
import { port, scalars } from "./scalar.ts";

/** Its place in the list is its tier, counted from 1. */
export interface Hint {
  readonly text: Text;
  /** Points that asking for it takes away from the task. */
  readonly cost: number;
  /** Seconds after the hint seen before it, or since the task can be done, until it can be had. */
  readonly wait?: number;
  /** Only offered while this is seen on the engine; it then goes before the others. */
  readonly when?: Check;
}

const plainHint = v.pipe(text, v.transform((hint): Hint => ({ text: hint, cost: 0 })));
const pricedHint = v.pipe(
  closed({
    text,
    cost: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
    wait: v.exactOptional(v.pipe(duration, v.maxValue(3600))),
    when: v.exactOptional(check),
  }),
  v.transform((hint): Hint => hint),
);
const hint = pick([plainHint, pricedHint], (input) => isRecord(input) && "text" in input ? pricedHint : plainHint);

const solutionFile = closed({ file: innerPath, content: v.string(because("text")) });
const solutionStep = pick([dockerCommand, solutionFile], (input) => isRecord(input) ? solutionFile : dockerCommand);

/** A usual mistake: after these commands the named check must fail and its explanation must hold these words. */
const mistake = closed({
  run: some(solutionStep),
  /** Kind and subject of the check, as in `container web`. */
  fails: v.pipe(v.string(), v.nonEmpty()),
  says: text,
});

export const taskSchema = closed({
  id,
  title: text,
  text,
  /** What is done by hand in this task: ids of the list of concepts. */
  concepts: v.optional(v.array(id), []),
  points: v.optional(points, 1),
  /** Tasks that must be passed before this one is looked at. */
  needs: v.optional(v.array(id), []),
  checks: some(check),
  /** Asked inside the lab: predict first, then run. */
  questions: v.optional(v.array(question), []),
  hints: v.optional(v.array(hint), []),
  /** Shown after passing. */
  explanation: text,
  solution: some(solutionStep),
  /** Other ways that must pass as well. */
  alternatives: v.optional(v.array(some(solutionStep)), []),
  /** While not all is right, the fields that are right count in proportion. */
  partial: v.optional(v.boolean(), false),
  mistakes: v.optional(v.array(mistake), []),
});

export const labSchema = closed({
  format,
  id,
  title: text,
  summary: v.exactOptional(text),
  concepts: some(id),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
  /** Images that must be on the engine before the start. */
  images: v.optional(v.array(imageName), []),
  /** Host ports that the lab uses. */
  ports: v.optional(v.array(port), []),
  /** What the engine must offer beyond images and ports. */
  requires: v.exactOptional(closed({
    compose: v.exactOptional(v.boolean()),
    /** Whether the engine must be part of a swarm, or must not be. */
    swarm: v.exactOptional(v.picklist(["active", "inactive"])),
    /** Room on the engine's disk. */
    disk: v.exactOptional(scalars.bytes),
  })),
  /** Starter files: paths inside the lab's folder `workspace/`, laid out under the same names. */
  workspace: v.optional(v.array(innerPath), []),
  /** Commands that prepare objects for the learner. */
  setup: v.optional(v.array(dockerCommand), []),
  tasks: some(taskSchema),
});

export type Lab = Frozen<v.InferOutput<typeof labSchema>>;
export type Task = Lab["tasks"][number];
export type SolutionStep = Task["solution"][number];
