/** "hace 3 días", "mañana": days before and after today, as people say them. */

import type { Lang } from "../content/text.ts";

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

/** "hace 3 días". Whole days, 0 is today. From two months on in months, from two years on in years. */
export function daysAgo(days: number, lang: Lang): string {
  if (days <= 0) return lang === "es" ? "hoy" : "today";
  if (days === 1) return lang === "es" ? "ayer" : "yesterday";
  const [count, es, en] = days < 60
    ? [days, "días", "days"] as const
    : days < 730
    ? [Math.round(days / 30.44), "meses", "months"] as const
    : [Math.round(days / 365.25), "años", "years"] as const;
  return lang === "es" ? `hace ${count} ${es}` : `${count} ${en} ago`;
}
