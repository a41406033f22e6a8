/** The question at hand in a graded session: its draft, and what of it is to be stored. */

import { same, type Text } from "../content/text.ts";
import type { Progress } from "../exam/attempt/attempt.ts";
import { answerStep } from "../exam/attempt/exam_items.ts";
import type { Step } from "../exam/attempt/journal.ts";
import type { Answer } from "../quiz/answer.ts";
import type { RawAnswer } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds.ts";
import { isRefused } from "../quiz/raw.ts";
import type { Item } from "../quiz/session.ts";
import { answerOfDraft, type Draft, draftHoldsText, missingIn, startDraft } from "./answering/table.ts";
import type { ExamOpening, ExamState } from "./exam_state.ts";
import type { QuizState } from "./quiz.ts";

/** As it is shown: with the draft that was left, or with the answer that is stored. */
export function questionState(
  { title, items }: Pick<ExamOpening, "title" | "items">,
  progress: Progress,
  at: number,
  drafts: ReadonlyMap<string, Draft>,
): QuizState {
  const all = items.map(({ question, shown }): Item => ({
    question,
    shown,
    skipped: false,
    hintsShown: Math.min(question.hints.length, progress.hints.get(question.id) ?? 0),
  }));
  const item = all[at] ?? nothing;
  const { question } = item;
  const answer = storedAnswer(question, progress.answers.get(question.id));
  const draft = drafts.get(question.id) ?? startDraft(answer ? { ...item, answer } : item);
  return {
    session: { quiz: { id: "", title }, seed: 0, items: all, at },
    draft,
    place: { kind: "exam" },
    sight: "top",
    told: {},
  };
}

/** Where there is nothing but labs. */
const nothing: Item = {
  question: {
    kind: "truefalse",
    id: "",
    concepts: [],
    prompt: same(""),
    explanation: same(""),
    points: 1,
    hints: [],
    answer: false,
  },
  shown: [],
  skipped: false,
  hintsShown: 0,
};

function storedAnswer(question: Item["question"], raw: RawAnswer | undefined): Answer | undefined {
  if (raw === undefined) return undefined;
  const parsed = kindOf(question).parse(question, raw);
  return isRefused(parsed) ? undefined : parsed;
}

export function itemAt({ quiz: { session } }: Pick<ExamState, "quiz">): Item {
  return session.items[session.at] as Item;
}

/** Also what is half done, where a half counts. */
function answerIn(draft: Draft): Answer | undefined {
  const answer = answerOfDraft(draft);
  if (answer || draft.kind !== "match" || Object.keys(draft.pairs).length === 0) return answer;
  return { kind: "match", pairs: draft.pairs };
}

/** Walking about changes a draft, and no answer. */
export function isChanged(before: Draft, after: Draft): boolean {
  return draftHoldsText(before) || draftHoldsText(after)
    ? before !== after
    : JSON.stringify(answerIn(before)) !== JSON.stringify(answerIn(after));
}

type Here = Pick<ExamState, "opening" | "quiz" | "progress" | "touched">;

/** Whether the answer is stored as it stands on the screen. */
export type Kept = "stored" | "changed" | "empty";

export function keptHere(state: Here): Kept {
  const stored = state.progress.answers.get(itemAt(state).question.id);
  if (storedNow(state).length > 0 || isUnreadable(state)) return "changed";
  return stored === undefined ? "empty" : "stored";
}

/** Something is written that is no answer. */
function isUnreadable({ quiz: { draft }, touched }: Pick<ExamState, "quiz" | "touched">): boolean {
  return touched && draftHoldsText(draft) && answerIn(draft) === undefined;
}

/** What leaving the question stores: a changed answer, or that there is none any more. */
export function storedNow({ opening, quiz, progress, touched }: Here): readonly Step[] {
  if (!touched) return [];
  const { question } = itemAt({ quiz });
  const stored = progress.answers.get(question.id);
  const answer = answerIn(quiz.draft);
  if (!answer) {
    return stored === undefined || draftHoldsText(quiz.draft) ? [] : [{ kind: "cleared", question: question.id }];
  }
  const raw = kindOf(question).raw(answer);
  const item = opening.items[quiz.session.at];
  return !item || JSON.stringify(raw) === JSON.stringify(stored) ? [] : [answerStep(item, raw)];
}

/** What is stored by itself while it is being written. What is being wiped out may be on its way to something else. */
export function heldSteps(state: ExamState): readonly Step[] {
  return storedNow(state).filter(({ kind }) => kind !== "cleared");
}

/** Enter is an answer, also where nothing was changed: an order may be right as it stands. */
export function missingHere({ quiz: { draft } }: ExamState): Text | undefined {
  return answerIn(draft) ? undefined : missingIn(draft);
}

/** What is no answer, and so is not stored, is still there when the student comes back. */
export function hereIn(state: ExamState): ExamState {
  const { question } = itemAt(state);
  const drafts = new Map(state.drafts);
  if (isUnreadable(state)) drafts.set(question.id, state.quiz.draft);
  else drafts.delete(question.id);
  return { ...state, drafts };
}
