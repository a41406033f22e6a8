/** What the body of an `.exam` file may be: whoever made it, nothing else gets past this. */

import * as v from "valibot";
import { digest } from "../json_body.ts";
import { isInnerPath } from "../../content/schema/names.ts";
import type { AskedQuestion } from "./asked.ts";
import type { AskedLab, Pack, Pool } from "./pack.ts";

const words = v.pipe(v.string(), v.maxLength(50_000));
const text = v.strictObject({ es: words, en: words });
const id = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const name = v.pipe(v.string(), v.regex(/^n[0-9a-f]{16}$/));
const points = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(1000));
/** ms since 1970, up to the year 9999. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999));
const part = v.strictObject({ id: name, text });
const parts = v.pipe(
  v.array(part),
  v.minLength(1),
  v.maxLength(200),
  v.check((items) => differ(items.map(({ id }) => id))),
);
const common = { id: name, prompt: text, points, hints: v.pipe(v.array(text), v.maxLength(50)) };

export const askedQuestion: v.GenericSchema<unknown, AskedQuestion> = v.variant("kind", [
  v.strictObject({
    kind: v.picklist(["choice", "multiple"]),
    ...common,
    choices: v.pipe(
      v.array(v.strictObject({ ...part.entries, last: v.exactOptional(v.literal(true)) })),
      v.minLength(2),
      v.maxLength(200),
      v.check((items) => differ(items.map(({ id }) => id))),
    ),
    shuffle: v.boolean(),
  }),
  v.strictObject({ kind: v.picklist(["truefalse", "text", "command"]), ...common }),
  v.strictObject({ kind: v.literal("number"), ...common, unit: v.exactOptional(text) }),
  v.strictObject({ kind: v.literal("order"), ...common, items: parts }),
  v.strictObject({ kind: v.literal("match"), ...common, lefts: parts, rights: parts }),
  v.strictObject({
    kind: v.literal("cloze"),
    ...common,
    text,
    blanks: v.pipe(v.array(name), v.minLength(1), v.maxLength(200), v.check((names) => differ(names))),
  }),
]);

const pool: v.GenericSchema<unknown, Pool> = v.strictObject({
  title: text,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  questions: v.pipe(v.array(name), v.minLength(1), v.maxLength(10_000)),
});

/** The document is decoded by `asked_lab_document.ts`: here it is only some mapping. */
const lab: v.GenericSchema<unknown, AskedLab> = v.strictObject({
  id,
  document: v.record(v.string(), v.unknown()),
  workspace: v.record(v.pipe(v.string(), v.check(isInnerPath)), v.pipe(v.string(), v.check(isBase64))),
});

export const packSchema: v.GenericSchema<unknown, Pack> = v.pipe(
  v.strictObject({
    format: v.literal(1),
    id,
    title: text,
    rules: v.exactOptional(text),
    opens: v.exactOptional(instant),
    closes: v.exactOptional(instant),
    minutes: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(24 * 60))),
    attempts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    pass: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    shuffle: v.boolean(),
    hints: v.picklist(["none", "shown"]),
    feedback: v.picklist(["none", "score", "after-closing"]),
    verdicts: v.picklist(["live", "recorded"]),
    seed: digest,
    recipient: v.pipe(v.string(), v.maxLength(4000), v.regex(/^age1[02-9ac-hj-np-z]+$/)),
    tickets: v.boolean(),
    pools: v.pipe(v.array(pool), v.maxLength(1000)),
    questions: v.pipe(
      v.array(askedQuestion),
      v.maxLength(10_000),
      v.check((items) => differ(items.map(({ id }) => id))),
    ),
    labs: v.pipe(v.array(lab), v.maxLength(100), v.check((items) => differ(items.map(({ id }) => id)))),
  }),
  v.check(({ opens, closes }) => opens === undefined || closes === undefined || opens < closes),
  v.check((pack) => fitsTogether(pack)),
);

/** Every pool can be drawn, no question stands in two, none stands in none, and there is something to do. */
function fitsTogether({ pools, questions, labs }: Pack): boolean {
  const known = new Set(questions.map(({ id }) => id));
  const drawn = pools.flatMap((pool) => pool.questions);
  return drawn.length === known.size && new Set(drawn).size === drawn.length &&
    drawn.every((name) => known.has(name)) &&
    pools.every(({ count, questions }) => count <= questions.length) && drawn.length + labs.length > 0;
}

function differ(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function isBase64(written: string): boolean {
  try {
    return Uint8Array.fromBase64(written).toBase64() === written;
  } catch {
    return false;
  }
}
