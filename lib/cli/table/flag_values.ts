/** Reads the values of flags; what cannot be read is said in the user's language. */

import type { Lang } from "../../content/text.ts";

export function wholeNumber(lang: Lang, least: number): (input: string) => number {
  return (input) => {
    const value = Number(input);
    if (/^\d{1,10}$/.test(input) && value >= least && value < 2 ** 32) return value;
    throw new SyntaxError(
      lang === "es" ? `debe ser un entero desde ${least}` : `it must be a whole number from ${least}`,
    );
  };
}

/** Between both ends, which belong to it; with a point or a comma, or whole. */
export function within(lang: Lang, [least, most]: readonly [number, number], whole = false): (input: string) => number {
  const number = whole ? /^\d{1,10}$/ : /^\d*[.,]?\d+$/;
  return (input) => {
    const value = Number(input.replace(",", "."));
    if (number.test(input) && value >= least && value <= most) return value;
    throw new SyntaxError(
      lang === "es"
        ? `debe ser un ${whole ? "entero" : "número"} de ${least} a ${most}`
        : `it must be a ${whole ? "whole number" : "number"} from ${least} to ${most}`,
    );
  };
}

/** From 0 to 1, with a point or a comma. */
export function fraction(lang: Lang): (input: string) => number {
  return (input) => {
    const value = Number(input.replace(",", "."));
    if (/^\d*[.,]?\d+$/.test(input) && value <= 1) return value;
    throw new SyntaxError(lang === "es" ? "debe estar entre 0 y 1" : "it must be between 0 and 1");
  };
}

/** `10s`, `500ms`, `2m` or plain seconds → seconds, an hour at most. */
export function seconds(lang: Lang): (input: string) => number {
  return (input) => {
    const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(input) ?? [];
    const value = Number(count) * (unit === "ms" ? 0.001 : unit === "m" ? 60 : 1);
    if (count !== undefined && value <= 3600) return value;
    throw new SyntaxError(
      lang === "es" ? "debe ser un tiempo como 10s, 500ms o 2m" : "it must be a time such as 10s, 500ms or 2m",
    );
  };
}
