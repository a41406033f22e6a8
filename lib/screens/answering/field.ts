/** One line to type into, for the kinds whose answer is typed. */

import type { Line } from "../frame.ts";
import type { Binding } from "../key.ts";
import { inSight, type LineEditor } from "../line_editor.ts";
import { lineWidth, pad, span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { wrap } from "../wrap.ts";

/** What `edit` understands beside letters and arrows, for the help. */
export const editing: readonly Binding<"edit">[] = [
  { keys: ["ctrl-a", "ctrl-e"], help: { es: "al principio, al final", en: "to the start, to the end" } },
  { keys: ["alt-b", "alt-f"], help: { es: "una palabra atrás, adelante", en: "one word back, on" } },
  {
    keys: ["ctrl-w", "alt-d"],
    help: { es: "cortar la palabra de antes, de después", en: "cut the word before, after" },
  },
  { keys: ["ctrl-u", "ctrl-k"], help: { es: "cortar hasta el principio, el final", en: "cut to the start, the end" } },
  { keys: ["ctrl-y"], help: { es: "poner lo cortado", en: "put back what was cut" } },
  { keys: ["ctrl-_"], help: { es: "deshacer", en: "undo" } },
].map((binding) => ({ ...binding, action: "edit", quiet: true }));

/** `before` and `after` stand beside the field: a prompt, a unit. */
export function drawField(
  editor: LineEditor,
  { width, answered }: Look,
  { before = [span("❯ ", "selected")], after = [] }: { readonly before?: Line; readonly after?: Line } = {},
): Drawing {
  if (answered) {
    return { lines: wrap([...before, span(editor.text === "" ? "–" : editor.text, "code"), ...after], width) };
  }
  const room = Math.max(1, width - lineWidth(before) - lineWidth(after) - 1);
  const { text, column } = inSight(editor, room);
  const shown = after.length > 0 ? pad(text, Math.min(room, 12)) : text;
  return {
    lines: [[...before, span(shown, "code"), span(" "), ...after]],
    focus: { from: 0, to: 0 },
    cursor: { row: 0, column: lineWidth(before) + column },
  };
}
