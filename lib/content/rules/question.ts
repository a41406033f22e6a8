/** All that is looked at inside one question; paths start at the question. */

import type { Finding } from "../problem.ts";
import type { Question } from "../schema/question.ts";
import { acceptAndReject } from "./accepted.ts";
import { correctChoice, correctChoices } from "./choices.ts";
import { clozeBlanks } from "./cloze.ts";
import { numberAnswer } from "./number.ts";
import { duplicateIds, duplicateTexts, type Placed } from "./repeated.ts";

/** What asking and marking rely on. */
export function soundQuestion(question: Question): readonly Finding[] {
  switch (question.kind) {
    case "choice":
      return [...ids("choices", question.choices), ...correctChoice(question)];
    case "multiple":
      return [...ids("choices", question.choices), ...correctChoices(question)];
    case "number":
      return numberAnswer(question);
    case "order":
      return ids("items", question.items);
    case "match":
      return duplicateIds([...placed("pairs", question.pairs), ...placed("distractors", question.distractors)]);
    case "cloze":
      return clozeBlanks(question);
    case "truefalse":
    case "text":
    case "command":
      return [];
  }
}

/** What makes a question good to learn from. */
export function clearQuestion(question: Question): readonly Finding[] {
  switch (question.kind) {
    case "choice":
    case "multiple":
      return duplicateTexts(question.choices.map(({ text }) => text), (index) => ["choices", index, "text"]);
    case "order":
      return duplicateTexts(question.items.map(({ text }) => text), (index) => ["items", index, "text"]);
    case "match": {
      const { pairs, distractors } = question;
      const lefts = pairs.map(({ left }) => left);
      const rights = [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
      return [
        ...duplicateTexts(lefts, (index) => ["pairs", index, "left"]),
        ...duplicateTexts(
          rights,
          (index) => index < pairs.length ? ["pairs", index, "right"] : ["distractors", index - pairs.length, "text"],
        ),
      ];
    }
    case "text":
    case "number":
    case "cloze":
    case "command":
      return acceptAndReject(question);
    case "truefalse":
      return [];
  }
}

function ids(list: string, items: readonly { readonly id: string }[]): readonly Finding[] {
  const seen = new Set<string>();
  // Nearly always there is nothing to say, in banks of thousands of questions.
  for (const { id } of items) seen.add(id);
  return seen.size === items.length ? [] : duplicateIds(placed(list, items));
}

function placed(list: string, items: readonly { readonly id: string }[]): readonly Placed[] {
  return items.map(({ id }, index) => ({ word: id, at: [list, index, "id"] }));
}
