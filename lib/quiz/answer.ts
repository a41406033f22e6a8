/** What a learner answered and what it was worth. Answers name choices by id, so shuffling never matters. */

import type { QuestionKind } from "../content/schema/question.ts";
import type { Text } from "../content/text.ts";

/** choice: id · multiple: ids · truefalse · text, number, command: as typed · order: ids · match: left id → right id · cloze: blank → typed. */
export type Answer =
  | { readonly kind: "choice"; readonly choice: string }
  | { readonly kind: "multiple"; readonly choices: readonly string[] }
  | { readonly kind: "truefalse"; readonly value: boolean }
  | { readonly kind: "text"; readonly typed: string }
  | { readonly kind: "number"; readonly typed: string }
  | { readonly kind: "order"; readonly items: readonly string[] }
  | { readonly kind: "match"; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: "cloze"; readonly blanks: Readonly<Record<string, string>> }
  | { readonly kind: "command"; readonly typed: string };

export type AnswerOf<Kind extends QuestionKind> = Extract<Answer, { kind: Kind }>;

export type MarkStatus = "correct" | "partial" | "incorrect" | "skipped";

/** `fraction` is 0…1 of the question's points. `remarks` say what was wrong with this answer, most specific first. */
export interface Mark {
  readonly status: MarkStatus;
  readonly fraction: number;
  readonly remarks: readonly Text[];
  /** The right answer, to be shown after answering; Markdown. */
  readonly solution: Text;
}
