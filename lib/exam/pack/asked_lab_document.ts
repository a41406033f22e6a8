/** The lab of a pack on the student's side: planned and looked at like any other, with an empty key. */

import * as v from "valibot";
import type { Frozen } from "../../content/frozen.ts";
import { isRecord } from "../../content/is_record.ts";
import { some } from "../../content/schema/basics.ts";
import { check } from "../../content/schema/check.ts";
import { type Lab, labSchema, taskSchema } from "../../content/schema/lab.ts";
import { pick } from "../../content/schema/pick.ts";
import { same } from "../../content/text.ts";
import { blankQuestion } from "./blank.ts";
import type { AskedLab } from "./pack.ts";
import { askedQuestion } from "./pack_schema.ts";
import { sealedCheck } from "./sealed_check.ts";

const { id, title, text, points, needs, hints } = taskSchema.entries;

const task = v.strictObject({
  id,
  title,
  text,
  points,
  needs,
  checks: some(pick([check, sealedCheck], (input) => isRecord(input) && "sealed" in input ? sealedCheck : check)),
  questions: v.array(askedQuestion),
  hints,
});

const { concepts: _, tasks: __, ...rest } = labSchema.entries;

const labDocument = v.strictObject({ ...rest, tasks: some(task) });

/**
 * Explanations are empty, solutions, mistakes and concepts none. A check with `sealed` is part of every plan, and its verdict is
 * `unchecked` whatever is seen. Undefined where it is no such lab, or its starter files are not there. Never throws.
 */
export function decodeAskedLab({ id, document, workspace }: AskedLab): Lab | undefined {
  const read = v.safeParse(labDocument, document, { abortEarly: true });
  if (!read.success) return undefined;
  const { tasks, ...lab } = read.output;
  const ids = tasks.map(({ id }) => id);
  const sound = lab.id === id && new Set(ids).size === ids.length &&
    tasks.every(({ needs }) => needs.every((need) => ids.includes(need))) &&
    lab.workspace.every((path) => Object.hasOwn(workspace, path));
  if (!sound) return undefined;
  return {
    ...lab,
    concepts: [],
    tasks: tasks.map((task: Frozen<typeof tasks[number]>) => ({
      ...task,
      questions: task.questions.map(blankQuestion),
      concepts: [],
      explanation: same(""),
      solution: [],
      alternatives: [],
      partial: false,
      mistakes: [],
    })),
  };
}
