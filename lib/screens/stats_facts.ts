/** The sentences that say the most important figures, for the screen and for the linear text. */

import type { Lang, Text } from "../content/text.ts";
import type { Statistics } from "../study/statistics.ts";
import { enoughReviews } from "../study/statistics/retention.ts";
import { percent } from "./bar.ts";
import { dateText, timeText } from "./dates.ts";
import { countOf, statsWords } from "./stats_words.ts";

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const names = {
  streak: { es: "Racha", en: "Streak" },
  due: { es: "Hoy", en: "Today" },
  mastery: { es: "Dominio", en: "Mastery" },
  answers: { es: "Hecho", en: "Done" },
  retention: { es: "Retención", en: "Retention" },
  time: { es: "Tiempo", en: "Time" },
} satisfies Readonly<Record<string, Text>>;

/** One line each on a wide terminal. */
export function overviewFacts(statistics: Statistics, lang: Lang): readonly Fact[] {
  const { totals, forecast, mastery: { known }, retention, time, target } = statistics;
  const es = lang === "es";
  const [due = 0] = forecast.days;
  const overdue = forecast.overdue > 0 ? ` (${countOf(forecast.overdue, "overdue", lang)})` : "";
  const facts = [
    { name: names.streak, value: streakText(statistics, lang) },
    {
      name: names.due,
      value: due === 0 ? es ? "sin repasos pendientes" : "no reviews due" : `${countOf(due, "review", lang)}${overdue}`,
    },
    {
      name: names.mastery,
      value: es
        ? `${percent(known.mastery)}; vistas ${known.seen} de ${known.items} preguntas`
        : `${percent(known.mastery)}; seen ${known.seen} of ${known.items} questions`,
    },
    {
      name: names.answers,
      value: [
        `${countOf(totals.answers, "answer", lang)}${
          totals.answers === 0
            ? ""
            : es
            ? `, ${percent(totals.right / totals.answers)} de los puntos`
            : `, ${percent(totals.right / totals.answers)} of the points`
        }`,
        ...(totals.reviews > 0 ? [countOf(totals.reviews, "review", lang)] : []),
        ...(totals.tasks > 0 ? [countOf(totals.tasks, "task", lang)] : []),
      ].join("; "),
    },
  ];
  return [
    ...facts,
    ...(retention.asked < enoughReviews ? [] : [{
      name: names.retention,
      value: es
        ? `${percent(retention.recalled / retention.asked)} recordado; meta ${percent(target)}`
        : `${percent(retention.recalled / retention.asked)} recalled; goal ${percent(target)}`,
    }]),
    ...(time.total === 0 ? [] : [{ name: names.time, value: timeText(time.total) }]),
  ].map(({ name, value }) => ({ name: name[lang], value }));
}

function streakText({ streak: { current, today, longest } }: Statistics, lang: Lang): string {
  const es = lang === "es";
  const best = longest > current ? (es ? `; la más larga, ${longest}` : `; the longest, ${longest}`) : "";
  if (current === 0) return `${es ? "ninguna ahora" : "none now"}${best}`;
  const still = today ? "" : es ? "; hoy aún falta" : "; today still to do";
  return `${countOf(current, "day", lang)}${still}${best}`;
}

/** "143 días con estudio y 4210 respuestas y tareas desde el 22 nov 2025". */
export function calendarText({ calendar: { days, active, done } }: Statistics, lang: Lang): string {
  const since = dateText(days[0]?.day ?? 0, lang, true);
  return lang === "es"
    ? `${countOf(active, "day", lang)} con estudio desde el ${since}; ${done} respuestas y tareas`
    : `${countOf(active, "day", lang)} of study since ${since}; ${done} answers and tasks`;
}

/** "Hoy 23 (5 atrasados); en 7 días 80; en 30 días 210; después 200". */
export function forecastText({ forecast: { days, overdue, later } }: Statistics, lang: Lang): string {
  const es = lang === "es";
  const within = (count: number) => days.slice(0, count).reduce((sum, day) => sum + day, 0);
  return [
    `${es ? "hoy" : "today"} ${days[0] ?? 0}${overdue > 0 ? ` (${countOf(overdue, "overdue", lang)})` : ""}`,
    `${es ? "en 7 días" : "in 7 days"} ${within(7)}`,
    `${es ? "en 30 días" : "in 30 days"} ${within(30)}`,
    `${es ? "después" : "later"} ${later}`,
  ].join("; ");
}

/** "31 h 20 min en total; 2 h 5 min en los últimos 30 días". */
export function timeSentence({ time: { total, days } }: Statistics, lang: Lang): string {
  const lately = timeText(days.reduce((sum, day) => sum + day, 0));
  return lang === "es"
    ? `${timeText(total)} en total; ${lately} en los últimos ${days.length} días`
    : `${timeText(total)} in all; ${lately} in the last ${days.length} days`;
}

/** The mean over all spans, where there is anything to tell. */
export function retentionText({ retention: { asked, recalled, expected } }: Statistics, lang: Lang): string {
  if (asked < enoughReviews) return statsWords.noRetention[lang];
  return lang === "es"
    ? `${percent(recalled / asked)} de ${countOf(asked, "review", lang)}; FSRS esperaba ${percent(expected / asked)}`
    : `${percent(recalled / asked)} of ${countOf(asked, "review", lang)}; FSRS expected ${percent(expected / asked)}`;
}
