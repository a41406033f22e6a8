/** Dates, days of the week and lengths of time as each language writes them: short tables, for `Intl` takes long to start. */

import type { Lang } from "../content/text.ts";
import { civilDate } from "../study/civil_date.ts";

const months: Readonly<Record<Lang, readonly string[]>> = {
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** Two letters, Monday first. */
export const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  es: ["lu", "ma", "mi", "ju", "vi", "sá", "do"],
  en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
};

/** Three letters; `month` counts from 1. */
export function monthName(month: number, lang: Lang): string {
  return months[lang][month - 1] ?? "";
}

/** "21 nov" and "21 Nov"; with the year where it matters. `days` since 1970. */
export function dateText(days: number, lang: Lang, withYear = false): string {
  const { year, month, day } = civilDate(days);
  return `${day} ${monthName(month, lang)}${withYear ? ` ${year}` : ""}`;
}

/** "3 h 20 min", "45 min", "30 s": the same in both languages. Begun minutes count only from half of one. */
export function timeText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.round(ms / 1000)} s`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
