/** The four ratings in words. */

import type { Text } from "../content/text.ts";
import type { Rating } from "../study/events.ts";

export const ratingWords: Readonly<Record<Rating, Text>> = {
  again: { es: "otra vez", en: "again" },
  hard: { es: "difícil", en: "hard" },
  good: { es: "bien", en: "good" },
  easy: { es: "fácil", en: "easy" },
};
