/** A window too small for the screens gets a friendly word, whatever its size. */

import type { Lang } from "../content/text.ts";
import type { Frame, Size } from "./frame.ts";
import { span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Columns and rows that every screen can do with. */
const least: Size = { columns: 40, rows: 15 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < least.columns || rows < least.rows;
}

/** The most important first: of a window of one line only that is seen. */
export function viewSmall(lang: Lang, { columns, rows }: Size): Frame {
  const words = lang === "es"
    ? [
      "Agranda la ventana",
      `Hacen falta ${least.columns}×${least.rows}; ahora hay ${columns}×${rows}.`,
      "Todo sigue aquí. ctrl-c sale.",
    ]
    : [
      "Enlarge the window",
      `It takes ${least.columns}×${least.rows}; now it is ${columns}×${rows}.`,
      "Everything is still here. ctrl-c quits.",
    ];
  return { lines: words.flatMap((text, index) => wrap([span(text, index === 0 ? "strong" : "plain")], columns)) };
}
