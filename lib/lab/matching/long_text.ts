/** Of a text that is too long to be shown whole: the place that decides, so that what differs is in view. */

import type { Matcher } from "../../content/schema/matcher.ts";
import type { Text } from "../../content/text.ts";
import { code, excerpt, lineLimit } from "./printable.ts";

/** Where in the text the reader should look, for a matcher that does not hold; undefined: its beginning, or its end, as usual. */
export function placeOf(matcher: Matcher, text: string): number | undefined {
  switch (matcher.is) {
    case "equal":
      return firstDifference(String(matcher.value), text);
    case "contains":
      return matcher.part.is === "equal" ? nearestTo(String(matcher.part.value), text) : undefined;
    case "not": {
      const found = foundBy(matcher.of, text);
      return found === undefined || found < 0 ? undefined : found;
    }
    default:
      return undefined;
  }
}

/** What is there and must not be. */
function foundBy(matcher: Matcher, text: string): number | undefined {
  if (matcher.is === "contains" && matcher.part.is === "equal") return text.indexOf(String(matcher.part.value));
  return matcher.is === "matches" ? new RegExp(matcher.pattern, "mu").exec(text)?.index : undefined;
}

function firstDifference(wanted: string, text: string): number {
  let at = 0;
  while (at < wanted.length && wanted[at] === text[at]) at++;
  return at;
}

/** The same words in other letters, or how they begin; at least three characters of them. */
function nearestTo(wanted: string, text: string): number | undefined {
  const [needle, hay] = [wanted.toLowerCase(), text.toLowerCase()];
  for (let length = needle.length; length >= 3; length = Math.floor(length / 2)) {
    const at = hay.indexOf(needle.slice(0, length));
    if (at >= 0) return at;
  }
  return undefined;
}

/** A text that was compared as a whole, around the first difference; undefined where it is short enough as it is. */
export function shownAround(text: string, place: number | undefined): string | undefined {
  return text.length <= lineLimit || place === undefined ? undefined : excerpt(text, place);
}

/** For texts of several lines: the first line that is not as it should be. */
export function differentLine(wanted: string, text: string): Text | undefined {
  if (!wanted.includes("\n") && !text.includes("\n")) return undefined;
  const [lines, others] = [wanted.split("\n"), text.split("\n")];
  const at = lines.findIndex((line, index) => line !== others[index]);
  const index = at < 0 ? lines.length : at;
  const [should, is] = [lines[index], others[index]];
  if (should === is) return undefined;
  const place = firstDifference(should ?? "", is ?? "");
  const shown = (line: string) => code(line.length <= shownOfLine ? line : excerpt(line, place, shownOfLine));
  const number = index + 1;
  if (is === undefined) {
    const missing = shown(should ?? "");
    return { es: `Falta la línea ${number}: ${missing}`, en: `Line ${number} is missing: ${missing}` };
  }
  if (should === undefined) {
    return { es: `Sobra la línea ${number}: ${shown(is)}`, en: `Line ${number} is too much: ${shown(is)}` };
  }
  return {
    es: `En la línea ${number} pone ${shown(is)} y debe poner ${shown(should)}`,
    en: `Line ${number} says ${shown(is)} and should say ${shown(should)}`,
  };
}

const shownOfLine = 60;
