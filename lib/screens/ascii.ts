/** Plain twins of the symbols, one character for one, so that no line changes its width. */

import type { Frame } from "./frame.ts";

const twins: Readonly<Record<string, string>> = {
  "✔": "+",
  "✘": "x",
  "◐": "~",
  "…": "~",
  "❯": ">",
  "●": "*",
  "○": "o",
  "•": "*",
  "·": "-",
  "█": "#",
  "░": ".",
  "│": "|",
  "─": "-",
  "–": "-",
  "—": "-",
  "→": ">",
  "←": "<",
  "↑": "^",
  "↓": "v",
  "⚠": "!",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
};

const symbols = new RegExp(`[${Object.keys(twins).join("")}]`, "g");

export function inAscii(frame: Frame): Frame {
  const lines = frame.lines.map((line) =>
    line.map(({ text, style }) => ({ text: text.replace(symbols, (symbol) => twins[symbol] ?? symbol), style }))
  );
  return { ...frame, lines };
}
