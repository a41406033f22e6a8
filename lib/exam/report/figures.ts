/** Figures of a report as each language writes them; what could not be computed is a dash. */

import type { Lang } from "../../content/text.ts";

/** Stands for what cannot be said. */
export const noFigure = "–";

/** So many decimals at most; −0 is 0. */
export function decimal(value: number | undefined, lang: Lang, digits = 2): string {
  if (value === undefined || !Number.isFinite(value)) return noFigure;
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  const written = String(rounded === 0 ? 0 : rounded).replace("-", "−");
  return lang === "es" ? written.replace(".", ",") : written;
}

/** With exactly two decimals, for columns. */
export function aligned(value: number | undefined, lang: Lang): string {
  if (value === undefined) return noFigure;
  const written = value.toFixed(2);
  return lang === "es" ? written.replace(".", ",") : written;
}

/** 0.257 → "26%". */
export function percent(value: number | undefined): string {
  return value === undefined ? noFigure : `${decimal(value * 100, "en", 0)}%`;
}

/** "[−3%, 41%]"; nothing where there is none. */
export function percentInterval(interval: { readonly low: number; readonly high: number } | undefined): string {
  return interval ? `[${percent(interval.low)}, ${percent(interval.high)}]` : "";
}

/** "45 s", "3 min 20 s", "1 h 5 min". */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return noFigure;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min${whole % 60 === 0 ? "" : ` ${whole % 60} s`}`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? "" : ` ${minutes % 60} min`}`;
}

/** "1 estudiante", "3 students": words that take an s in either language. */
export function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** A text of content in one line without marks, cut where it is long. */
export function brief(markdown: string, most = 80): string {
  const bare = markdown.replace(/`+([^`]*)`+/g, "$1").replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])/g, "$1").replace(/\s+/gu, " ").trim();
  const letters = [...bare];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : bare;
}
