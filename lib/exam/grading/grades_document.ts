/** Grades as `exam grade` left them the last time, read again to be compared with those of now: anybody may have changed the file. */

import * as v from "valibot";
import { questionSchemas } from "../../content/schema/question.ts";
import type { GradedAnswer, GradedItem, Grades } from "./grades.ts";

const text = v.object({ es: v.string(), en: v.string() });
const amount = v.pipe(v.number(), v.finite());
const positive = v.pipe(amount, v.minValue(0));
const name = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const item = v.object({
  id: name,
  title: text,
  kind: v.picklist([...Object.keys(questionSchemas), "task"] as GradedItem["kind"][]),
  concepts: v.array(v.string()),
  max: positive,
});

const answer = v.object({
  item: name,
  status: v.picklist(["correct", "partial", "incorrect", "skipped", "owed"] satisfies GradedAnswer["status"][]),
  score: v.exactOptional(amount),
  max: positive,
});

const student = v.object({
  student: name,
  name: v.exactOptional(v.string()),
  file: name,
  attempt: count,
  score: amount,
  max: positive,
  owed: positive,
  passed: v.boolean(),
  startedAt: count,
  answers: v.array(answer),
});

const schema = v.object({
  format: v.literal(1),
  exam: name,
  title: text,
  pack: name,
  pass: amount,
  key: v.string(),
  items: v.array(item),
  students: v.array(student),
});

/** Who had which points for what; answers, findings and refused files are left out. Undefined where it is nothing of the kind. Never throws. */
export function decodeGrades(source: string): Grades | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (!read.success) return undefined;
  const students = read.output.students.map((one) => ({ ...one, findings: [] }));
  return { ...read.output, students, refused: [] };
}
