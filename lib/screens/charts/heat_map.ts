/** A calendar with weeks as columns: the fuller a cell, the more was done that day. */

import type { Lang } from "../../content/text.ts";
import { civilDate, weekday } from "../../study/civil_date.ts";
import { type Calendar, calendarStep, calendarSteps } from "../../study/statistics/calendar.ts";
import { monthName, weekdays } from "../dates.ts";
import type { Line, Span, Style } from "../frame.ts";
import { cutLine, lineWidth, span } from "../width.ts";
import { tickLine } from "./tick_line.ts";

/** The sign says it, the style says it again. */
const steps: readonly { readonly sign: string; readonly style: Style }[] = [
  { sign: "·", style: "dim" },
  { sign: "░", style: "accent" },
  { sign: "▒", style: "accent" },
  { sign: "▓", style: "good" },
  { sign: "█", style: "good" },
];

const margin = 3;

/** Months, seven rows from Monday to Sunday, the legend; the latest weeks where not all have room. No line wider than `width`. */
export function heatMap({ days }: Pick<Calendar, "days">, width: number, lang: Lang): readonly Line[] {
  const first = days[0]?.day ?? 0;
  const blank = weekday(first);
  const weeks = Math.ceil((blank + days.length) / 7);
  const cell = width >= margin + 2 * weeks ? 2 : 1;
  const shown = Math.min(weeks, Math.floor((width - margin) / cell));
  if (shown < 1 || days.length === 0) return [];
  const columns = Array.from({ length: shown }, (_, index) => index + weeks - shown);
  const at = (week: number, row: number) => days[week * 7 + row - blank];
  const rows = weekdays[lang].map((name, row): Line => [
    span(`${name} `, "dim"),
    ...columns.map((week) => {
      const day = at(week, row);
      const step = day ? steps[calendarStep(day.done)] : undefined;
      return span((step?.sign ?? " ").repeat(cell), step?.style ?? "plain");
    }),
  ]);
  const months = columns.flatMap((week, column) => {
    const month = monthBegun(at(week, 0)?.day ?? first, column === 0);
    return month === undefined ? [] : [{ at: margin + column * cell, text: monthName(month, lang) }];
  });
  return [[span(tickLine(months, width), "dim")], ...rows, legend(width)];
}

/** The month whose first day is in the week that begins on `monday`; of the first column whatever month it is. */
function monthBegun(monday: number, first: boolean): number | undefined {
  const sunday = civilDate(monday + 6);
  return sunday.day <= 7 || (first && sunday.day <= 14) ? sunday.month : undefined;
}

/** The numbers that the signs stand for, as far as they have room. */
function legend(width: number): Line {
  const line: Span[] = [span(" ".repeat(margin))];
  steps.forEach(({ sign, style }, index) => {
    const entry = [span(sign, style), span(` ${rangeOf(index)}${index === steps.length - 1 ? "" : "  "}`, "dim")];
    if (lineWidth([...line, ...entry]) <= width) line.push(...entry);
  });
  return cutLine(line, width);
}

/** "5–14", "30+". */
function rangeOf(step: number): string {
  const from = calendarSteps[step] ?? 0;
  const next = calendarSteps[step + 1];
  return next === undefined ? `${from}+` : next - 1 === from ? `${from}` : `${from}–${next - 1}`;
}
