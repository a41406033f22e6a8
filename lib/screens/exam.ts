/** A graded session: questions without verdicts, an overview, and the end. Each step is stored before it is shown. */

import { progressAfter } from "../exam/attempt/attempt.ts";
import type { Step } from "../exam/attempt/journal.ts";
import { actionOf, type Key } from "./key.ts";
import { pressDraft } from "./answering/table.ts";
import { type ExamClock, warningAt } from "./exam_clock.ts";
import { overviewMove, type OverviewPage } from "./exam_overview.ts";
import { heldSteps, hereIn, isChanged, itemAt, missingHere, questionState, storedNow } from "./exam_question.ts";
import {
  examBindings,
  handInBindings,
  labsBindings,
  overBindings,
  overviewBindings,
  rulesBindings,
} from "./exam_keys.ts";
import { clockAt, type ExamPage, type ExamState } from "./exam_state.ts";
import { examQuestionLayout, labsLines, rulesLines } from "./exam_view.ts";
import { bodyRows, type View } from "./page.ts";
import { clamped, pageStep } from "./scroll.ts";
import type { QuizState } from "./quiz.ts";
import { type Done, type Turn, turn, type Wish } from "./turn.ts";

/** ms between two times that a draft is stored while it is being written. */
const keepingEvery = 10_000;

export function updateExam(before: ExamState, key: Key, view: View): Turn<ExamState> {
  const { warning: _, ...state } = before;
  switch (state.page.kind) {
    case "rules":
      return onRules(state, state.page.offset, key, view);
    case "question":
      return onQuestion(state, key, view);
    case "overview":
      return onOverview(state, state.page, key, view);
    case "labs":
      return onLabs(state, state.page.offset, key, view);
    case "hand-in":
      return onHandIn(state, key);
    case "over":
      return onOver(state, key);
  }
}

/** What was waiting for the store goes on, and time has gone on meanwhile. */
export function settleExam(now: ExamState, done: Done): Turn<ExamState> {
  if (done.kind !== "exam") return turn(now);
  const { steps, state, leave } = done;
  const progress = steps.reduce(progressAfter, now.progress);
  const next: ExamState = { ...state, clock: { ...state.clock, now: now.clock.now }, progress };
  if (leave) return turn(next, { kind: "leave" });
  if (!progress.finished) return turn(next);
  return turn({ ...next, page: { kind: "over" } }, { kind: "effect", effect: { kind: "hand-in" } });
}

/** The clock goes on: at its end what is there is stored and handed in; before, what is being written is kept now and then. */
export function tickedExam(before: ExamState, now: number): Turn<ExamState> {
  const clock: ExamClock = { ...before.clock, now };
  const warning = warningAt(before.clock, clock);
  const state: ExamState = { ...before, clock, ...(warning ? { warning } : {}) };
  const { clock: { end }, page, progress, triedAt } = state;
  if (page.kind === "rules" || page.kind === "over" || progress.finished) return turn(state);
  const over = end !== undefined && now >= end;
  if (now - triedAt < (over ? 1000 : keepingEvery)) return turn(state);
  const tried = { ...state, triedAt: now };
  const kept = page.kind === "question" ? heldSteps(state) : [];
  if (over) return journalled(tried, [...kept, { kind: "finished", by: "time" }], tried);
  return kept.length === 0 ? turn(tried) : journalled(tried, kept, tried);
}

function journalled(
  now: ExamState,
  steps: readonly Step[],
  state: ExamState,
  { leave = false }: { readonly leave?: boolean } = {},
): Turn<ExamState> {
  const done: Done = { kind: "exam", steps, state, ...(leave ? { leave } : {}) };
  return turn(now, { kind: "journal", steps, done });
}

function onRules(state: ExamState, offset: number, key: Key, view: View): Turn<ExamState> {
  const rows = bodyRows(view.size, 1);
  const scrolled = (by: number) =>
    turn<ExamState>({
      ...state,
      page: { kind: "rules", offset: clamped(offset + by, rows, rulesLines(state, view).length) },
    });
  switch (actionOf(rulesBindings, key)) {
    case undefined:
      return turn(state);
    case "begin":
      return begun({ ...state, clock: clockAt(state.opening.window, state.clock.now, state.clock.now) });
    case "leave":
      return turn(state, { kind: "leave" });
    case "up":
      return scrolled(-1);
    case "down":
      return scrolled(1);
    case "page-up":
      return scrolled(-pageStep(rows));
    case "page-down":
      return scrolled(pageStep(rows));
  }
}

/** Where the work is: at the first question, or at the labs where there are none. */
function begun(state: ExamState): Turn<ExamState> {
  if (state.opening.items.length > 0) return movedTo(state, 0);
  return journalled(state, [], { ...state, page: { kind: "labs", offset: 0 } });
}

function onLabs(state: ExamState, offset: number, key: Key, view: View): Turn<ExamState> {
  const rows = bodyRows(view.size, 1);
  const scrolled = (by: number) => {
    const next = clamped(offset + by, rows, labsLines(state, view).length);
    return turn<ExamState>({ ...state, page: { kind: "labs", offset: next } });
  };
  switch (actionOf(labsBindings(state), key)) {
    case undefined:
      return turn(state);
    case "back":
      return turn({ ...state, page: { kind: "question" } });
    case "overview":
      return turn({ ...state, page: { kind: "overview", at: state.quiz.session.at, offset: 0 } });
    case "hand-in":
      return turn({ ...state, page: { kind: "hand-in" } });
    case "leave":
      return turn(state, { kind: "leave" });
    case "up":
      return scrolled(-1);
    case "down":
      return scrolled(1);
    case "page-up":
      return scrolled(-pageStep(rows));
    case "page-down":
      return scrolled(pageStep(rows));
  }
}

function onQuestion(state: ExamState, key: Key, view: View): Turn<ExamState> {
  const { quiz } = state;
  const pressed = pressDraft(quiz.draft, key);
  if (pressed) {
    const touched = state.touched || isChanged(quiz.draft, pressed);
    const { note: _, ...rest } = quiz;
    return turn({ ...state, touched, quiz: { ...rest, draft: pressed, sight: "answer" } });
  }
  const { at } = quiz.session;
  switch (actionOf(examBindings(state), key)) {
    case undefined:
      return turn(state);
    case "keep":
      return submitted(state);
    case "next":
      return movedTo(state, Math.min(quiz.session.items.length - 1, at + 1));
    case "back":
      return movedTo(state, Math.max(0, at - 1));
    case "flag": {
      const question = itemAt(state).question.id;
      const on = !state.progress.flags.has(question);
      return journalled(state, [{ kind: "flagged", question, on }], state);
    }
    case "hint": {
      const { question: { id }, hintsShown } = itemAt(state);
      const items = quiz.session.items.map((item, index) =>
        index === at ? { ...item, hintsShown: hintsShown + 1 } : item
      );
      const shown: QuizState = { ...quiz, session: { ...quiz.session, items }, sight: "hint" };
      return journalled(state, [{ kind: "hinted", question: id, tier: hintsShown + 1 }], { ...state, quiz: shown });
    }
    case "overview":
      return toPage(state, { kind: "overview", at, offset: 0 });
    case "labs":
      return toPage(state, { kind: "labs", offset: 0 });
    case "leave":
      return journalled(state, storedNow(state), hereIn(state), { leave: true });
    case "page-up":
      return turn({ ...state, quiz: paged(state, view, -1) });
    case "page-down":
      return turn({ ...state, quiz: paged(state, view, 1) });
  }
}

/** Enter stores and goes on; behind the last question there is the overview. */
function submitted(state: ExamState): Turn<ExamState> {
  const { quiz } = state;
  const missing = missingHere(state);
  if (missing) return turn({ ...state, quiz: { ...quiz, note: { text: missing, style: "warn" } } });
  const { at, items } = quiz.session;
  const answered: ExamState = { ...state, touched: true };
  return at < items.length - 1 ? movedTo(answered, at + 1) : toPage(answered, { kind: "overview", at, offset: 0 });
}

/** To another question, with what was answered here stored. */
function movedTo(state: ExamState, at: number): Turn<ExamState> {
  const target = state.opening.items[at];
  if (!target) return turn(state);
  const kept = state.page.kind === "question" ? storedNow(state) : [];
  if (state.page.kind === "question" && at === state.quiz.session.at) {
    return kept.length === 0 ? turn(state) : journalled(state, kept, state);
  }
  const { away: _, ...left } = hereIn(state);
  const progress = kept.reduce(progressAfter, state.progress);
  const next: ExamState = {
    ...left,
    page: { kind: "question" },
    quiz: questionState(state.opening, progress, at, left.drafts),
    touched: false,
  };
  return journalled(state, [...kept, { kind: "shown", question: target.question.id }], next);
}

function toPage(state: ExamState, page: ExamPage): Turn<ExamState> {
  const kept = storedNow(state);
  const { away: _, ...here } = hereIn(state);
  const next: ExamState = { ...here, page };
  return kept.length === 0 ? turn(next) : journalled(state, kept, next);
}

function onOverview(state: ExamState, page: OverviewPage, key: Key, view: View): Turn<ExamState> {
  const action = actionOf(overviewBindings(state), key);
  switch (action) {
    case undefined:
      return turn(state);
    case "go":
      return movedTo(state, page.at);
    case "back":
      return turn({ ...state, page: { kind: "question" } });
    case "hand-in":
      return turn({ ...state, page: { kind: "hand-in" } });
    case "labs":
      return turn({ ...state, page: { kind: "labs", offset: 0 } });
    case "leave":
      return turn(state, { kind: "leave" });
    default:
      return turn({ ...state, page: overviewMove(state, page, action, view) });
  }
}

function onHandIn(state: ExamState, key: Key): Turn<ExamState> {
  switch (actionOf(handInBindings, key)) {
    case undefined:
      return turn(state);
    case "yes":
      return journalled(state, [{ kind: "finished", by: "student" }], state);
    case "no":
      return turn({ ...state, page: overviewOrLabs(state) });
  }
}

function overviewOrLabs({ opening: { items }, quiz }: ExamState): ExamPage {
  return items.length === 0 ? { kind: "labs", offset: 0 } : { kind: "overview", at: quiz.session.at, offset: 0 };
}

function onOver(state: ExamState, key: Key): Turn<ExamState> {
  const write: Wish = { kind: "effect", effect: { kind: "hand-in" } };
  switch (actionOf(overBindings(state), key)) {
    case undefined:
      return turn(state);
    case "leave":
      return turn(state, { kind: "leave" });
    case "write":
      return turn(state, write);
  }
}

function paged(state: ExamState, view: View, pages: number): QuizState {
  const { offset, rows, total } = examQuestionLayout(state, view);
  return { ...state.quiz, sight: Math.max(0, Math.min(Math.max(0, total - rows), offset + pages * pageStep(rows))) };
}
