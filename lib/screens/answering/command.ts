/** A command line, typed after a prompt as in a shell: what was typed before comes back, tab completes. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { complete } from "../../quiz/command/completion/complete.ts";
import { type CommandLine, completed, cycled, lookingBack, recalled, without } from "../command_line.ts";
import type { Line } from "../frame.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { beforeCursor, edit, edited } from "../line_editor.ts";
import { inlineMarkdown } from "../markdown.ts";
import { menuLines } from "../menu_lines.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { drawField } from "./field.ts";

export interface CommandDraft extends CommandLine {
  readonly kind: "command";
  readonly question: QuestionOf<"command">;
}

export const commandBindings: readonly Binding<
  "complete" | "complete-back" | "older" | "newer" | "search" | "close"
>[] = [
  { keys: ["tab"], help: { es: "completar", en: "complete" }, action: "complete" },
  {
    keys: ["up"],
    help: { es: "orden anterior que empieza así", en: "earlier command that begins so" },
    action: "older",
    quiet: true,
  },
  { keys: ["down"], help: { es: "orden siguiente", en: "next command" }, action: "newer", quiet: true },
  ...lookingBack,
  { keys: ["escape"], help: { es: "quitar las propuestas", en: "hide the candidates" }, action: "close", quiet: true },
];

export function startCommand(question: QuestionOf<"command">, answer?: AnswerOf<"command">): CommandDraft {
  return { kind: "command", question, editor: edited(answer?.typed ?? "") };
}

/** Only words of docker's own are proposed: what is on the engine has nothing to do with a question. */
export function pressCommand(
  before: CommandDraft,
  key: Key,
  earlier: () => readonly string[],
): CommandDraft | undefined {
  const { menu } = before;
  const action = actionOf(commandBindings, key);
  const draft = without(before, "said");
  switch (action) {
    case "complete":
      if (menu) return cycled(draft, menu, 1);
      return completed(without(draft, "recall"), complete(beforeCursor(draft.editor), {}));
    case "complete-back":
      return menu && cycled(draft, menu, -1);
    case "older":
      return recalled({ ...without(draft, "menu"), history: earlier() }, 1, false);
    case "newer":
      return recalled({ ...without(draft, "menu"), history: earlier() }, -1, false);
    case "search":
      return recalled({ ...without(draft, "menu"), history: earlier() }, 1, true);
    case "close":
      return menu && without(draft, "menu");
    case undefined: {
      const editor = edit(draft.editor, key);
      return editor && { ...without(draft, "menu", "recall"), editor };
    }
  }
}

export function answerCommand({ editor }: CommandDraft): AnswerOf<"command"> | undefined {
  return editor.text.trim() === "" ? undefined : { kind: "command", typed: editor.text };
}

/** Candidates stand below, so that the line stays where it is. */
export function drawCommand({ editor, menu, said }: CommandDraft, look: Look): Drawing {
  const drawn = drawField(editor, look, { before: [span("$ ", "accent")] });
  if (look.answered) return drawn;
  const below: readonly Line[] = menu
    ? menuLines(menu, look.width, 2)
    : said
    ? [[...inlineMarkdown(said[look.lang], "dim")]]
    : [];
  return { ...drawn, lines: [...drawn.lines, ...below], focus: { from: 0, to: drawn.lines.length + below.length - 1 } };
}
