/** A list of things to choose from: drawn with letters, walked with arrows, reached by letter or digit. */

import { markdown } from "../markdown.ts";
import type { Span, Style } from "../frame.ts";
import type { Binding, Key } from "../key.ts";
import { pointer } from "../pointer.ts";
import { lineWidth, span } from "../width.ts";
import type { Drawing } from "./drawing.ts";

export interface Option {
  /** A tick, a radio button, a place in the order. */
  readonly mark?: Span;
  readonly label: string;
  /** Markdown. */
  readonly text: string;
  readonly style?: Style;
  /** Two cells that stand where the pointer would, once everything is settled. */
  readonly lead?: Span;
}

/** `at` is the option under the pointer; none when everything is settled. */
export function drawOptions(options: readonly Option[], at: number | undefined, width: number): Drawing {
  const blocks = options.map(({ mark, label, text, style, lead }, index) => {
    const here = index === at;
    const prefix = [
      lead ?? pointer(here),
      ...(mark ? [mark, span(" ")] : []),
      span(`${label} `, here ? "selected" : style ?? "key"),
    ];
    const indent = lineWidth(prefix);
    const lines = markdown(text, Math.max(1, width - indent), style ?? (here ? "strong" : "plain"));
    return (lines.length > 0 ? lines : [[]]).map((
      line,
      row,
    ) => [...(row === 0 ? prefix : [span(" ".repeat(indent))]), ...line]);
  });
  const lines = blocks.flat();
  if (at === undefined) return { lines };
  const from = blocks.slice(0, at).reduce((sum, block) => sum + block.length, 0);
  return { lines, focus: { from, to: from + (blocks[at]?.length ?? 1) - 1 } };
}

/** 0 → "a)". */
export function letter(index: number): string {
  return `${String.fromCharCode(97 + index)})`;
}

/** Letters and digits name options by their place on the screen: "b" and "2" are the second. */
export function optionNamed(key: Key, count: number): number | undefined {
  if (key.kind === "paste" || key.ctrl || key.alt || key.name.length !== 1) return undefined;
  const index = /[1-9]/.test(key.name) ? Number(key.name) - 1 : key.name.charCodeAt(0) - 97;
  return index >= 0 && index < Math.min(count, 26) ? index : undefined;
}

/** What `optionNamed` understands, for the help. */
export const naming: Binding<"name"> = {
  keys: ["a-z", "1-9"],
  help: { es: "ir a la opción", en: "go to the option" },
  action: "name",
  quiet: true,
};

export type Walk = "up" | "down" | "first" | "last";

/** One step up or down. */
export const stepping: readonly Binding<"up" | "down">[] = [
  {
    keys: ["up", "k"],
    label: "↑↓",
    help: { es: "moverse", en: "move" },
    alone: { es: "subir", en: "up" },
    action: "up",
  },
  { keys: ["down", "j"], help: { es: "bajar", en: "down" }, action: "down", quiet: true },
];

export const walking: readonly Binding<Walk>[] = [
  ...stepping,
  { keys: ["home"], help: { es: "al principio", en: "to the first" }, action: "first", quiet: true },
  { keys: ["end"], help: { es: "al final", en: "to the last" }, action: "last", quiet: true },
];

/** From the last one down is the first again; from nowhere down is the first, up the last. */
export function walked(at: number | undefined, count: number, walk: Walk): number {
  switch (walk) {
    case "up":
      return ((at ?? 0) + count - 1) % count;
    case "down":
      return ((at ?? -1) + 1) % count;
    case "first":
      return 0;
    case "last":
      return count - 1;
  }
}
