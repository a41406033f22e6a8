/** Reads an answers file: a map from question id to answer, in the shape that each kind understands. */

import type { Question } from "../content/schema/question.ts";
import { isRecord } from "../content/is_record.ts";
import { both, join, same, type Text } from "../content/text.ts";
import type { Answer } from "./answer.ts";
import { inlineCode } from "./inline_code.ts";
import { kindOf } from "./kinds.ts";
import { nearest } from "../content/near.ts";
import { isRefused, refused } from "./raw.ts";

export interface ReadAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** All of them at once; Markdown, one sentence each. */
  readonly problems: readonly Text[];
}

/** `questions` are those of the whole quiz: an answer to one that was not asked is no mistake. Null skips a question. */
export function readAnswers(questions: readonly Question[], raw: unknown): ReadAnswers {
  const answers = new Map<string, Answer>();
  if (!isRecord(raw)) {
    const shape: Text = { es: "una asignación pregunta: respuesta", en: "a mapping question: answer" };
    return { answers, problems: [refused(shape, raw).problem] };
  }
  const byId = new Map(questions.map((question) => [question.id, question]));
  const problems: Text[] = [];
  for (const [id, value] of Object.entries(raw)) {
    const question = byId.get(id);
    if (!question) {
      problems.push(unknownQuestion(id, byId.keys()));
      continue;
    }
    if (value === null || value === undefined) continue;
    const answer = kindOf(question).parse(question, value);
    if (isRefused(answer)) problems.push(join([same(inlineCode(id)), answer.problem], ": "));
    else answers.set(id, answer);
  }
  return { answers, problems };
}

function unknownQuestion(id: string, known: Iterable<string>): Text {
  const guess = nearest(id, known);
  const shown = inlineCode(id);
  return both((lang) => {
    if (lang === "es") return `${shown}: no hay tal pregunta${guess ? `; ¿querías decir ${inlineCode(guess)}?` : ""}`;
    return `${shown}: there is no such question${guess ? `; did you mean ${inlineCode(guess)}?` : ""}`;
  });
}
