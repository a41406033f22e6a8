/** The small pieces that quizzes and labs share: texts, ids, points, durations. */

import * as v from "valibot";
import { same, type Text } from "../text.ts";
import { closed } from "./closed.ts";
import { isRecord, pick } from "./pick.ts";
import { because } from "./refusal.ts";

const words = v.pipe(v.string(because("text")), v.trim(), v.nonEmpty(because("text")));

const oneForAll = v.pipe(words, v.transform((text): Text => same(text)));
const perLanguage = v.pipe(closed({ es: words, en: words }), v.transform((texts): Text => texts));

/** A string stands for every language; `{ es, en }` must have both. */
export const text = pick([oneForAll, perLanguage], (input) => isRecord(input) ? perLanguage : oneForAll);

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
