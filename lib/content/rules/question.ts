/** All that is looked at inside one question; paths start at the question. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import type { Question } from "../schema/question.ts";
import type { Text } from "../text.ts";
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
      return duplicateTexts(texts("choices", question.choices));
    case "order":
      return duplicateTexts(texts("items", question.items));
    case "match": {
      const lefts = question.pairs.map(({ left }, index) => ({ text: left, at: ["pairs", index, "left"] }));
      const rights = question.pairs.map(({ right }, index) => ({ text: right, at: ["pairs", index, "right"] }));
      const others = texts("distractors", question.distractors);
      return [...duplicateTexts(lefts), ...duplicateTexts([...rights, ...others])];
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

function texts(list: string, items: readonly { readonly text: Text }[]): readonly { text: Text; at: DataPath }[] {
  return items.map(({ text }, index) => ({ text, at: [list, index, "text"] }));
}
