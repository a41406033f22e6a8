/** The four ratings in words, and the days until a card comes again. */

import type { Lang, Text } from "../content/text.ts";
import type { Rating } from "../study/events.ts";

export const ratingWords: Readonly<Record<Rating, Text>> = {
  again: { es: "otra vez", en: "again" },
  hard: { es: "difícil", en: "hard" },
  good: { es: "bien", en: "good" },
  easy: { es: "fácil", en: "easy" },
};

/** "hoy", "mañana", "8 d": for a line with four of them; where there is hardly room, no words. */
export function shortly(days: number, lang: Lang, words = true): string {
  if (!words || days > 1) return `${Math.max(0, days)} d`;
  if (days <= 0) return lang === "es" ? "hoy" : "today";
  return lang === "es" ? "mañana" : "tomorrow";
}

/** "hoy", "mañana", "en 8 días": inside a sentence. */
export function inDays(days: number, lang: Lang): string {
  if (days <= 1) return shortly(days, lang);
  return lang === "es" ? `en ${days} días` : `in ${days} days`;
}
