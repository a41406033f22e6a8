/** What is looked through for answers that are given away: the questions of a session, and all that a student reads in it. */

import type { DataPath } from "../../content/data_path.ts";
import type { Finding } from "../../content/problem.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Lang, Text } from "../../content/text.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import { normalized } from "../../quiz/typed_text.ts";

/** A question of the session; `file` and `at` say where its author finds it. */
export interface LeakItem {
  readonly file: string;
  readonly at: DataPath;
  /** `quiz/question`, or `lab/task/question`. */
  readonly ref: string;
  readonly question: Question;
  /** Whether its hints are shown. */
  readonly hints: boolean;
}

/** A text of the session besides the questions, as that of a task. */
export interface ShownText {
  /** Where it stands, for a message. */
  readonly ref: string;
  readonly text: Text;
}

/** `at` starts at `file`. */
export type Leak = Finding & { readonly file: string };

/** All that a student reads of it, parts one by one. */
export function textsShown({ question, hints }: Pick<LeakItem, "question" | "hints">): readonly Text[] {
  return [question.prompt, ...(hints ? question.hints : []), ...partsShown(question)];
}

function partsShown(question: Question): readonly Text[] {
  switch (question.kind) {
    case "choice":
    case "multiple":
      return question.choices.map(({ text }) => text);
    case "order":
      return question.items.map(({ text }) => text);
    case "match":
      return [...question.pairs.map(({ left }) => left), ...rightsOf(question).map(({ text }) => text)];
    case "cloze":
      return [question.text];
    case "number":
      return question.unit ? [question.unit] : [];
    case "truefalse":
    case "text":
    case "command":
      return [];
  }
}

/** What would have to be typed or chosen. Not of kinds whose answer is an arrangement of what is shown. */
export function answersOf(question: Question): readonly Text[] {
  switch (question.kind) {
    case "choice":
    case "multiple":
      return question.choices.filter(({ correct }) => correct).map(({ text }) => text);
    case "text":
      return question.accept;
    case "cloze":
      return Object.values(question.blanks).flatMap(({ accept }) => accept);
    case "command":
      return question.accept.map((words) => ({ es: words, en: words }));
    case "number":
      return question.answer === undefined ? [] : [{ es: question.answer, en: question.answer }];
    case "truefalse":
    case "order":
    case "match":
      return [];
  }
}

/** As words between blanks, without signs of Markdown, so that whole words can be searched. */
export function searchable(text: string): string {
  const bare = normalized(text, false).replace(/[`*_"'«»“”()[\]]/g, " ").replace(/[.,;:!?¿¡]+(?=\s|$)/g, " ");
  return ` ${bare.replace(/\s+/g, " ").trim()} `;
}

/** Whether it stands there word for word. */
export function says(text: Text, answer: Text, lang: Lang): boolean {
  const wanted = searchable(answer[lang]);
  return wanted.trim() !== "" && searchable(text[lang]).includes(wanted);
}
