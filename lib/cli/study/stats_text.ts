/** The statistics as sentences, one after another: for screen readers, pipes and terminals that cannot draw. */

import { areaNames } from "../../content/area_names.ts";
import type { Lang } from "../../content/text.ts";
import { percent } from "../../screens/bar.ts";
import { unmarked } from "../../screens/bare_text.ts";
import { dateText, monthName, timeText } from "../../screens/dates.ts";
import { gist } from "../../screens/gist.ts";
import { figure } from "../../screens/points.ts";
import { calendarText, forecastText, overviewFacts, retentionText, timeSentence } from "../../screens/stats_facts.ts";
import {
  countOf,
  type Section,
  sectionNames,
  sections,
  spanLabel,
  standingWords,
  statsWords,
} from "../../screens/stats_words.ts";
import { civilDate } from "../../study/civil_date.ts";
import { isEmpty, type Statistics } from "../../study/statistics.ts";
import type { Known } from "../../study/statistics/known.ts";
import { enoughReviews, standingOf } from "../../study/statistics/retention.ts";

/** No pictures: whatever the screen draws is said in words and numbers here. */
export function statsText(statistics: Statistics, lang: Lang): readonly string[] {
  if (isEmpty(statistics)) return statsWords.empty[lang].replaceAll("`", "").split("\n");
  return sections.flatMap((section, index) => [
    ...(index === 0 ? [] : [""]),
    sectionNames[section][lang],
    ...said(section, statistics, lang).map((line) => `  ${line}`),
  ]);
}

function said(section: Section, statistics: Statistics, lang: Lang): readonly string[] {
  const es = lang === "es";
  const { mastery, calendar, forecast, retention, target, time, hardest, today } = statistics;
  switch (section) {
    case "overview":
      return [
        ...overviewFacts(statistics, lang).map(({ name, value }) => `${name}: ${value}`),
        ...(forecast.days[0] ? [`${es ? "Siguiente paso" : "Next step"}: grumete review`] : []),
      ];
    case "mastery":
      if (mastery.areas.length === 0) return [statsWords.noConcepts[lang]];
      return mastery.areas.flatMap(({ area, concepts, ...known }) => [
        `${areaNames[area][lang]}: ${knownText(known, lang)}`,
        // What was never asked is all the same; it would only have to be listened to.
        ...concepts.filter(({ seen }) => seen > 0).map((one) => `  ${one.name[lang]}: ${knownText(one, lang)}`),
      ]);
    case "calendar":
      return [calendarText(statistics, lang), ...monthLines(calendar.days, lang)];
    case "forecast": {
      if (forecast.later === 0 && forecast.days.every((count) => count === 0)) return [statsWords.noForecast[lang]];
      const coming = forecast.days.flatMap((count, index) =>
        count === 0 || index === 0 ? [] : [`${dateText(today + index, lang)}: ${countOf(count, "review", lang)}`]
      );
      return [forecastText(statistics, lang), ...coming];
    }
    case "retention":
      return [
        retentionText(statistics, lang),
        ...(retention.asked < enoughReviews ? [] : [`${es ? "Meta" : "Goal"}: ${percent(target)}`]),
        ...retention.spans.map((span) => {
          const days = span.to === span.from
            ? countOf(span.from, "day", lang)
            : `${spanLabel(span)} ${es ? "días" : "days"}`;
          const after = es ? `Tras ${days}` : `After ${days}`;
          const standing = standingOf(span);
          if (standing === "unknown") {
            return `${after}: ${countOf(span.asked, "review", lang)}, ${standingWords.unknown[lang]}`;
          }
          const [recalled, expected] = [span.recalled, span.expected].map((count) => percent(count / span.asked));
          return `${after}: ${recalled} ${es ? "de" : "of"} ${countOf(span.asked, "review", lang)}; ` +
            `${es ? "FSRS esperaba" : "FSRS expected"} ${expected}: ${standingWords[standing][lang]}`;
        }),
      ];
    case "time":
      if (time.total === 0 && time.elsewhere === 0) return [statsWords.noTime[lang]];
      return [
        timeSentence(statistics, lang),
        ...time.areas.map(({ area, took }) => `${areaNames[area][lang]}: ${timeText(took)}`),
        ...(time.elsewhere > 0 ? [`${statsWords.elsewhere[lang]}: ${timeText(time.elsewhere)}`] : []),
      ];
    case "hardest":
      if (hardest.length === 0) return [statsWords.noHardest[lang]];
      return hardest.map(({ item, text, source, asked, right }) => {
        const first = text ? gist(text[lang]) : item;
        const where = source ? ` (${source[lang]})` : "";
        const score = `${figure(right, lang)} ${es ? "de" : "of"} ${asked}`;
        return `${percent(right / asked)}, ${score}: ${unmarked(first)}${where}`;
      });
  }
}

function knownText({ mastery, seen, items }: Known, lang: Lang): string {
  const of = lang === "es" ? `vistas ${seen} de ${items}` : `seen ${seen} of ${items}`;
  return `${percent(mastery)}; ${of}`;
}

/** Month by month, for 365 numbers tell nobody anything; months in which nothing was done are left out. */
function monthLines(days: Statistics["calendar"]["days"], lang: Lang): readonly string[] {
  const months = new Map<string, { active: number; done: number }>();
  for (const { day, done } of days) {
    if (done === 0) continue;
    const { year, month } = civilDate(day);
    const name = `${monthName(month, lang)} ${year}`;
    const sum = months.get(name) ?? { active: 0, done: 0 };
    months.set(name, { active: sum.active + 1, done: sum.done + done });
  }
  return [...months].map(([name, { active, done }]) =>
    lang === "es"
      ? `${name}: ${countOf(active, "day", lang)}, ${done} respuestas y tareas`
      : `${name}: ${countOf(active, "day", lang)}, ${done} answers and tasks`
  );
}
