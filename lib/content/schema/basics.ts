/** The small pieces that quizzes and labs share: texts, ids, points, durations. */

import * as v from "valibot";
import { same, type Text } from "../text.ts";
import { closed } from "./closed.ts";
import { isRecord } from "../is_record.ts";
import { pick } from "./pick.ts";
import { because } from "./refusal.ts";

const words = v.pipe(v.string(because("text")), v.trim(), v.nonEmpty(because("text")));

const oneForAll = v.pipe(words, v.transform((text): Text => same(text)));
const perLanguage = closed({ es: words, en: words });

const anyText = pick([oneForAll, perLanguage], (input) => isRecord(input) ? perLanguage : oneForAll);

/** A string stands for every language; `{ es, en }` must have both. */
export const text = quick(anyText, (input) => {
  if (typeof input === "string") {
    const words = input.trim();
    return words === "" ? undefined : same(words);
  }
  if (!isRecord(input) || Object.keys(input).length !== 2) return undefined;
  const { es, en } = input;
  if (typeof es !== "string" || typeof en !== "string") return undefined;
  const texts = { es: es.trim(), en: en.trim() };
  return texts.es === "" || texts.en === "" ? undefined : texts;
});

/**
 * The same schema with a short cut for what is right: texts are most of a bank of questions. Where `read` gives undefined the
 * schema itself finds out why.
 */
function quick<Schema extends v.GenericSchema>(
  schema: Schema,
  read: (input: unknown) => v.InferOutput<Schema> | undefined,
): Schema {
  const slow = schema["~run"];
  const run: v.GenericSchema["~run"] = (dataset, config) => {
    const value = read(dataset.value);
    return value === undefined ? slow.call(schema, dataset, config) : { typed: true, value };
  };
  return Object.assign(schema, { "~run": run });
}

/** Ids are stored with the learner's history: they stay when a text is edited. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, because("id")), v.maxLength(64));

export const points = v.pipe(v.number(), v.gtValue(0), v.maxValue(1000));

/** Seconds, from `3s`, `500ms`, `2m`. */
export const duration = v.pipe(
  v.string(because("duration")),
  v.regex(/^\d+(?:\.\d+)?(?:ms|s|m)$/, because("duration")),
  v.transform((written): number => {
    const unit = written.endsWith("ms") ? "ms" : written.slice(-1);
    const count = Number(written.slice(0, -unit.length));
    return unit === "ms" ? count / 1000 : unit === "m" ? count * 60 : count;
  }),
);

export const format = v.literal(1);

/** A list that must hold something: an empty list asserts nothing. */
export function some<Item extends v.GenericSchema>(item: Item): v.SchemaWithPipe<
  readonly [v.ArraySchema<Item, undefined>, v.MinLengthAction<v.InferOutput<Item>[], 1, undefined>]
> {
  return v.pipe(v.array(item), v.minLength(1));
}
