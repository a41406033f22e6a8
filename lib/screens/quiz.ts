/** One question after another: asked, answered, explained. An answer is shown as right or wrong only once it is stored. */

import type { Text } from "../content/text.ts";
import type { Answer } from "../quiz/answer.ts";
import type { Session } from "../quiz/session.ts";
import { advance } from "../quiz/session_advance.ts";
import { summarize } from "../quiz/session_summary.ts";
import type { ItemId } from "../study/item.ts";
import { answerOfDraft, type Draft, missingIn, pressDraft, startDraft } from "./answering/table.ts";
import type { Happening } from "./effects.ts";
import { actionOf, type Key } from "./key.ts";
import type { View } from "./page.ts";
import { isSettled, quizBindings } from "./quiz_keys.ts";
import { type Around, aroundQuiz, quizLayout } from "./quiz_view.ts";
import { pageStep } from "./scroll.ts";
import { type Done, type Turn, turn, type Wish } from "./turn.ts";

/** Where the questions belong: a quiz, a task of a lab (not stored as a quiz), a review, or the past (nothing can be changed). */
export type Place =
  | { readonly kind: "quiz" }
  | { readonly kind: "task"; readonly lab: string; readonly task: string }
  /** One question of a review. */
  | { readonly kind: "review"; readonly item: ItemId; readonly cram: boolean }
  | { readonly kind: "past" };

/** `follow` keeps in sight what was last acted upon; a number is an offset chosen by paging. */
export type Sight = "top" | "answer" | "hint" | number;

/** `draft` belongs to the question at `session.at`. */
export interface QuizState {
  readonly session: Session;
  readonly draft: Draft;
  readonly place: Place;
  readonly sight: Sight;
  readonly note?: Text;
}

/** The session must have a question at its place; the caller shows the summary of one that is at its end. */
export function startQuiz(session: Session, place: Place): QuizState {
  const item = session.items[session.at];
  if (!item) throw new RangeError("a quiz screen needs a question");
  return { session, draft: startDraft(item), place, sight: item.answer ? "answer" : "top" };
}

/** `around`: what the screen shows above and below the question. */
export function updateQuiz(
  state: QuizState,
  key: Key,
  view: View,
  around: Around = aroundQuiz(state, view),
): Turn<QuizState> {
  const { session, place, draft } = state;
  const item = session.items[session.at];
  const pressed = item !== undefined && !isSettled(state) ? pressDraft(draft, key) : undefined;
  if (pressed) {
    const { note: _, ...rest } = state;
    return turn({ ...rest, draft: pressed, sight: "answer" });
  }
  switch (actionOf(quizBindings(state), key)) {
    case undefined:
      return turn(state);
    case "submit":
      return submitted(state);
    case "next":
      return movedTo(state, advance(session, { kind: "next" }));
    case "back":
      return movedTo(state, advance(session, { kind: "back" }));
    case "skip":
      // In a review who does not know it has forgotten it, and wants to see it.
      if (place.kind === "review") return stored(state, passedOver(session), forgetting(state, place));
      return stored(state, advance(session, { kind: "skip" }), item && skipping(state, item.question.id));
    case "hint":
      return stored(
        state,
        advance(session, { kind: "hint" }),
        item && hinting(state, item.question.id, item.hintsShown + 1),
      );
    case "page-up":
      return turn(paged(state, view, around, -1));
    case "page-down":
      return turn(paged(state, view, around, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

/** What was waiting for the store goes on. */
export function settleQuiz(state: QuizState, done: Done): Turn<QuizState> {
  switch (done.kind) {
    case "session":
      return movedTo(state, done.session);
    case "finished":
      return turn(state, { kind: "finished", session: done.session });
    case "hint":
    case "given-up":
      return turn(state);
  }
}

function submitted(state: QuizState): Turn<QuizState> {
  const { session, draft } = state;
  const item = session.items[session.at];
  const answer = answerOfDraft(draft);
  if (!item || !answer) return turn({ ...state, note: missingIn(draft) });
  const next = advance(session, { kind: "answer", answer });
  return stored(state, next, answering(state, item.question.id, answer, next));
}

function answering(state: QuizState, question: string, answer: Answer, next: Session): Happening | undefined {
  const { session, place } = state;
  const mark = next.items[next.at]?.mark;
  if (!mark) return undefined;
  const what = { question, answer, mark: { status: mark.status, fraction: mark.fraction } };
  if (place.kind === "quiz") return { kind: "quiz-answered", quiz: session.quiz.id, ...what };
  if (place.kind === "review") {
    const { question: _, ...answered } = what;
    return { kind: "review-answered", item: place.item, cram: place.cram, ...answered };
  }
  return place.kind === "task"
    ? { kind: "lab-question-answered", lab: place.lab, task: place.task, ...what }
    : undefined;
}

/** Still at its place: what was right can be read. */
function passedOver(session: Session): Session {
  return {
    ...session,
    items: session.items.map((item, index) => index === session.at ? { ...item, skipped: true } : item),
  };
}

function forgetting({ session }: QuizState, { item, cram }: Place & { kind: "review" }): Happening {
  const hints = session.items[session.at]?.hintsShown ?? 0;
  return { kind: "review-answered", item, cram, mark: { status: "skipped", fraction: 0 }, hints };
}

function skipping({ session, place }: QuizState, question: string): Happening | undefined {
  return place.kind === "quiz" ? { kind: "quiz-skipped", quiz: session.quiz.id, question } : undefined;
}

function hinting({ session, place }: QuizState, question: string, tier: number): Happening | undefined {
  return place.kind === "quiz" ? { kind: "quiz-hint", quiz: session.quiz.id, question, tier } : undefined;
}

/** First the store, then the picture; what is not stored is shown at once. */
function stored(state: QuizState, session: Session, what: Happening | undefined): Turn<QuizState> {
  return what ? turn(state, { kind: "record", what, done: { kind: "session", session } }) : movedTo(state, session);
}

/** The same question with more shown, another question, or the end. */
function movedTo(state: QuizState, session: Session): Turn<QuizState> {
  const { note: _, ...rest } = state;
  const item = session.items[session.at];
  if (!item) return turn(rest, finishing(state, session));
  const same = session.at === state.session.at;
  const settled = isSettled({ ...rest, session });
  const draft = same && !settled ? state.draft : startDraft(item);
  return turn({ ...rest, session, draft, sight: settled ? "answer" : same ? "hint" : "top" });
}

function finishing({ place }: QuizState, session: Session): Wish {
  if (place.kind !== "quiz") return { kind: "finished", session };
  const { score, max } = summarize(session);
  const what: Happening = { kind: "quiz-finished", quiz: session.quiz.id, score, max };
  return { kind: "record", what, done: { kind: "finished", session } };
}

function paged(state: QuizState, view: View, around: Around, pages: number): QuizState {
  const { offset, rows, body } = quizLayout(state, view, around);
  const last = Math.max(0, body.length - rows);
  return { ...state, sight: Math.max(0, Math.min(last, offset + pages * pageStep(rows))) };
}
