/** One line of typed text with a cursor: keys in, text out. A letter with its marks is one step. */

import { cleanLine } from "./clean.ts";
import { type Key, keyName } from "./key.ts";
import { graphemes, widthOf } from "./width.ts";

/** `at` counts graphemes before the cursor. */
export interface LineEditor {
  readonly text: string;
  readonly at: number;
}

/** Longer than any answer; what is pasted beyond it is left out. */
const longest = 2000;

export function edited(text: string): LineEditor {
  const line = cleanLine(text);
  return { text: line, at: graphemes(line).length };
}

export function beforeCursor({ text, at }: LineEditor): string {
  return graphemes(text).slice(0, at).join("");
}

/** The editor after a key, or nothing when the key does not edit. */
export function edit(editor: LineEditor, key: Key): LineEditor | undefined {
  const parts = graphemes(editor.text);
  if (key.kind === "paste") return inserted(editor, key.text);
  const { at } = editor;
  switch (keyName(key)) {
    case "left":
      return { ...editor, at: Math.max(0, at - 1) };
    case "right":
      return { ...editor, at: Math.min(parts.length, at + 1) };
    case "home":
    case "ctrl-a":
      return { ...editor, at: 0 };
    case "end":
    case "ctrl-e":
      return { ...editor, at: parts.length };
    case "ctrl-left":
    case "alt-left":
    case "alt-b":
      return { ...editor, at: wordStart(parts, at) };
    case "ctrl-right":
    case "alt-right":
    case "alt-f":
      return { ...editor, at: wordEnd(parts, at) };
    case "backspace":
      return without(parts, Math.max(0, at - 1), at);
    case "delete":
      return without(parts, at, at + 1);
    case "ctrl-k":
      return without(parts, at, parts.length);
    case "ctrl-u":
      return without(parts, 0, at);
    case "ctrl-w":
    case "alt-backspace":
      return without(parts, wordStart(parts, at), at);
    case "space":
      return inserted(editor, " ");
    default:
      return isPrinted(key) ? inserted(editor, key.name) : undefined;
  }
}

/** Whether a key types a character, so that it must never be taken for a command where text is typed. */
export function isPrinted(key: Key & { kind: "key" }): boolean {
  return !key.ctrl && !key.alt && (key.name === "space" || graphemes(key.name).length === 1);
}

/** What is in sight of the line in `width` cells, and the cell of the cursor in it. The cursor is always in sight. */
export function inSight(editor: LineEditor, width: number): { readonly text: string; readonly column: number } {
  const parts = graphemes(editor.text);
  const room = Math.max(1, width);
  let first = editor.at;
  let before = 0;
  while (first > 0) {
    const cells = widthOf(parts[first - 1] ?? "");
    if (before + cells > room - 1) break;
    before += cells;
    first--;
  }
  let text = "";
  let used = 0;
  for (const part of parts.slice(first)) {
    used += widthOf(part);
    if (used > room) break;
    text += part;
  }
  return { text, column: before };
}

/** Joining may merge graphemes (a mark after its letter), so the place is counted again. */
function inserted({ text, at }: LineEditor, typed: string): LineEditor {
  const parts = graphemes(text);
  const room = Math.max(0, longest - text.length);
  const before = parts.slice(0, at).join("") + cleanLine(typed).slice(0, room);
  const whole = before + parts.slice(at).join("");
  const line = cleanLine(whole);
  return { text: line, at: Math.min(graphemes(cleanLine(before)).length, graphemes(line).length) };
}

function without(parts: readonly string[], from: number, to: number): LineEditor {
  const text = [...parts.slice(0, from), ...parts.slice(to)].join("");
  return { text, at: Math.min(from, graphemes(text).length) };
}

function wordStart(parts: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && parts[start - 1]?.trim() === "") start--;
  while (start > 0 && parts[start - 1]?.trim() !== "") start--;
  return start;
}

function wordEnd(parts: readonly string[], at: number): number {
  let end = at;
  while (end < parts.length && parts[end]?.trim() === "") end++;
  while (end < parts.length && parts[end]?.trim() !== "") end++;
  return end;
}
