/** The plain values that an expectation compares with. */

import * as v from "valibot";
import { because, type Refusal } from "./refusal.ts";
import { isRunaway } from "./runaway.ts";
import { bytesOf, sizePattern } from "./size.ts";

const bytes = v.pipe(
  v.union(
    [
      v.pipe(v.number(), v.integer(because("size")), v.minValue(0, because("size"))),
      v.pipe(v.string(), v.regex(sizePattern, because("size"))),
    ],
    because("size"),
  ),
  v.transform((written): number => typeof written === "number" ? written : bytesOf(written) ?? 0),
);

const words = v.pipe(v.string(because("text")), v.nonEmpty(because("text")));

function shaped(pattern: RegExp, refusal: Refusal) {
  return v.pipe(v.string(because(refusal)), v.regex(pattern, because(refusal)));
}

/** One value of each type of field that has plain values. */
export const scalars = {
  text: words,
  /** A container's: the last also with how often it is tried, `on-failure:3`. */
  restart: shaped(/^(?:no|always|unless-stopped|on-failure(?::[1-9]\d*)?)$/, "restart"),
  /** Octal, as a text: YAML has its own idea of a number that begins with 0. */
  mode: shaped(/^[1-7]?[0-7]{3}$/, "mode"),
  owner: shaped(/^\d+:\d+$/, "owner"),
  whole: v.pipe(v.number(), v.integer()),
  decimal: v.pipe(v.number(), v.finite()),
  flag: v.boolean(),
  bytes,
  image: words,
  raw: v.union([words, v.number(), v.boolean()], because("word")),
  /** A number, or a size such as `64m`. */
  amount: v.pipe(
    v.union([v.number(), v.string()], because("size")),
    v.check((written) => typeof written === "number" || v.is(bytes, written), because("size")),
    v.transform((written) => typeof written === "number" ? written : v.parse(bytes, written)),
  ),
} as const;

/** The value of a label or a variable: YAML reads `80` and `true` as something else than text. */
export const wordAsText = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], because("word")),
  v.transform(String),
);

export const port = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.digits(because("port")))], because("port")),
  v.transform(Number),
  v.integer(because("port")),
  v.minValue(1, because("port")),
  v.maxValue(65535, because("port")),
);

/** A regular expression, read with the flags `m` and `u`. */
export const pattern = v.pipe(
  v.string(),
  v.nonEmpty(because("text")),
  v.check(isPattern, because("pattern")),
  v.check((written) => !isPattern(written) || !isRunaway(written), because("slowPattern")),
);

function isPattern(written: string): boolean {
  if (written.length > 1000) return false;
  try {
    new RegExp(written, "mu");
    return true;
  } catch {
    return false;
  }
}
