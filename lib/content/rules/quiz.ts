/** All that is looked at in a quiz beyond the shape of its data. */

import * as v from "valibot";
import type { DataPath } from "../data_path.ts";
import { type Finding, maxProblems } from "../problem.ts";
import { isRecord } from "../is_record.ts";
import { type Question, question as questionSchema } from "../schema/question.ts";
import type { Quiz } from "../schema/quiz.ts";
import { knownConcepts } from "./concepts.ts";
import { exactNumbers } from "./number.ts";
import { clearQuestion, soundQuestion } from "./question.ts";
import { duplicateIds, type Placed } from "./repeated.ts";

/** What the rules need of the decoder's options. */
export interface RuleOptions {
  readonly lint?: boolean;
  readonly concepts?: ReadonlySet<string>;
  readonly questionRules?: readonly ((question: Question) => readonly Finding[])[];
}

type Raw = Readonly<Record<string, unknown>>;

/** `quiz` is undefined when its shape is wrong: then each sound question is looked at on its own. */
export function quizFindings(raw: Raw, quiz: Quiz | undefined, options: RuleOptions): readonly Finding[] {
  const written = listOf(raw["questions"]);
  return [
    ...questionFindings(written, quiz?.questions, ["questions"], options),
    ...(haveOwnIds(quiz?.questions) ? [] : duplicateIds(writtenIds(written, ["questions"]))),
  ];
}

function haveOwnIds(questions: readonly Question[] | undefined): boolean {
  return questions !== undefined && new Set(questions.map(({ id }) => id)).size === questions.length;
}

/** `at` is the path of the list; `decoded` is the same list where all of it could be decoded. */
export function questionFindings(
  written: readonly unknown[],
  decoded: readonly Question[] | undefined,
  at: DataPath,
  options: RuleOptions,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (let index = 0; index < written.length && findings.length <= maxProblems; index++) {
    const question = decoded ? decoded[index] : decodedAlone(written[index]);
    if (!question) continue;
    const found = oneQuestion(question, written[index], options);
    if (found.length === 0) continue;
    for (const finding of under([...at, index], found)) findings.push(finding);
  }
  return findings;
}

function decodedAlone(written: unknown): Question | undefined {
  const result = v.safeParse(questionSchema, written);
  return result.success ? result.output : undefined;
}

function oneQuestion(question: Question, written: unknown, options: RuleOptions): readonly Finding[] {
  const parts = [soundQuestion(question)];
  for (const rule of options.questionRules ?? []) parts.push(rule(question));
  if (options.lint === true) {
    parts.push(
      clearQuestion(question),
      exactNumbers(written),
      knownConcepts(question.concepts, options.concepts, ["concepts"]),
    );
  }
  return parts.some((part) => part.length > 0) ? parts.flat() : [];
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The ids as they stand in the file, so that they are compared whatever else is wrong. */
export function writtenIds(written: readonly unknown[], at: DataPath): readonly Placed[] {
  return written.flatMap((item, index): readonly Placed[] => {
    const id = isRecord(item) ? item["id"] : undefined;
    return typeof id === "string" ? [{ word: id, at: [...at, index, "id"] }] : [];
  });
}

/** Puts paths that start at a part under the path of that part. */
export function under(at: DataPath, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding, at: [...at, ...finding.at] }));
}
