/** The layout that the screens share: header, a body that scrolls, notes, keys. And the last check that a frame fits. */

import type { Lang } from "../content/text.ts";
import type { ItemId } from "../study/item.ts";
import { cleanLine } from "./clean.ts";
import { footer } from "./footer.ts";
import type { Frame, Line, Size } from "./frame.ts";
import type { Binding } from "./key.ts";
import { clamped, position } from "./scroll.ts";
import { cutLine, ends, lineWidth, span, widthOf } from "./width.ts";

/** What every screen is told besides its own state. */
export interface View {
  readonly lang: Lang;
  readonly size: Size;
  /** Questions that the learner has flagged as unclear, with the notes. */
  readonly flags?: ReadonlyMap<ItemId, string>;
  /** Commands typed at the docker prompt of labs, oldest first. */
  readonly commands?: readonly string[];
}

export interface Page<Action> {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  /** First line of the body in sight. */
  readonly offset: number;
  /** Stand above the keys and never scroll. */
  readonly notes?: readonly Line[];
  readonly bindings: readonly Binding<Action>[];
  /** Where a part of the body stands that scrolls by itself; otherwise it is told from `offset`. */
  readonly place?: string;
  /** In the body's own lines. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** A blank line after the header, where rows are not scarce. */
function blanks({ rows }: Size): number {
  return rows < 20 ? 0 : 1;
}

/** Header, a blank line, body, notes, keys: what is left for the body. */
export function bodyRows(size: Size, header: number, notes = 0): number {
  return Math.max(1, size.rows - header - blanks(size) - notes - 1);
}

/** Keys and place on one line. Where columns are scarce keys are worth more than line numbers: then only the arrows stay. */
function lastLine<Action>(
  bindings: readonly Binding<Action>[],
  place: string,
  { lang, size: { columns } }: View,
): Line {
  const keysBeside = (text: string) => footer(bindings, lang, columns - (text === "" ? 0 : widthOf(text) + 2));
  const line = (text: string) => ends(keysBeside(text), text === "" ? [] : [span(text, "dim")], columns);
  const arrows = place.slice(0, 2).trim();
  const isScarce = columns < 60 && lineWidth(keysBeside(place)) < lineWidth(keysBeside(arrows));
  return line(isScarce ? arrows : place);
}

export function page<Action>(parts: Page<Action>, view: View): Frame {
  const { size } = view;
  const { header, body, notes = [], bindings, cursor } = parts;
  const rows = bodyRows(size, header.length, notes.length);
  const offset = clamped(parts.offset, rows, body.length);
  const shown = Array.from({ length: rows }, (_, row) => body[offset + row] ?? []);
  const keys = lastLine(bindings, parts.place ?? position(offset, rows, body.length), view);
  const blank = Array.from({ length: blanks(size) }, (): Line => []);
  const lines = [...header, ...blank, ...shown, ...notes, keys];
  const row = cursor === undefined ? -1 : cursor.row - offset;
  return cursor !== undefined && row >= 0 && row < rows
    ? { lines, cursor: { row: header.length + blank.length + row, column: cursor.column } }
    : { lines };
}

/** Cleans every text and cuts what does not fit, whatever a screen drew. */
export function fitted(frame: Frame, size: Size): Frame {
  const lines = frame.lines.slice(0, size.rows).map((line) =>
    cutLine(line.map(({ text, style }) => ({ text: cleanLine(text), style })), size.columns)
  );
  const { cursor } = frame;
  if (cursor === undefined || cursor.row >= size.rows || cursor.row >= lines.length) return { lines };
  return { lines, cursor: { row: cursor.row, column: Math.max(0, Math.min(cursor.column, size.columns - 1)) } };
}
