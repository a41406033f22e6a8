/**
 * Draws the Markdown of quizzes and labs. A small scanner of our own instead of a library: it is there for the first picture,
 * gives the same picture ever after, and knows exactly the marks that content uses.
 */

import { clean } from "./clean.ts";
import type { Line, Style } from "./frame.ts";
import { type Block, blocksOf, type Item } from "./markdown_blocks.ts";
import { highlighted } from "./highlight/highlight.ts";
import { inline } from "./markdown_inline.ts";
import { cutLine, fitLine, lineWidth, span } from "./width.ts";
import { wrap, wrapCode } from "./wrap.ts";

/** Lines of at most `width` cells; nothing for a text without words. `style` is that of plain words. */
export function markdown(text: string, width: number, style: Style = "plain"): readonly Line[] {
  const room = Math.max(1, width);
  // What is nested deeper than there is room for is cut rather than drawn over what stands beside it.
  return drawAll(blocksOf(clean(text)), room, style).map((line) => cutLine(line, room));
}

/** A text without blocks, for where there is one line only. */
export function inlineMarkdown(text: string, style: Style = "plain"): Line {
  return inline(clean(text).replaceAll("\n", " "), style);
}

function drawAll(blocks: readonly Block[], width: number, style: Style): readonly Line[] {
  return blocks.flatMap((block, index) => [...(index > 0 ? [[]] : []), ...draw(block, width, style)]);
}

function draw(block: Block, width: number, style: Style): readonly Line[] {
  switch (block.kind) {
    case "paragraph":
      return hardLines(block.text).flatMap((text) => wrap(inline(text, style), width));
    case "heading":
      return wrap(inline(block.text, "strong"), width);
    case "code":
      return highlighted(block.language, block.lines).flatMap((line) => drawCode(line, width));
    case "list":
      return drawList(block.items, width, style);
    case "table":
      return drawTable(block.head, block.rows, width, style);
    case "quote":
      return drawAll(block.blocks, Math.max(1, width - 2), style).map((line) => [span("│ ", "dim"), ...line]);
    case "rule":
      return [[span("─".repeat(Math.min(width, 40)), "dim")]];
  }
}

/** Two blanks or a backslash at the end of a line break it there. */
function hardLines(text: string): readonly string[] {
  return text.split(/(?: {2,}|\\)\n/);
}

/** Code stands two cells in; what a line has no room for goes on behind a sign that is no part of it. */
function drawCode(line: Line, width: number): readonly Line[] {
  const indent = width > 20 ? "  " : "";
  return wrapCode(line, width, { first: [span(indent)], rest: [span(width > 20 ? "↳ " : "↳", "dim")] });
}

/** Items stand close together; only paragraphs of one item are parted. */
function drawList(items: readonly Item[], width: number, style: Style): readonly Line[] {
  const indent = items.reduce((widest, { marker }) => Math.max(widest, marker.length), 0) + 1;
  return items.flatMap(({ marker, blocks }) => {
    const first = [span(marker.padStart(indent - 1) + " ", "accent")];
    const rest = span(" ".repeat(indent));
    const inner = blocks.flatMap((block, index) => [
      ...(block.kind === "paragraph" && blocks[index - 1]?.kind === "paragraph" ? [[]] : []),
      ...draw(block, Math.max(1, width - indent), style),
    ]);
    return inner.length === 0 ? [first] : inner.map((line, row) => row === 0 ? [...first, ...line] : [rest, ...line]);
  });
}

/** Columns as wide as their text; when that is too much the widest gives way. */
function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  style: Style,
): readonly Line[] {
  const drawn = [
    head.map((cell) => inline(cell, "strong")),
    ...rows.map((row) => head.map((_, at) => inline(row[at] ?? "", style))),
  ];
  const wanted = head.map((_, at) => drawn.reduce((most, row) => Math.max(most, lineWidth(row[at] ?? [])), 1));
  const widths = shared(wanted, width - 2 * (head.length - 1));
  const lines = drawn.map((row) => drawRow(row, widths));
  return [
    ...(lines[0] ?? []),
    widths.flatMap((cells, at) => [span(at > 0 ? "  " : ""), span("─".repeat(cells), "dim")]),
    ...lines.slice(1).flat(),
  ];
}

/** What each gets of `room` cells: all that it wants where that is no more than its share, the others evenly. */
function shared(wanted: readonly number[], room: number): readonly number[] {
  let left = room;
  let open = wanted.length;
  for (const cells of wanted.toSorted((a, b) => a - b)) {
    if (cells * open > left) break;
    left -= cells;
    open--;
  }
  const share = open === 0 ? Infinity : Math.max(1, Math.floor(left / open));
  return wanted.map((cells) => Math.min(cells, share));
}

function drawRow(row: readonly Line[], widths: readonly number[]): readonly Line[] {
  const cells = widths.map((width, at) => wrap(row[at] ?? [], width));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, line) =>
      widths.flatMap((width, at) => [...(at > 0 ? [span("  ")] : []), ...fitLine(cells[at]?.[line] ?? [], width)]),
  );
}
