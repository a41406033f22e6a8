/** How it stands with a task of a lab, in a word. */

import type { Text } from "../../content/text.ts";

export const taskWords = {
  passed: { es: "superada", en: "passed" },
  partly: { es: "a medias", en: "partly" },
  failed: { es: "sin superar", en: "not passed" },
  unanswered: { es: "sin empezar", en: "not begun" },
  owed: { es: "sin corregir", en: "not judged" },
} as const satisfies Record<string, Text>;

/** Those that there are, the best first. */
export function taskCounts(
  counts: Readonly<Record<keyof typeof taskWords, number>>,
  lang: "es" | "en",
): readonly string[] {
  return (Object.keys(taskWords) as (keyof typeof taskWords)[])
    .filter((key) => counts[key] > 0 || key === "passed").map((key) => `${taskWords[key][lang]} ${counts[key]}`);
}
