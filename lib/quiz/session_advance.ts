/** One step of a session: an action in, the next state out. */

import type { Answer } from "./answer.ts";
import { grade } from "./grade.ts";
import type { Item, Session, SessionAction } from "./session.ts";

/**
 * What cannot be done changes nothing: an answered question is not answered again, skipped or given hints, and nobody
 * goes beyond either end. Answering stays at the question, to show the feedback; skipping goes on to the next one.
 * `next` passes an unanswered question without marking it; the summary counts it as skipped all the same.
 */
export function advance(session: Session, action: SessionAction): Session {
  const item = session.items[session.at];
  switch (action.kind) {
    case "answer":
      return item && !item.answer ? replaced(session, answered(item, action.answer)) : session;
    case "skip":
      return item && !item.answer ? moved(replaced(session, { ...item, skipped: true }), 1) : session;
    case "hint":
      return item && !item.answer && item.hintsShown < item.question.hints.length
        ? replaced(session, { ...item, hintsShown: item.hintsShown + 1 })
        : session;
    case "next":
      return moved(session, 1);
    case "back":
      return moved(session, -1);
  }
}

/** The item with its answer and mark; no longer skipped. */
export function answered(item: Item, answer: Answer): Item {
  return { ...item, answer, mark: grade(item.question, answer), skipped: false };
}

function replaced(session: Session, item: Item): Session {
  return { ...session, items: session.items.map((one, index) => index === session.at ? item : one) };
}

function moved(session: Session, by: number): Session {
  const at = Math.min(session.items.length, Math.max(0, session.at + by));
  return at === session.at ? session : { ...session, at };
}
