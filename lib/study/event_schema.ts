/** What an event must look like to be taken from a file: everything that reads events relies on it. */

import * as v from "valibot";
import type { Claim } from "../lab/claim.ts";
import type { EngineAddress } from "../lab/engine_address.ts";
import type { Inventory } from "../lab/inventory.ts";
import type { Renamed } from "../lab/obstacle.ts";
import type { Answer } from "../quiz/answer.ts";
import type { SessionOptions } from "../quiz/session.ts";
import type { Circumstances, StudyEvent } from "./events.ts";
import type { StudySettings } from "./settings.ts";

type Schema<Value> = v.GenericSchema<unknown, Value>;

/** Of a quiz, a question, a task…: they become part of file names and of lines on the screen. */
export const name = v.pipe(v.string(), v.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u), v.maxLength(300));

const typed = v.pipe(v.string(), v.maxLength(100_000));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const number = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const words = v.array(v.string());
const names = v.array(name);

/** ms since 1970, to the end of the calendar of JavaScript. */
export const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** `v.record` leaves out names such as `constructor`. */
const textByName = v.custom<Readonly<Record<string, string>>>((value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === "string")
);

const answer: Schema<Answer> = v.variant("kind", [
  v.looseObject({ kind: v.literal("choice"), choice: name }),
  v.looseObject({ kind: v.literal("multiple"), choices: names }),
  v.looseObject({ kind: v.literal("truefalse"), value: v.boolean() }),
  v.looseObject({ kind: v.literal("text"), typed }),
  v.looseObject({ kind: v.literal("number"), typed }),
  v.looseObject({ kind: v.literal("order"), items: names }),
  v.looseObject({ kind: v.literal("match"), pairs: textByName }),
  v.looseObject({ kind: v.literal("cloze"), blanks: textByName }),
  v.looseObject({ kind: v.literal("command"), typed }),
]);

const options: Schema<SessionOptions> = v.looseObject({
  seed: v.pipe(v.number(), v.finite()),
  count: v.exactOptional(whole),
  kind: v.exactOptional(
    v.picklist(["choice", "multiple", "truefalse", "text", "number", "order", "match", "cloze", "command"]),
  ),
  concept: v.exactOptional(name),
  questions: v.exactOptional(names),
  inOrder: v.exactOptional(v.boolean()),
});

const labelled = { id: v.string(), name: v.string(), labels: textByName };
const swarmObjects = v.exactOptional(v.array(v.looseObject({ ...labelled, createdAt: v.string() })));

const inventory: Schema<Inventory> = v.looseObject({
  containers: v.array(v.looseObject({
    ...labelled,
    image: v.string(),
    createdAt: v.string(),
    ports: v.exactOptional(v.array(whole)),
    imageId: v.exactOptional(v.string()),
    volumes: v.exactOptional(words),
    networks: v.exactOptional(words),
  })),
  volumes: v.array(v.looseObject({ name: v.string(), createdAt: v.string(), labels: textByName })),
  networks: v.array(v.looseObject({ ...labelled, subnets: v.exactOptional(words) })),
  images: v.array(v.looseObject({ tag: v.string(), id: v.string() })),
  untagged: v.exactOptional(v.array(v.looseObject({ id: v.string(), createdAt: v.string() }))),
  swarm: v.exactOptional(v.string()),
  services: swarmObjects,
  secrets: swarmObjects,
  configs: swarmObjects,
});

const engine: Schema<EngineAddress> = v.looseObject({
  context: v.string(),
  host: v.string(),
  id: v.exactOptional(v.string()),
});

const claim: Schema<Claim> = v.looseObject({
  lab: name,
  containers: words,
  volumes: words,
  networks: words,
  images: words,
  ports: v.array(whole),
});

const renamed: Schema<Renamed> = v.looseObject({
  object: v.picklist(["container", "image"]),
  from: v.string(),
  to: v.string(),
});

/** Whatever it is: what is out of bounds is brought back to them when it is read (`withSettings`). */
const settings: Schema<Partial<StudySettings>> = v.looseObject({
  retention: v.exactOptional(number),
  newPerDay: v.exactOptional(number),
  dayStart: v.exactOptional(number),
  maximumInterval: v.exactOptional(number),
  weights: v.exactOptional(v.array(number)),
});

const circumstances = {
  confidence: v.exactOptional(v.picklist(["sure", "unsure", "guess"])),
  took: v.exactOptional(amount),
  hints: v.exactOptional(whole),
  meaning: v.exactOptional(name),
} satisfies { readonly [Key in keyof Circumstances]-?: unknown };

const mark = { status: v.picklist(["correct", "partial", "incorrect", "skipped"]), fraction };
const rating = v.picklist(["again", "hard", "good", "easy"]);
const ofQuiz = { quiz: name, attempt: name };
const ofLab = { lab: name, attempt: name };
const ofItem = { item: name, attempt: name };

type Schemas = { readonly [Kind in StudyEvent["kind"]]: Schema<Extract<StudyEvent, { kind: Kind }>> };

const known = <const Kind extends StudyEvent["kind"], Entries extends v.ObjectEntries>(kind: Kind, entries: Entries) =>
  v.looseObject({ kind: v.literal(kind), ...entries });

const schemas: Schemas = {
  "quiz-started": known("quiz-started", { ...ofQuiz, options }),
  "quiz-answered": known("quiz-answered", { ...ofQuiz, question: name, answer, ...mark, ...circumstances }),
  "quiz-skipped": known("quiz-skipped", { ...ofQuiz, question: name }),
  "quiz-hint": known("quiz-hint", { ...ofQuiz, question: name, tier: place }),
  "quiz-finished": known("quiz-finished", { ...ofQuiz, score: amount, max: amount }),
  "lab-prepared": known("lab-prepared", {
    ...ofLab,
    before: inventory,
    engine: v.exactOptional(engine),
    claim: v.exactOptional(claim),
    folder: v.exactOptional(v.string()),
  }),
  "lab-renamed": known("lab-renamed", { ...ofLab, renamed }),
  "lab-trusted": known("lab-trusted", { ...ofLab, hash: v.string() }),
  "lab-task-reset": known("lab-task-reset", { ...ofLab, tasks: names }),
  "lab-set-up": known("lab-set-up", ofLab),
  "lab-task-passed": known("lab-task-passed", { ...ofLab, task: name }),
  "lab-hint": known("lab-hint", { ...ofLab, task: name, tier: place, cost: amount }),
  "lab-given-up": known("lab-given-up", { ...ofLab, task: name }),
  "lab-question-answered": known("lab-question-answered", {
    ...{ ...ofLab, task: name, question: name, answer },
    ...mark,
    ...circumstances,
  }),
  "lab-command": known("lab-command", {
    ...ofLab,
    argv: words,
    code: v.exactOptional(v.pipe(v.number(), v.integer())),
    from: moment,
    to: moment,
  }),
  "lab-cleaned": known("lab-cleaned", ofLab),
  "lab-task-missed": known("lab-task-missed", { ...ofLab, task: name, checks: v.array(whole) }),
  "review-answered": known("review-answered", {
    ...{ ...ofItem, answer: v.exactOptional(answer), rating: v.exactOptional(rating), cram: v.boolean() },
    ...mark,
    ...circumstances,
  }),
  "review-rated": known("review-rated", { ...ofItem, rating }),
  "question-flagged": known("question-flagged", { ...ofItem, note: typed, instead: v.exactOptional(typed) }),
  "question-unflagged": known("question-unflagged", { ...ofItem, note: v.exactOptional(typed) }),
  "study-settings": known("study-settings", { attempt: name, settings, algorithm: name }),
};

const ofNewerKind = v.looseObject({ kind: v.pipe(name, v.nonEmpty()), attempt: name });

/** A kind that this program does not know was written by a newer one: it is kept as it is and passed over by everything. */
export function schemaOf(kind: unknown): v.GenericSchema {
  return typeof kind === "string" && Object.hasOwn(schemas, kind) ? schemas[kind as StudyEvent["kind"]] : ofNewerKind;
}
