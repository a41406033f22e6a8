/** How much time is left of a mock exam, in words. */

import type { Lang } from "../content/text.ts";
import { timeLeft } from "./exam_clock.ts";

/** Both in ms since 1970; what is over shows as nothing left. */
export function leftUntil(end: number, now: number, lang: Lang): string {
  const left = timeLeft({ now, end }) ?? "";
  return lang === "es" ? `quedan ${left}` : `${left} left`;
}
