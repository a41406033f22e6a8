/** Whether a text says a literal: a name, a number in figures or in words, a size or a time in any of their spellings. */

import type { Lang } from "../text.ts";

/** What a learner has read when a task is done, in one language. */
export interface Statement {
  readonly lang: Lang;
  /** The task and those before it: a name that was introduced need not be repeated. */
  readonly soFar: string;
  /** The task and those that it builds on: a number said of something else does not count. */
  readonly here: string;
}

/** Line breaks are only where the author's lines end. */
export function plainly(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/**
 * Whole words: `web` is not said by `website` nor by `web-2`, and `/www` not by `/www/site`. Of a text of several lines each
 * must be said.
 */
export function saysWords({ soFar, here }: Statement, words: string): boolean {
  const lines = words.split("\n").map((line) => plainly(line).trim()).filter((line) => line !== "");
  return lines.every((line) =>
    has(
      /^[\d.,]+$/.test(line) ? here : soFar,
      line.includes("/") ? `${escaped(line)}(?!/[\\p{L}\\p{N}])` : escaped(line),
    )
  );
}

/** `nginx` and `nginx:latest` are the same image, `nginx:1.27` is another. */
export function saysImage({ soFar }: Statement, reference: string): boolean {
  const short = reference.replace(/^docker\.io\//, "").replace(/^library\//, "").replace(/:latest$/, "");
  return has(soFar, `${escaped(short)}(?::latest)?(?![:@/]\\w)`);
}

/** In figures, with a point or a comma, or in words. */
export function saysNumber({ lang, here }: Statement, number: number): boolean {
  const figures = escaped(String(number)).replace("\\.", "[.,]");
  const words = numberWords[lang][number];
  return has(here, figures) || (words !== undefined && has(here, `(?:${words})`, "iu"));
}

/** `64m`, `64 MiB`, `64 MB`, `64 megabytes`. */
export function saysSize(statement: Statement, bytes: number): boolean {
  return sizeUnits.some(({ size, names }) => {
    const count = bytes / size;
    return count >= 0.001 && Number(count.toFixed(6)) === count && hasQuantity(statement, count, names);
  });
}

/** `10s`, `10 seconds`, `1 minute`. */
export function saysDuration(statement: Statement, seconds: number): boolean {
  return timeUnits.some(({ size, names }) => hasQuantity(statement, Number((seconds / size).toFixed(6)), names));
}

function hasQuantity({ here }: Statement, count: number, names: string): boolean {
  return has(here, `${escaped(String(count)).replace("\\.", "[.,]")}\\s?(?:${names})`, "iu");
}

const sizeUnits = [
  { size: 1, names: "b|bytes?" },
  { size: 1024, names: "k|ki?b|kilobytes?|kibibytes?" },
  { size: 1024 ** 2, names: "m|mi?b|megas?|megabytes?|mebibytes?" },
  { size: 1024 ** 3, names: "g|gi?b|gigas?|gigabytes?|gibibytes?" },
] as const;

const timeUnits = [
  { size: 0.001, names: "ms|milisegundos?|milliseconds?" },
  { size: 1, names: "s|segundos?|seconds?" },
  { size: 60, names: "m|min|minutos?|minutes?" },
] as const;

const numberWords: Readonly<Record<Lang, Readonly<Record<number, string>>>> = {
  es: {
    1: "una?|uno|sol[oa]|únic[oa]",
    2: "dos|ambos|ambas",
    3: "tres",
    4: "cuatro",
    5: "cinco",
    6: "seis",
    7: "siete",
    8: "ocho",
    9: "nueve",
    10: "diez",
    11: "once",
    12: "doce",
  },
  en: {
    1: "one|an?|single|only",
    2: "two|both",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
  },
};

/** Neither end may be the middle of a longer word or number; a full stop after it ends a sentence. */
function has(text: string, pattern: string, flags = "u"): boolean {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_]|\\p{N}[.,]|[\\p{L}\\p{N}][-.])${pattern}(?![\\p{L}\\p{N}_]|[-.,]\\p{N}|[-.]\\p{L})`,
    flags,
  )
    .test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
