/** A number, typed, with its unit beside the field. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { Text } from "../../content/text.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { readNumber } from "../../quiz/typed_number.ts";
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

/** What cannot be read as a number is a slip of the fingers: it is not handed in. */
export function answerNumber(draft: NumberDraft): AnswerOf<"number"> | undefined {
  const { text } = draft.editor;
  return text.trim() === "" || unreadable(draft) ? undefined : { kind: "number", typed: text };
}

/** What is wrong with what was typed; nothing where nothing was. */
export function unreadable({ editor: { text }, question: { unit } }: NumberDraft): Text | undefined {
  const read = readNumber(text, unit);
  return text.trim() !== "" && read.kind === "problem" ? read.what : undefined;
}

export function drawNumber({ editor, question: { unit } }: NumberDraft, look: Look): Drawing {
  return drawField(editor, look, unit === undefined ? {} : { after: [span(` ${unit[look.lang]}`, "dim")] });
}
