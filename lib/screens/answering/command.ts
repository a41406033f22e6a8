/** A command line, typed after a prompt as in a shell. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import type { Key } from "../key.ts";
import { edit, edited, type LineEditor } from "../line_editor.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { drawField } from "./field.ts";

export interface CommandDraft {
  readonly kind: "command";
  readonly question: QuestionOf<"command">;
  readonly editor: LineEditor;
}

export function startCommand(question: QuestionOf<"command">, answer?: AnswerOf<"command">): CommandDraft {
  return { kind: "command", question, editor: edited(answer?.typed ?? "") };
}

export function pressCommand(draft: CommandDraft, key: Key): CommandDraft | undefined {
  const editor = edit(draft.editor, key);
  return editor && { ...draft, editor };
}

export function answerCommand({ editor }: CommandDraft): AnswerOf<"command"> | undefined {
  return editor.text.trim() === "" ? undefined : { kind: "command", typed: editor.text };
}

export function drawCommand({ editor }: CommandDraft, look: Look): Drawing {
  return drawField(editor, look, { before: [span("$ ", "accent")] });
}
