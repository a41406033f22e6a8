/** Rebuilds a session from what was stored of it, and answers one all at once. */

import type { Question } from "../content/schema/question.ts";
import type { Answer } from "./answer.ts";
import { kindOf } from "./kinds.ts";
import { isRefused } from "./raw.ts";
import type { Item, Session, SessionOptions } from "./session.ts";
import { answered } from "./session_advance.ts";
import { startSession } from "./session_start.ts";
import type { Asked } from "./sitting.ts";

/** Question id → what happened to it. */
export interface StoredSession {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly skipped?: ReadonlySet<string>;
  /** How many hints were shown. */
  readonly hints?: ReadonlyMap<string, number>;
}

/**
 * The session as it was left, at the first question that is neither answered nor skipped. Answers are graded again with
 * the quiz as it is now. What no longer fits is dropped: a question that is gone, an answer that names a choice that is gone.
 */
export function resumeSession(quiz: Asked, options: SessionOptions, stored: StoredSession): Session {
  const fresh = startSession(quiz, options);
  const items = fresh.items.map((item) => restored(item, stored));
  const open = items.findIndex((item) => !item.answer && !item.skipped);
  return { ...fresh, items, at: open < 0 ? items.length : open };
}

/** Every question that has an answer is answered, the others are skipped; the session is at its end. */
export function answerAll(session: Session, answers: ReadonlyMap<string, Answer>): Session {
  const items = session.items.map((item) => {
    const answer = answers.get(item.question.id);
    if (item.answer) return item;
    return answer ? answered(item, answer) : { ...item, skipped: true };
  });
  return { ...session, items, at: items.length };
}

/** Whether an answer that was given once can still be an answer to this question. */
export function stillFits(question: Question, answer: Answer): boolean {
  if (question.kind !== answer.kind) return false;
  const kind = kindOf(question);
  return !isRefused(kind.parse(question, kind.raw(answer)));
}

function restored(item: Item, stored: StoredSession): Item {
  const { question } = item;
  const answer = stored.answers.get(question.id);
  const hintsShown = Math.min(question.hints.length, stored.hints?.get(question.id) ?? 0);
  if (answer && stillFits(question, answer)) return answered({ ...item, hintsShown }, answer);
  return { ...item, hintsShown, skipped: stored.skipped?.has(question.id) ?? false };
}
