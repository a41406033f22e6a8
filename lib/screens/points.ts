/** Points in words and figures, as each language writes them. */

import type { Lang } from "../content/text.ts";

/** At most two decimals: 2.5 → "2,5" in Spanish. */
export function figure(points: number, lang: Lang): string {
  const rounded = String(Math.round(points * 100) / 100);
  return lang === "es" ? rounded.replace(".", ",") : rounded;
}

/** "1 punto", "2,5 points". */
export function pointsOf(points: number, lang: Lang): string {
  const word = lang === "es" ? "punto" : "point";
  return `${figure(points, lang)} ${word}${points === 1 ? "" : "s"}`;
}

/** "0,5 de 1 punto". */
export function partOf(points: number, max: number, lang: Lang): string {
  return `${figure(points, lang)} ${lang === "es" ? "de" : "of"} ${pointsOf(max, lang)}`;
}
