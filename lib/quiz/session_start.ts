/** Chooses the questions of a session and puts them, and their parts, in the order that the seed gives. */

import type { Question } from "../content/schema/question.ts";
import { kindOf } from "./kinds.ts";
import { seeded, seedFor } from "./rng.ts";
import type { Item, Session, SessionOptions } from "./session.ts";
import type { Asked } from "./sitting.ts";

/**
 * `count` takes the first so many of the shuffled questions; more than there are takes all. No question may be left:
 * then `items` is empty and the caller says so.
 */
export function startSession(quiz: Asked, options: SessionOptions): Session {
  const { seed, count, kind, concept, questions, inOrder } = options;
  const chosen = quiz.questions.filter((question) =>
    (kind === undefined || question.kind === kind) &&
    (concept === undefined || question.concepts.includes(concept)) &&
    (questions === undefined || questions.includes(question.id))
  );
  const ordered = inOrder && questions ? asListed(questions, chosen) : inOrderOf(seed, chosen);
  const items = ordered.slice(0, count).map((question) => newItem(seed, question));
  const { id, title, sitting } = quiz;
  return { quiz: { id, title }, seed, items, at: 0, ...(sitting ? { sitting } : {}) };
}

/**
 * Every question draws its place with a seed of its own, so that a question added to the quiz or taken out of it leaves
 * the others in their order: a session can be resumed after the file was edited.
 */
function inOrderOf(seed: number, questions: readonly Question[]): readonly Question[] {
  return questions
    .map((question) => ({ question, place: seeded(seedFor(seed, `place of ${question.id}`))() }))
    .sort((a, b) => a.place - b.place || (a.question.id < b.question.id ? -1 : 1))
    .map(({ question }) => question);
}

function asListed(ids: readonly string[], questions: readonly Question[]): readonly Question[] {
  return questions.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function newItem(seed: number, question: Question): Item {
  const shown = kindOf(question).shown(question, seeded(seedFor(seed, question.id)));
  return { question, shown, skipped: false, hintsShown: 0 };
}
