/** Texts of docker and of programs, made safe and short enough to stand inside a sentence. */

import { inlineCode } from "../../quiz/inline_code.ts";

/** Control characters, the marks that turn the direction of writing, and halves of characters. */
const unsafe = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Most names and values: nothing to do. */
const plain = /^[ -~]*$/;

/** How much of a value stands in a sentence. */
export const lineLimit = 200;

/** One line of at most `limit` characters; line ends are shown. `tail` keeps the end instead of the beginning. */
export function printable(text: string, limit = lineLimit, tail = false): string {
  if (text.length <= limit && plain.test(text)) return text;
  const near = text.length > limit * 2 ? (tail ? text.slice(-limit * 2) : text.slice(0, limit * 2)) : text;
  const oneLine = near.replaceAll("\r\n", "\n").replaceAll("\n", " ⏎ ").replaceAll("\t", " ").replace(unsafe, "�");
  const chars = [...oneLine];
  if (chars.length <= limit && near.length === text.length) return oneLine;
  return tail ? `…${chars.slice(-limit + 1).join("")}` : `${chars.slice(0, limit - 1).join("")}…`;
}

/** One line of at most `limit` characters around a place (UTF-16 units): a third of them, or what is left, before it. */
export function excerpt(text: string, place: number, limit = lineLimit): string {
  const inPair = /[\udc00-\udfff]/.test(text.charAt(place)) ? place - 1 : place;
  const after = printable(text.slice(inPair), limit - Math.floor(limit / 3));
  return printable(text.slice(0, inPair), limit - [...after].length, true) + after;
}

/** A code span of Markdown, as the names and commands of `because` and `next` are. */
export function code(text: string): string {
  return inlineCode(printable(text, 300));
}

/** Words of docker or of a program in a sentence of Markdown: no mark of theirs is read as one. As `printable` otherwise. */
export function said(text: string, limit = lineLimit, tail = false): string {
  return inlineCode(printable(text, limit, tail));
}
