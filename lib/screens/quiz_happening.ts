/** What happens in a quiz, in the words in which it is stored. */

import type { Answer } from "../quiz/answer.ts";
import type { Session } from "../quiz/session.ts";
import { type ItemId, itemId } from "../study/item.ts";
import type { Happening } from "./effects.ts";
import type { QuizState } from "./quiz.ts";
import { toldOf } from "./told.ts";

/** What of its own the question at the session's place is: it can be flagged, and reviewed one day. */
export function itemAt({ session, place }: Pick<QuizState, "session" | "place">): ItemId | undefined {
  const question = session.items[session.at]?.question.id;
  if (question === undefined) return undefined;
  switch (place.kind) {
    case "quiz":
    case "past":
      return itemId({ kind: "quiz", quiz: session.quiz.id, question });
    case "task":
      return itemId({ kind: "lab", lab: place.lab, task: place.task, question });
    case "review":
      return place.item;
    case "exam":
      return undefined;
  }
}

/** `next` is the session with the answer. */
export function answering(state: QuizState, question: string, answer: Answer, next: Session): Happening | undefined {
  const { session, place, told } = state;
  const item = session.items[session.at];
  const mark = next.items[next.at]?.mark;
  if (!mark || !item) return undefined;
  const how = { answer, mark: { status: mark.status, fraction: mark.fraction }, ...toldOf(item, told[question]) };
  switch (place.kind) {
    case "quiz":
      return { kind: "quiz-answered", quiz: session.quiz.id, question, ...how };
    case "task":
      return { kind: "lab-question-answered", lab: place.lab, task: place.task, question, ...how };
    case "review":
      return { kind: "review-answered", item: place.item, cram: place.cram, ...how };
    case "past":
    case "exam":
      return undefined;
  }
}

/** In a review who does not know it has forgotten it; elsewhere only a quiz remembers. */
export function skipping({ session, place }: QuizState): Happening | undefined {
  const item = session.items[session.at];
  if (!item) return undefined;
  if (place.kind === "quiz") return { kind: "quiz-skipped", quiz: session.quiz.id, question: item.question.id };
  if (place.kind !== "review") return undefined;
  const mark = { status: "skipped", fraction: 0 } as const;
  return { kind: "review-answered", item: place.item, cram: place.cram, mark, ...toldOf(item, undefined) };
}

export function hinting({ session, place }: QuizState): Happening | undefined {
  const item = session.items[session.at];
  if (!item || place.kind !== "quiz") return undefined;
  return { kind: "quiz-hint", quiz: session.quiz.id, question: item.question.id, tier: item.hintsShown + 1 };
}
