/** What a question may say in YAML, one schema per kind, and the types that follow from it. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { id, points, some, text } from "./basics.ts";
import { closed } from "./closed.ts";
import { isRecord } from "../is_record.ts";
import { pick } from "./pick.ts";
import { because } from "./refusal.ts";

/** Gives what has no id the letters a, b, c… by its place in the file. */
function lettered<Item extends { id?: string }>(items: Item[]): (Item & { id: string })[] {
  return items.map((item, index) => ({ ...item, id: item.id ?? letterId(index) }));
}

/** 0 → a, 25 → z, 26 → aa, as the columns of a spreadsheet. */
function letterId(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letterId(rest) : "") + String.fromCharCode(97 + index % 26);
}

const words = v.pipe(v.string(because("text")), v.nonEmpty(because("text")));

/**
 * What answering takes, after Anderson and Krathwohl's revision of Bloom's taxonomy (2001): to remember; to explain, classify or
 * compare; to carry something out (predict, compute, put steps in order, write the command); to find the cause, or choose and
 * justify.
 */
export const levels = ["recall", "understand", "apply", "analyse"] as const;
export type Level = (typeof levels)[number];

/** What every kind has. */
const common = {
  id,
  concepts: some(id),
  /** Only coverage reads it. */
  level: v.exactOptional(v.picklist(levels)),
  prompt: text,
  explanation: text,
  points: v.optional(points, 1),
  hints: v.optional(v.array(text), []),
};

/** Choices without an id get a, b, c… in the order of the file; answers are stored by id, so shuffling never matters. */
const choice = closed({
  id: v.exactOptional(id),
  text,
  correct: v.optional(v.boolean(), false),
  feedback: v.exactOptional(text),
  /** Keeps its place at the end ("all of the above") when the others are shuffled. */
  last: v.optional(v.boolean(), false),
});

const choiceQuestion = closed({
  kind: v.literal("choice"),
  ...common,
  choices: v.pipe(v.array(choice), v.minLength(2), v.transform((choices) => lettered(choices))),
  shuffle: v.optional(v.boolean(), true),
});

/** The named rules; `weights` takes a weight per choice instead of `correct` alone. */
const multipleScorings = ["exact", "net", "balanced", "each", "coverage", "subset", "weights"] as const;

const multipleQuestion = closed({
  kind: v.literal("multiple"),
  ...common,
  choices: v.pipe(
    v.array(closed({ ...choice.entries, weight: v.exactOptional(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))) })),
    v.minLength(2),
    v.transform((choices) => lettered(choices)),
  ),
  scoring: v.optional(v.picklist(multipleScorings), "balanced"),
  shuffle: v.optional(v.boolean(), true),
});

const trueFalseQuestion = closed({
  kind: v.literal("truefalse"),
  ...common,
  answer: v.boolean(),
  /** Shown to who answered wrongly. */
  feedback: v.exactOptional(text),
});

const wrongAnswer = closed({ answer: text, feedback: text });
const accents = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.1);

const textQuestion = closed({
  kind: v.literal("text"),
  ...common,
  accept: some(text),
  /** Known wrong answers, each with its own feedback. */
  reject: v.optional(v.array(wrongAnswer), []),
  /** The part of the points that a missing or misplaced accent costs; 0 forgives, 1 refuses. */
  accents,
  /** Whether upper and lower case differ. */
  caseSensitive: v.optional(v.boolean(), false),
});

/** A decimal: a YAML number, or a string where every digit matters ("0.10"). */
const decimal = v.pipe(
  v.union(
    [
      v.pipe(v.number(), v.finite(because("decimal"))),
      v.pipe(v.string(), v.regex(/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i, because("decimal"))),
    ],
    because("decimal"),
  ),
  v.transform(String),
);

/** Absolute (0.5) or relative ("5%"). */
const tolerance = v.pipe(
  v.union(
    [
      v.pipe(v.number(), v.finite(because("tolerance")), v.minValue(0, because("tolerance"))),
      v.pipe(v.string(), v.regex(/^\d+(?:\.\d+)?%?$/, because("tolerance"))),
    ],
    because("tolerance"),
  ),
  v.transform(String),
);

const numberQuestion = closed({
  kind: v.literal("number"),
  ...common,
  /** Either `answer` (with an optional `tolerance`) or `range`. */
  answer: v.exactOptional(decimal),
  tolerance: v.exactOptional(tolerance),
  /** Both ends belong to the range unless `open` names them. */
  range: v.exactOptional(closed({
    min: decimal,
    max: decimal,
    open: v.optional(v.picklist(["none", "min", "max", "both"]), "none"),
  })),
  /** Shown beside the field and tolerated in the answer, in whichever language. */
  unit: v.exactOptional(text),
  reject: v.optional(v.array(closed({ answer: decimal, feedback: text })), []),
});

const orderQuestion = closed({
  kind: v.literal("order"),
  ...common,
  /** In the right order; shown shuffled. Ids a, b, c… unless given. */
  items: v.pipe(
    v.array(closed({ id: v.exactOptional(id), text })),
    v.minLength(3),
    v.transform((items) => lettered(items)),
  ),
  /** `pairs` gives a part for each pair of items in the right order. */
  scoring: v.optional(v.picklist(["exact", "pairs"]), "pairs"),
});

const matchQuestion = closed({
  kind: v.literal("match"),
  ...common,
  /** Left k belongs to right k. Ids a, b, c… for both sides unless given. */
  pairs: v.pipe(
    v.array(closed({ id: v.exactOptional(id), left: text, right: text, feedback: v.exactOptional(text) })),
    v.minLength(2),
    v.transform((pairs) => lettered(pairs)),
  ),
  /** Rights that belong to no left. Ids x-a, x-b… unless given, so that they never meet those of the pairs. */
  distractors: v.optional(
    v.pipe(
      v.array(closed({ id: v.exactOptional(id), text })),
      v.transform((rights) => rights.map((right, index) => ({ ...right, id: right.id ?? `x-${letterId(index)}` }))),
    ),
    [],
  ),
});

const clozeQuestion = closed({
  kind: v.literal("cloze"),
  ...common,
  /** Blanks stand as `{{name}}`, in each language. */
  text,
  blanks: v.record(
    id,
    closed({
      accept: some(text),
      reject: v.optional(v.array(wrongAnswer), []),
      accents,
      caseSensitive: v.optional(v.boolean(), false),
    }),
  ),
});

const commandQuestion = closed({
  kind: v.literal("command"),
  ...common,
  /** Any of these, compared by meaning: aliases, flag order, quoting do not matter. */
  accept: some(words),
  reject: v.optional(v.array(closed({ answer: words, feedback: text })), []),
  /** Long flags that may be there or not, such as `--rm`. */
  allowFlags: v.optional(v.array(v.pipe(v.string(), v.regex(/^--[a-z][a-z0-9-]*$/, because("longFlag")))), []),
});

export const questionSchemas = {
  choice: choiceQuestion,
  multiple: multipleQuestion,
  truefalse: trueFalseQuestion,
  text: textQuestion,
  number: numberQuestion,
  order: orderQuestion,
  match: matchQuestion,
  cloze: clozeQuestion,
  command: commandQuestion,
} as const;

export type QuestionKind = keyof typeof questionSchemas;
const questionKinds = Object.keys(questionSchemas) as readonly QuestionKind[];

/** Said when `kind` is missing or unknown. */
const noKind = v.looseObject({ kind: v.picklist(questionKinds) });

export const question = pick(
  [
    choiceQuestion,
    multipleQuestion,
    trueFalseQuestion,
    textQuestion,
    numberQuestion,
    orderQuestion,
    matchQuestion,
    clozeQuestion,
    commandQuestion,
  ],
  (input) => {
    const kind = isRecord(input) ? input["kind"] : undefined;
    return typeof kind === "string" && Object.hasOwn(questionSchemas, kind)
      ? questionSchemas[kind as QuestionKind]
      : noKind;
  },
);

export type Question = Frozen<v.InferOutput<typeof question>>;
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
