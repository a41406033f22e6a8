/** "hace 3 días": how long ago something was, as people say it. */

import type { Lang } from "../content/text.ts";

/** Whole days, 0 is today. From two months on in months, from two years on in years. */
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
