/** What a screen draws: lines of styled pieces. The terminal encodes them; texts are cleaned there, in one place. */

/** Meanings, not colours; `lib/terminal/` turns them into escapes that also work without colour. */
export type Style =
  | "plain"
  | "dim"
  | "strong"
  | "title"
  | "accent"
  | "code"
  | "good"
  | "bad"
  | "warn"
  | "selected"
  | "key"
  /** Inside code: what is done, quoted text, options and values that stand for themselves, what is only said. */
  | "keyword"
  | "string"
  | "value"
  | "comment";

export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Span[];

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** At most `size.rows` lines, none wider than `size.columns`. `cursor` is 0-based; without it the cursor is hidden. */
export interface Frame {
  readonly lines: readonly Line[];
  readonly cursor?: { readonly row: number; readonly column: number };
}
