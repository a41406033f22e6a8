/** How much time is left, in words: minutes while there are many, then minutes and seconds. */

import type { Lang } from "../content/text.ts";

/** `left`: ms; what is over shows as nothing left. */
export function timeLeft(left: number, lang: Lang): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const time = minutes >= 10 ? `${Math.ceil(seconds / 60)} min` : `${minutes}:${String(rest).padStart(2, "0")}`;
  if (lang === "es") return minutes === 1 && rest === 0 ? "queda 1:00" : `quedan ${time}`;
  return `${time} left`;
}
