/** A command that is typed as in a shell: what was typed before comes back, tab completes. The docker prompt and questions share it. */

import type { Text } from "../content/text.ts";
import { type Candidate, commonStart, type Completion } from "../quiz/command/completion/complete.ts";
import type { Binding } from "./key.ts";
import { beforeCursor, edited, type LineEditor, rewritten } from "./line_editor.ts";

/** Walking through what was typed before: `typed` is what stood there, `at` counts back from the newest, which is 1. */
export interface Recall {
  readonly typed: LineEditor;
  readonly anywhere: boolean;
  readonly at: number;
}

/** Candidates in sight; `chosen` is the one that stands in the line. `line` is the line that they belong to. */
export interface Menu {
  readonly candidates: readonly Candidate[];
  readonly from: number;
  readonly line: LineEditor;
  readonly chosen?: number;
}

export interface CommandLine {
  readonly editor: LineEditor;
  /** Oldest first; undefined until it was read. */
  readonly history?: readonly string[];
  readonly recall?: Recall;
  readonly menu?: Menu;
  /** Said once, above the line. */
  readonly said?: Text;
}

/** Keys that are the same wherever a command is typed. */
export const lookingBack: readonly Binding<"search" | "complete-back">[] = [
  {
    keys: ["ctrl-r"],
    help: { es: "orden anterior que contiene lo escrito", en: "earlier command that holds what is typed" },
    action: "search",
    quiet: true,
  },
  {
    keys: ["shift-tab"],
    help: { es: "propuesta anterior", en: "candidate before" },
    action: "complete-back",
    quiet: true,
  },
];

/** With this each line of the docker prompt begins. */
export const lineStart = "docker ";

/** Nothing but what the line begins with by itself. */
export function holdsNothing({ text }: LineEditor): boolean {
  return text.trim() === "" || text.trim() === lineStart.trim();
}

/** The line without what it says only until the next key. */
export function without<Line extends CommandLine>(
  line: Line,
  ...passing: readonly ("recall" | "menu" | "said")[]
): Line {
  // All three may be missing in every line.
  return Object.fromEntries(Object.entries(line).filter(([name]) => !passing.some((one) => one === name))) as
    & Line
    & CommandLine;
}

/** The next older (1) or newer (-1) line that begins with what was typed, or holds it; without one nothing changes. */
export function recalled<Line extends CommandLine>(line: Line, by: 1 | -1, anywhere: boolean): Line {
  const { history = [] } = line;
  const recall = line.recall ?? { typed: line.editor, anywhere, at: 0 };
  const sought = holdsNothing(recall.typed) ? "" : recall.typed.text.trimStart();
  const fits = (text: string) => recall.anywhere ? text.includes(sought.trim()) : text.startsWith(sought);
  for (let at = recall.at + by; at > 0 && at <= history.length; at += by) {
    const text = history.at(-at) ?? "";
    if (fits(text) && text !== line.editor.text) {
      return { ...line, editor: rewritten(recall.typed, text), recall: { ...recall, at } };
    }
  }
  return by === 1 || !line.recall ? line : { ...without(line, "recall"), editor: recall.typed };
}

/** Puts `word` in place of the text from `from` (UTF-16 units) to the cursor, and the cursor behind it. */
export function replaced(editor: LineEditor, from: number, word: string): LineEditor {
  const typed = beforeCursor(editor);
  const after = editor.text.slice(typed.length);
  const before = edited(typed.slice(0, from) + word);
  // Where a blank stands already, the one behind the word is too much.
  const line = before.text + (before.text.endsWith(" ") && after.startsWith(" ") ? after.slice(1) : after);
  return rewritten(editor, line, before.at);
}

/** What a tab makes of the line: the only candidate, what they have in common, or the list of them. */
export function completed<Line extends CommandLine>(before: Line, { candidates, from }: Completion): Line {
  const line = without(before, "menu");
  const [first] = candidates;
  if (!first) return { ...line, said: nothingFits };
  if (candidates.length === 1) return { ...line, editor: replaced(line.editor, from, first.text) };
  const common = commonStart(candidates);
  const typed = beforeCursor(line.editor).length - from;
  const editor = common.length > typed ? replaced(line.editor, from, common) : line.editor;
  return { ...line, editor, menu: { candidates, from, line: editor } };
}

/** The candidate after (1) or before (-1) the one that stands in the line. */
export function cycled<Line extends CommandLine>(before: Line, menu: Menu, by: 1 | -1): Line {
  const { candidates, from, line, chosen } = menu;
  const count = candidates.length;
  const next = chosen === undefined ? (by === 1 ? 0 : count - 1) : (chosen + by + count) % count;
  const word = candidates[next]?.text.trimEnd() ?? "";
  return { ...before, editor: replaced(line, from, word), menu: { ...menu, chosen: next } };
}

const nothingFits: Text = { es: "Nada completa lo que has escrito", en: "Nothing completes what you typed" };
