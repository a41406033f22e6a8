/** A word or a few, typed. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import type { Key } from "../key.ts";
import { edit, edited, type LineEditor } from "../line_editor.ts";
import type { Drawing, Look } from "./drawing.ts";
import { drawField } from "./field.ts";

export interface TextDraft {
  readonly kind: "text";
  readonly question: QuestionOf<"text">;
  readonly editor: LineEditor;
}

export function startText(question: QuestionOf<"text">, answer?: AnswerOf<"text">): TextDraft {
  return { kind: "text", question, editor: edited(answer?.typed ?? "") };
}

export function pressText(draft: TextDraft, key: Key): TextDraft | undefined {
  const editor = edit(draft.editor, key);
  return editor && { ...draft, editor };
}

export function answerText({ editor }: TextDraft): AnswerOf<"text"> | undefined {
  return editor.text.trim() === "" ? undefined : { kind: "text", typed: editor.text };
}

export function drawText({ editor }: TextDraft, look: Look): Drawing {
  return drawField(editor, look);
}
