/** Every text of the shipped content, with its place. */

import { type Lang, langs } from "../../../lib/content/text.ts";
import { shippedConcepts, shippedLabs, shippedPaths, shippedQuizzes } from "../shipped.ts";

export interface Said {
  /** Where it stands, so that it can be found by searching: a file, then ids or a line. */
  readonly place: string;
  readonly lang: Lang;
  readonly text: string;
}

export function contentTexts(): readonly Said[] {
  return [
    ...textsIn(shippedConcepts(), "quizzes/concepts.yaml"),
    ...textsIn(shippedPaths(), "quizzes/paths.yaml"),
    ...shippedQuizzes().flatMap((quiz) => textsIn(quiz, `quizzes/${quiz.id}.yaml`)),
    ...shippedLabs().flatMap((lab) => textsIn(lab, `labs/${lab.id}/lab.yaml`)),
  ];
}

/** Where a text that is the same in both languages is a name, a command or a piece of a message. */
const literal = new Set(["accept", "answer", "says"]);

/** What decoded content says in each language; what stands once in the file is said in both. */
function textsIn(value: unknown, place: string, key = ""): readonly Said[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, `${place} ${Object(item).id ?? index + 1}`, key));
  }
  if (typeof value !== "object" || value === null) return [];
  const { es, en } = value as Readonly<Record<string, unknown>>;
  if (typeof es === "string" && typeof en === "string") {
    return es === en && literal.has(key) ? [] : langs.map((lang) => ({ place, lang, text: { es, en }[lang] }));
  }
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${place} ${key}`, key));
}
