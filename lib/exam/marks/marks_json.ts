/** Marks as they are stored: `marks.json`, which `exam grade` writes beside the grades and `report` reads. */

import * as v from "valibot";
import type { Frozen } from "../../content/frozen.ts";
import { questionSchemas } from "../../content/schema/question.ts";
import { type Failure, type MarkedItem, type MarkedStudent, type Marks, stateAt, stateCode } from "./marks.ts";

/** What is wrong with a document, and where: `students.3.results.0.mark`, empty for the whole. */
export type DecodedMarks =
  | { readonly kind: "marks"; readonly marks: Marks }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "unfit"; readonly at: string };

const format = 1;
const what = "grumete-marks";

/**
 * Stored format 1, JSON: `{format, what: "grumete-marks", title?, items, students}`. Items as in `MarkedItem`. A student is
 * `{id, name?, results}`, one result for each item in the order of the items: null for what was not asked, else
 * `{mark?, owed?, chosen?, seconds?, check?, because?}`. Without `mark` it was not answered, unless `owed` is true. Texts are
 * `{es, en}`, marks points.
 */
export function encodeMarks(marks: Marks): string {
  const { title, items, students } = marks;
  const rows = students.map((student, index) => ({
    ...student,
    results: items.map((_, item) => resultAt(marks, index * items.length + item)),
  }));
  return `${JSON.stringify({ format, what, ...(title ? { title } : {}), items, students: rows })}\n`;
}

function resultAt(marks: Marks, cell: number): Result | null {
  const state = stateAt(marks, cell);
  if (state === "not-asked") return null;
  const chosen = marks.chosen?.get(cell);
  const seconds = marks.seconds?.get(cell);
  return {
    ...(state === "marked" ? { mark: marks.points[cell] ?? 0 } : {}),
    ...(state === "owed" ? { owed: true } : {}),
    ...(chosen ? { chosen } : {}),
    ...(seconds === undefined ? {} : { seconds }),
    ...marks.failures?.get(cell),
  };
}

const text = v.strictObject({ es: v.string(), en: v.string() });
const amount = v.pipe(v.number(), v.finite());
const share = v.pipe(amount, v.minValue(0), v.maxValue(1));
const name = v.pipe(v.string(), v.nonEmpty());

const itemSchema = v.strictObject({
  id: name,
  title: text,
  kind: v.exactOptional(v.picklist([...Object.keys(questionSchemas), "task"] as NonNullable<MarkedItem["kind"]>[])),
  concepts: v.array(v.string()),
  max: v.pipe(amount, v.minValue(0)),
  guess: v.exactOptional(v.strictObject({ score: share, exact: v.boolean() })),
  options: v.exactOptional(v.array(v.strictObject({ id: v.string(), text, right: v.boolean() }))),
});

const resultSchema = v.strictObject({
  mark: v.exactOptional(amount),
  owed: v.exactOptional(v.literal(true)),
  chosen: v.exactOptional(v.array(v.string())),
  seconds: v.exactOptional(v.pipe(amount, v.minValue(0))),
  check: v.exactOptional(v.string()),
  because: v.exactOptional(text),
});
type Result = Frozen<v.InferInput<typeof resultSchema>>;

const documentSchema = v.strictObject({
  format: v.literal(format),
  what: v.literal(what),
  title: v.exactOptional(text),
  items: v.pipe(v.array(itemSchema), v.minLength(1)),
  students: v.pipe(
    v.array(
      v.strictObject({ id: name, name: v.exactOptional(v.string()), results: v.array(v.nullable(resultSchema)) }),
    ),
    v.minLength(1),
  ),
});

/** Never throws. */
export function decodeMarks(source: string): DecodedMarks {
  const document = parsed(source);
  const written = typeof document === "object" && document !== null && "format" in document
    ? document.format
    : undefined;
  if (typeof written === "number" && written > format) return { kind: "newer", format: written };
  const read = v.safeParse(documentSchema, document, { abortEarly: true });
  if (!read.success) return { kind: "unfit", at: read.issues[0].path?.map(({ key }) => String(key)).join(".") ?? "" };
  const { title, items, students } = read.output;
  const width = items.length;
  const uneven = students.findIndex(({ results }) => results.length !== width);
  if (uneven >= 0) return { kind: "unfit", at: `students.${uneven}.results` };
  const twice = repeated(items.map(({ id }) => id));
  if (twice >= 0) return { kind: "unfit", at: `items.${twice}.id` };
  const points = new Float64Array(students.length * width);
  const states = new Uint8Array(students.length * width);
  const chosen = new Map<number, readonly string[]>();
  const seconds = new Map<number, number>();
  const failures = new Map<number, Failure>();
  for (const [index, { results }] of students.entries()) {
    for (const [item, result] of results.entries()) {
      const cell = index * width + item;
      if (result?.mark !== undefined && Math.abs(result.mark) > (items[item]?.max ?? 0) + 1e-9) {
        return { kind: "unfit", at: `students.${index}.results.${item}.mark` };
      }
      states[cell] = stateCode(
        !result ? "not-asked" : result.owed ? "owed" : result.mark === undefined ? "unanswered" : "marked",
      );
      points[cell] = result?.owed ? 0 : result?.mark ?? 0;
      if (result?.chosen) chosen.set(cell, result.chosen);
      if (result?.seconds !== undefined) seconds.set(cell, result.seconds);
      if (result?.check !== undefined) {
        failures.set(cell, { check: result.check, ...(result.because ? { because: result.because } : {}) });
      }
    }
  }
  const named = students.map(({ id, name }): MarkedStudent => ({ id, ...(name === undefined ? {} : { name }) }));
  return {
    kind: "marks",
    marks: { ...(title ? { title } : {}), items, students: named, points, states, chosen, seconds, failures },
  };
}

function repeated(words: readonly string[]): number {
  const seen = new Set<string>();
  return words.findIndex((word) => seen.size === seen.add(word).size);
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
