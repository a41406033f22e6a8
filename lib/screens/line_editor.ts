/** One line of typed text with a cursor, edited as in a shell: keys in, text out. A letter with its marks is one step. */

import { cleanLine } from "./clean.ts";
import { type Key, keyName } from "./key.ts";
import { graphemes, widthOf } from "./width.ts";

/** `at` counts graphemes before the cursor. */
interface Place {
  readonly text: string;
  readonly at: number;
}

/** `past` is what stood there before each change, the oldest first; `cut` is what ctrl-y puts back. */
export interface LineEditor extends Place {
  readonly past?: readonly Place[];
  readonly cut?: string;
  /** What the last key did: letters typed in a row are undone together, words cut in a row come back together. */
  readonly last?: "typed" | "cut-before" | "cut-after";
}

/** Longer than any answer; what is pasted beyond it is left out. */
const longest = 2000;
/** Changes that can be undone. */
const remembered = 100;

export function edited(text: string): LineEditor {
  const line = cleanLine(text);
  return { text: line, at: graphemes(line).length };
}

export function beforeCursor({ text, at }: Place): string {
  return graphemes(text).slice(0, at).join("");
}

/** Another text in place of the whole line, the cursor behind it or at `at`; `ctrl-_` brings the old one back. */
export function rewritten(editor: LineEditor, text: string, at?: number): LineEditor {
  const line = edited(text);
  return changed(editor, { text: line.text, at: at ?? line.at });
}

/** The editor after a key, or nothing when the key does not edit. */
export function edit(editor: LineEditor, key: Key): LineEditor | undefined {
  const parts = graphemes(editor.text);
  if (key.kind === "paste") return changed(editor, inserted(editor, key.text));
  const { at } = editor;
  switch (keyName(key)) {
    case "left":
    case "ctrl-b":
      return moved(editor, Math.max(0, at - 1));
    case "right":
    case "ctrl-f":
      return moved(editor, Math.min(parts.length, at + 1));
    case "home":
    case "ctrl-a":
      return moved(editor, 0);
    case "end":
    case "ctrl-e":
      return moved(editor, parts.length);
    case "ctrl-left":
    case "alt-left":
    case "alt-b":
      return moved(editor, wordStart(parts, at));
    case "ctrl-right":
    case "alt-right":
    case "alt-f":
      return moved(editor, wordEnd(parts, at));
    case "backspace":
      return changed(editor, without(parts, Math.max(0, at - 1), at));
    case "delete":
      return changed(editor, without(parts, at, at + 1));
    case "ctrl-k":
      return cut(editor, parts, at, parts.length);
    case "ctrl-u":
      return cut(editor, parts, 0, at);
    case "ctrl-w":
    case "alt-backspace":
    case "ctrl-backspace":
      return cut(editor, parts, wordStart(parts, at), at);
    case "alt-d":
    case "ctrl-delete":
      return cut(editor, parts, at, wordEnd(parts, at));
    case "ctrl-y":
      return editor.cut === undefined ? editor : changed(editor, inserted(editor, editor.cut));
    case "ctrl-_":
      return undone(editor);
    case "space":
      return changed(editor, inserted(editor, " "));
    default:
      return isPrinted(key) ? changed(editor, inserted(editor, key.name), "typed") : undefined;
  }
}

/** Remembers what stood there before; a key that changes nothing leaves nothing to undo. */
function changed(before: LineEditor, { text, at }: Place, last?: "typed"): LineEditor {
  const { past = [], cut } = before;
  const joins = last === "typed" && before.last === "typed";
  const remembers = text !== before.text && !joins;
  const grown = remembers ? [...past, { text: before.text, at: before.at }].slice(-remembered) : past;
  return {
    text,
    at,
    ...(grown.length > 0 ? { past: grown } : {}),
    ...(cut === undefined ? {} : { cut }),
    ...(last ? { last } : {}),
  };
}

function moved({ text, past, cut }: LineEditor, at: number): LineEditor {
  return { text, at, ...(past ? { past } : {}), ...(cut === undefined ? {} : { cut }) };
}

/** Takes a piece out and keeps it for ctrl-y. */
function cut(editor: LineEditor, parts: readonly string[], from: number, to: number): LineEditor {
  const piece = parts.slice(from, to).join("");
  if (piece === "") return editor;
  const last = from < editor.at ? "cut-before" : "cut-after";
  const kept = editor.last !== last || editor.cut === undefined
    ? piece
    : last === "cut-before"
    ? piece + editor.cut
    : editor.cut + piece;
  return { ...changed(editor, without(parts, from, to)), cut: kept, last };
}

function undone({ past = [], cut, ...now }: LineEditor): LineEditor {
  const before = past.at(-1);
  if (!before) return { ...now, ...(cut === undefined ? {} : { cut }) };
  return {
    ...before,
    ...(past.length > 1 ? { past: past.slice(0, -1) } : {}),
    ...(cut === undefined ? {} : { cut }),
  };
}

/** Whether a key types a character, so that it must never be taken for a command where text is typed. */
function isPrinted(key: Key & { kind: "key" }): boolean {
  return !key.ctrl && !key.alt && (key.name === "space" || graphemes(key.name).length === 1);
}

/** What is in sight of the line in `width` cells, and the cell of the cursor in it. The cursor is always in sight. */
export function inSight(editor: Place, width: number): { readonly text: string; readonly column: number } {
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
function inserted({ text, at }: Place, typed: string): Place {
  const parts = graphemes(text);
  const room = Math.max(0, longest - text.length);
  const before = parts.slice(0, at).join("") + cleanLine(typed).slice(0, room);
  const whole = before + parts.slice(at).join("");
  const line = cleanLine(whole);
  return { text: line, at: Math.min(graphemes(cleanLine(before)).length, graphemes(line).length) };
}

function without(parts: readonly string[], from: number, to: number): Place {
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
