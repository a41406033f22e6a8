/** The time of a graded session, as screens and lines show it. */

import type { Text } from "../content/text.ts";
import type { Style } from "./frame.ts";

/** ms since 1970. Nothing ends it where there is no `end`. */
export interface ExamClock {
  readonly now: number;
  readonly end?: number;
}

/** Minutes before the end at which the student is told. */
const warnings = [10, 5, 1];

/** "1 h 05 min", "12 min", "9:59": the last ten minutes by the second. Nothing where nothing ends it. */
export function timeLeft({ now, end }: ExamClock): string | undefined {
  if (end === undefined) return undefined;
  const seconds = Math.max(0, Math.ceil((end - now) / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (seconds < 600) return `${minutes}:${String(rest).padStart(2, "0")}`;
  const full = Math.ceil(seconds / 60);
  return full < 60 ? `${full} min` : `${Math.floor(full / 60)} h ${String(full % 60).padStart(2, "0")} min`;
}

export function timeStyle({ now, end }: ExamClock): Style {
  if (end === undefined || end - now > 600_000) return "accent";
  return end - now > 60_000 ? "warn" : "bad";
}

/** What is said once as the clock goes on from `before`. */
export function warningAt(before: ExamClock, { now, end }: ExamClock): Text | undefined {
  if (end === undefined) return undefined;
  const minutes = warnings.findLast((minutes) => before.now < end - minutes * 60_000 && now >= end - minutes * 60_000);
  if (minutes === undefined) return undefined;
  if (minutes === 1) return { es: "Queda un minuto", en: "One minute left" };
  return { es: `Quedan ${minutes} minutos`, en: `${minutes} minutes left` };
}
