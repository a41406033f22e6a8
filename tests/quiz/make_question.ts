/** Makes questions for tests through the schema, so that they have every default that content has. */

import * as v from "valibot";
import { question, type QuestionKind, type QuestionOf } from "../../lib/content/schema/question.ts";
import type { Quiz } from "../../lib/content/schema/quiz.ts";
import { same } from "../../lib/content/text.ts";

export function make<Kind extends QuestionKind>(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
): QuestionOf<Kind> {
  const made = v.parse(question, {
    kind,
    id: "una",
    concepts: ["nube"],
    prompt: "¿Qué?",
    explanation: "Porque sí.",
    ...fields,
  });
  if (!isKind(made, kind)) throw new TypeError(`made ${made.kind}, not ${kind}`);
  return made;
}

function isKind<Kind extends QuestionKind>(
  made: { readonly kind: QuestionKind },
  kind: Kind,
): made is QuestionOf<Kind> {
  return made.kind === kind;
}

export function makeQuiz(questions: Quiz["questions"]): Quiz {
  return { format: 1, id: "prueba", title: same("Prueba"), questions };
}
