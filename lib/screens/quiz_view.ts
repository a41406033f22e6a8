/** The picture of a question: title and score, prompt, what is answered, hints, and the explanation once it is answered. */

import { appBindings } from "./app_keys.ts";
import type { Frame } from "./frame.ts";
import type { Binding } from "./key.ts";
import { page, type View } from "./page.ts";
import type { QuizState } from "./quiz.ts";
import { quizHelp, quizTypes } from "./quiz_keys.ts";
import { type Around, aroundQuiz, quizLayout } from "./quiz_layout.ts";

export function viewQuiz(state: QuizState, view: View): Frame {
  const bindings = [...quizHelp(state), ...appBindings(quizTypes(state))];
  return viewQuestion(state, view, aroundQuiz(state, view), bindings);
}

/** Also for other screens that ask questions: `around` and the keys are theirs. */
export function viewQuestion(
  state: QuizState,
  view: View,
  around: Around,
  bindings: readonly Binding<unknown>[],
): Frame {
  const { header, body, notes, offset, scrolled, place, cursor } = quizLayout(state, view, around);
  const inBody = cursor?.in === "body" ? { cursor: { row: cursor.row, column: cursor.column } } : {};
  const frame = page({ header, body, notes, offset: scrolled ? 0 : offset, place, bindings, ...inBody }, view);
  if (cursor?.in !== "notes") return frame;
  // The keys are the last line.
  const row = frame.lines.length - 1 - notes.length + cursor.row;
  return { lines: frame.lines, cursor: { row, column: cursor.column } };
}
