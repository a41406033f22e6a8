/** The words that some flags choose from; kept apart so that `--help` need not load the schema. */

import type { QuestionKind } from "../../content/schema/question.ts";
import type { ReportFormat } from "../../lab/formats.ts";

export const questionKindNames = [
  "choice",
  "multiple",
  "truefalse",
  "text",
  "number",
  "order",
  "match",
  "cloze",
  "command",
] as const satisfies readonly QuestionKind[];

export const verifyFormats = [
  "text",
  "json",
  "tap",
  "junit",
  "gradescope",
  "classroom",
  "check50",
] as const satisfies readonly (
  "text" | ReportFormat
)[];
