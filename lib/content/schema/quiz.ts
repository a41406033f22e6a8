/** A quiz file, format 1. */

import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { format, id, some, text } from "./basics.ts";
import { closed } from "./closed.ts";
import { question } from "./question.ts";

export const quizSchema = closed({
  format,
  id,
  title: text,
  /** One or two sentences: what the learner will be able to do. */
  summary: v.exactOptional(text),
  questions: some(question),
});

export type Quiz = Frozen<v.InferOutput<typeof quizSchema>>;
