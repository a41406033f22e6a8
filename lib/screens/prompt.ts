/** The docker prompt of a lab: the line that is typed, what was typed before, and what commands have written. */

import type { Text } from "../content/text.ts";
import { type Candidate, commonStart, type Completion } from "../quiz/command/completion/complete.ts";
import type { Names, Source } from "../quiz/command/completion/names.ts";
import { beforeCursor, edited, type LineEditor } from "./line_editor.ts";
import { noOutput, type Output } from "./prompt_output.ts";

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

/** `seconds` since it began; `stops` counts how often it was asked to end. */
export interface Running {
  readonly id: number;
  readonly line: string;
  readonly seconds: number;
  readonly stops: number;
}

/** `fresh` are the names that nothing has happened to since they were asked for. `back` counts lines from the newest. */
export interface PromptState {
  readonly open: boolean;
  readonly editor: LineEditor;
  /** Oldest first; undefined until it was read. */
  readonly history?: readonly string[];
  readonly recall?: Recall;
  readonly names: Names;
  readonly fresh: readonly Source[];
  readonly menu?: Menu;
  /** A tab that waits for names, at this line. */
  readonly waiting?: LineEditor;
  readonly output: Output;
  readonly shows: "output" | "task";
  readonly back: number;
  readonly running?: Running;
  /** Commands so far. */
  readonly count: number;
  /** Said once, above the line. */
  readonly said?: Text;
}

/** With this each line begins. */
export const lineStart = "docker ";

export const closedPrompt: PromptState = {
  open: false,
  editor: edited(lineStart),
  names: {},
  fresh: [],
  output: noOutput,
  shows: "output",
  back: 0,
  count: 0,
};

/** Nothing but what the line begins with by itself. */
export function holdsNothing({ text }: LineEditor): boolean {
  return text.trim() === "" || text.trim() === lineStart.trim();
}

/** The next older (1) or newer (-1) line that begins with what was typed, or holds it; without one nothing changes. */
export function recalled(panel: PromptState, by: 1 | -1, anywhere: boolean): PromptState {
  const { history = [] } = panel;
  const recall = panel.recall ?? { typed: panel.editor, anywhere, at: 0 };
  const sought = holdsNothing(recall.typed) ? "" : recall.typed.text.trimStart();
  const fits = (line: string) => recall.anywhere ? line.includes(sought.trim()) : line.startsWith(sought);
  for (let at = recall.at + by; at > 0 && at <= history.length; at += by) {
    const line = history.at(-at) ?? "";
    if (fits(line) && line !== panel.editor.text) {
      return { ...panel, editor: edited(line), recall: { ...recall, at } };
    }
  }
  if (by === 1) return panel;
  const { recall: _, ...rest } = panel;
  return panel.recall ? { ...rest, editor: recall.typed } : panel;
}

/** Puts `word` in place of the text from `from` (UTF-16 units) to the cursor, and the cursor behind it. */
export function replaced(editor: LineEditor, from: number, word: string): LineEditor {
  const typed = beforeCursor(editor);
  const after = editor.text.slice(typed.length);
  const before = edited(typed.slice(0, from) + word);
  // Where a blank stands already, the one behind the word is too much.
  const line = before.text + (before.text.endsWith(" ") && after.startsWith(" ") ? after.slice(1) : after);
  return { ...edited(line), at: before.at };
}

/** What a tab makes of the line: the only candidate, what they have in common, or the list of them. */
export function completed(before: PromptState, completion: Completion): PromptState {
  const { waiting: _, menu: __, ...panel } = before;
  const { candidates, from } = completion;
  const [first] = candidates;
  if (!first) return { ...panel, said: nothingFits };
  if (candidates.length === 1) return { ...panel, editor: replaced(panel.editor, from, first.text) };
  const common = commonStart(candidates);
  const typed = beforeCursor(panel.editor).length - from;
  const line = common.length > typed ? replaced(panel.editor, from, common) : panel.editor;
  return { ...panel, editor: line, menu: { candidates, from, line } };
}

/** The candidate after (1) or before (-1) the one that stands in the line. */
export function cycled(panel: PromptState, menu: Menu, by: 1 | -1): PromptState {
  const { candidates, from, line, chosen } = menu;
  const count = candidates.length;
  const next = chosen === undefined ? (by === 1 ? 0 : count - 1) : (chosen + by + count) % count;
  const word = candidates[next]?.text.trimEnd() ?? "";
  return { ...panel, editor: replaced(line, from, word), menu: { ...menu, chosen: next } };
}

const nothingFits: Text = { es: "Nada completa lo que has escrito", en: "Nothing completes what you typed" };
