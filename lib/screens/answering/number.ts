/** A number, typed, with its unit beside the field. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import type { Key } from "../key.ts";
import { edit, edited, type LineEditor } from "../line_editor.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { drawField } from "./field.ts";

export interface NumberDraft {
  readonly kind: "number";
  readonly question: QuestionOf<"number">;
  readonly editor: LineEditor;
}

export function startNumber(question: QuestionOf<"number">, answer?: AnswerOf<"number">): NumberDraft {
  return { kind: "number", question, editor: edited(answer?.typed ?? "") };
}

export function pressNumber(draft: NumberDraft, key: Key): NumberDraft | undefined {
  const editor = edit(draft.editor, key);
  return editor && { ...draft, editor };
}

export function answerNumber({ editor }: NumberDraft): AnswerOf<"number"> | undefined {
  return editor.text.trim() === "" ? undefined : { kind: "number", typed: editor.text };
}

export function drawNumber({ editor, question: { unit } }: NumberDraft, look: Look): Drawing {
  return drawField(editor, look, unit === undefined ? {} : { after: [span(` ${unit}`, "dim")] });
}
