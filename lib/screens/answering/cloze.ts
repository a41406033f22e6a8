/** A text with blanks that are filled where they stand. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { blankNames } from "../../quiz/kinds/cloze.ts";
import type { Line, Span } from "../frame.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { edit, edited, inSight, type LineEditor } from "../line_editor.ts";
import { markdown } from "../markdown.ts";
import { pad, span, widthOf } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";

/** `names[k]` is filled by `editors[k]`; `at` is the blank that is typed into. */
export interface ClozeDraft {
  readonly kind: "cloze";
  readonly question: QuestionOf<"cloze">;
  readonly names: readonly string[];
  readonly editors: readonly LineEditor[];
  readonly at: number;
}

export const clozeBindings: readonly Binding<"next" | "before" | "enter">[] = [
  { keys: ["tab", "down"], help: { es: "hueco siguiente", en: "next blank" }, action: "next" },
  { keys: ["shift-tab", "up"], help: { es: "hueco anterior", en: "blank before" }, action: "before", quiet: true },
];

export function startCloze(question: QuestionOf<"cloze">, answer?: AnswerOf<"cloze">): ClozeDraft {
  const names = blankNames(question);
  return { kind: "cloze", question, names, editors: names.map((name) => edited(answer?.blanks[name] ?? "")), at: 0 };
}

/** Enter goes to the next empty blank as long as there is one. */
export function pressCloze(draft: ClozeDraft, key: Key): ClozeDraft | undefined {
  const { editors, at } = draft;
  const count = editors.length;
  switch (actionOf(clozeBindings, key)) {
    case "next":
      return { ...draft, at: (at + 1) % count };
    case "before":
      return { ...draft, at: (at + count - 1) % count };
  }
  if (key.kind === "key" && key.name === "enter" && editors[at]?.text.trim() !== "") {
    const empty = Array.from({ length: count }, (_, step) => (at + step) % count).find((blank) =>
      editors[blank]?.text.trim() === ""
    );
    return empty === undefined ? undefined : { ...draft, at: empty };
  }
  const editor = editors[at];
  const changed = editor && edit(editor, key);
  return changed && { ...draft, editors: editors.map((other, index) => index === at ? changed : other) };
}

/** A blank may stay empty; all of them may not. */
export function answerCloze({ names, editors }: ClozeDraft): AnswerOf<"cloze"> | undefined {
  const filled = names.flatMap((name, index): [string, string][] => {
    const typed = editors[index]?.text ?? "";
    return typed.trim() === "" ? [] : [[name, typed]];
  });
  return filled.length === 0 ? undefined : { kind: "cloze", blanks: Object.fromEntries(filled) };
}

/** Blanks travel through the layout as runs of one private character each, as wide as what is drawn in their place. */
const firstPrivate = 0xe000;
const blankMark = /\{\{\s*([a-z0-9-]+)\s*\}\}/g;

export function drawCloze({ question, names, editors, at }: ClozeDraft, { lang, width, answered }: Look): Drawing {
  const widths = editors.map(({ text }) => {
    const wanted = answered && text !== "" ? widthOf(text) : Math.max(6, widthOf(text) + 1);
    return Math.max(1, Math.min(wanted, width - 6));
  });
  const source = question.text[lang].replace(/[\ue000-\uf8ff]/g, "").replace(blankMark, (mark, name: string) => {
    const index = names.indexOf(name);
    return index < 0 ? mark : String.fromCharCode(firstPrivate + index).repeat(widths[index] ?? 1);
  });
  let cursor: Drawing["cursor"];
  const filled = (run: string, left: number, row: number): Span => {
    const index = run.charCodeAt(0) - firstPrivate;
    const editor = editors[index] ?? edited("");
    const here = index === at && !answered;
    const { text, column } = inSight(here ? editor : { text: editor.text, at: 0 }, run.length);
    if (here && cursor === undefined) cursor = { row, column: left + column };
    return span(
      pad(text, run.length).replace(/ +$/, (blanks) => "_".repeat(blanks.length)),
      here ? "selected" : "code",
    );
  };
  const lines = markdown(source, width).map((line, row) => {
    let left = 0;
    return line.flatMap(({ text, style }): Line =>
      text.split(/([\ue000-\uf8ff]+)/).filter((part) => part !== "").flatMap((part) =>
        runsOf(part).map((run) => {
          const drawn = /[\ue000-\uf8ff]/.test(run) ? filled(run, left, row) : span(run, style);
          left += widthOf(drawn.text);
          return drawn;
        })
      )
    );
  });
  return cursor === undefined ? { lines } : { lines, cursor, focus: { from: cursor.row, to: cursor.row } };
}

/** Two blanks side by side are two runs. */
function runsOf(part: string): readonly string[] {
  return /[\ue000-\uf8ff]/.test(part) ? part.match(/(.)\1*/gsu) ?? [] : [part];
}
