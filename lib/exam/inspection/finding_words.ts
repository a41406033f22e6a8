/** How findings speak of times: figures that two people on two continents read alike. */

import { both, type Text } from "../../content/text.ts";

/** `2026-11-21 19:20:05 UTC`. */
export function momentOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** `2 h 5 min`, `3 min 20 s`, `20 s`; rounded to the second. */
export function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
  return `${rest} s`;
}

/** "1 time", "3 times". */
export function timesOf(count: number): Text {
  return both((lang) => `${count} ${lang === "es" ? (count === 1 ? "vez" : "veces") : count === 1 ? "time" : "times"}`);
}
