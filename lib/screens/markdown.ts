/**
 * Draws the Markdown of quizzes and labs. A small scanner of our own instead of a library: it is there for the first picture,
 * gives the same picture ever after, and knows exactly the marks that content uses.
 */

import { clean } from "./clean.ts";
import type { Line, Style } from "./frame.ts";
import { type Block, blocksOf, type Item } from "./markdown_blocks.ts";
import { inline } from "./markdown_inline.ts";
import { fitLine, lineWidth, span } from "./width.ts";
import { wrap, wrapCode } from "./wrap.ts";

/** Lines of at most `width` cells; nothing for a text without words. `style` is that of plain words. */
export function markdown(text: string, width: number, style: Style = "plain"): readonly Line[] {
  return drawAll(blocksOf(clean(text)), Math.max(1, width), style);
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
      return block.lines.flatMap((line) => drawCode(line, width));
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

/** Code stands two cells in; the prompt of a command is not part of what is typed. */
function drawCode(line: string, width: number): readonly Line[] {
  const command = line.startsWith("$ ");
  const body = [...(command ? [span("$ ", "accent")] : []), span(command ? line.slice(2) : line, "code")];
  const indent = width > 20 ? 2 : 0;
  return wrapCode(body, width - indent).map((part) => [span(" ".repeat(indent)), ...part]);
}

/** Tight when every item is one paragraph, as short lists are. */
function drawList(items: readonly Item[], width: number, style: Style): readonly Line[] {
  const indent = Math.max(...items.map(({ marker }) => marker.length)) + 1;
  return items.flatMap(({ marker, blocks }) => {
    const first = [span(marker.padStart(indent - 1) + " ", "accent")];
    const rest = span(" ".repeat(indent));
    const inner = blocks.flatMap((block) => draw(block, Math.max(1, width - indent), style));
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
  const widths = head.map((_, at) => Math.max(1, ...drawn.map((row) => lineWidth(row[at] ?? []))));
  const room = width - 2 * (head.length - 1);
  for (let over = widths.reduce((sum, cells) => sum + cells, 0) - room; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= 1) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  const lines = drawn.map((row) => drawRow(row, widths));
  return [
    ...(lines[0] ?? []),
    widths.flatMap((cells, at) => [span(at > 0 ? "  " : ""), span("─".repeat(cells), "dim")]),
    ...lines.slice(1).flat(),
  ];
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
