/** The file `quizzes/paths.yaml`: courses made of sessions, format 1. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { format, id, some, text } from "./basics.ts";
import { closed } from "./closed.ts";

export const sessionSchema = closed({
  id,
  title: text,
  /** Two sentences that are read before the quiz and the lab. */
  reading: text,
  /** Ids. A session has a quiz, a lab, or both. */
  quiz: v.exactOptional(id),
  lab: v.exactOptional(id),
});

/** `questions`: of each session. Who answers all of a session's right knows it already. */
export const placementSchema = closed({ questions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)) });

export const examSchema = closed({
  questions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)),
  /** The part of the points that passes. */
  pass: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
});

const path = closed({
  id,
  title: text,
  summary: v.exactOptional(text),
  placement: v.exactOptional(placementSchema),
  sessions: some(sessionSchema),
  exam: v.exactOptional(examSchema),
});

export const pathsSchema = closed({ format, paths: some(path) });

export type Paths = Frozen<v.InferOutput<typeof pathsSchema>>;
export type Path = Paths["paths"][number];
export type PathSession = Path["sessions"][number];
