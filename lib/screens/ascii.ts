/** Plain twins of the symbols, one character for one, so that no line changes its width. */

import type { Frame, Line } from "./frame.ts";

/** Each symbol of the first text has its twin at the same place in the second. Letters, and signs of arithmetic, have none. */
const pairs: readonly (readonly [symbols: string, twins: string])[] = [
  ["✔✓✘✗◐☑☐", "++xx/xo"],
  ["…❯●○•·■□★☆", "~>*o*-#.*."],
  ["│┃─━═┄┆┌┐└┘├┤┬┴┼╭╮╰╯╵╷╴╶", "||----|++++++++++++++||--"],
  ["█▉▊▋▌▍▎▏▐░▒▓▀▄▁▂▃▅▆▇", "###|||||#.:%^=_.-+*%"],
  ["→←↑↓↕↳↵▲▼▶◀▸▾◂▴", "><^v=>|^v><>v<^"],
  ["–—−‐‑", "-----"],
  ["“”„«»‘’‹›", `""""\"''<>`],
  ["⚠⚑⏎�⌈⌉", "!!|?[]"],
  ["⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", "-\\\\||//--|"],
];

/** Symbol → twin. */
export const twins: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([symbols, twins]) => [...symbols].map((symbol, at): [string, string] => [symbol, twins[at] ?? "?"])),
);

const symbols = new RegExp(`[${[...twins.keys()].join("")}]`, "g");

export function inAscii(frame: Frame): Frame {
  return { ...frame, lines: frame.lines.map(lineInAscii) };
}

export function lineInAscii(line: Line): Line {
  return line.map(({ text, style }) => ({
    text: text.replace(symbols, (symbol) => twins.get(symbol) ?? symbol),
    style,
  }));
}
