/** Each section of the statistics as lines of a width, and which of them can be chosen. */

import { type Area, areaNames } from "../content/area_names.ts";
import type { Lang, Text } from "../content/text.ts";
import type { Statistics } from "../study/statistics.ts";
import type { HardQuestion } from "../study/statistics/hardest.ts";
import type { Known } from "../study/statistics/known.ts";
import { enoughReviews, type RetentionSpan, standingOf } from "../study/statistics/retention.ts";
import { bar, percent } from "./bar.ts";
import { columnChart } from "./charts/column_chart.ts";
import { curve } from "./charts/curve.ts";
import { heatMap } from "./charts/heat_map.ts";
import { dateText, timeText } from "./dates.ts";
import type { Line } from "./frame.ts";
import { gist } from "./gist.ts";
import { inlineMarkdown } from "./markdown.ts";
import { pointer } from "./pointer.ts";
import { figure } from "./points.ts";
import { calendarText, forecastText, overviewFacts, retentionText, timeSentence } from "./stats_facts.ts";
import { type Section, sectionNames, sections, spanLabel, standingWords, statsWords } from "./stats_words.ts";
import { cut, cutLine, pad, span, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

export interface Drawn {
  readonly lines: readonly Line[];
  /** The line of each thing that can be chosen. */
  readonly rows: readonly number[];
}

/** What a section is drawn from. `row` is the place of the pointer, where the section has it. */
export interface Sight {
  readonly statistics: Statistics;
  /** Its concepts in place of the areas. */
  readonly area?: Area;
  readonly row?: number;
}

/** Title and contents; no line wider than `width`. */
export function drawSection(section: Section, sight: Sight, width: number, lang: Lang): Drawn {
  const title = sectionNames[section][lang] +
    (section === "mastery" && sight.area ? `: ${areaNames[sight.area][lang]}` : "");
  const head: Line = cutLine([span(`${sections.indexOf(section) + 1} `, "key"), span(title, "title")], width);
  const { lines, rows } = contents(section, sight, width, lang);
  return { lines: [head, ...lines], rows: rows.map((line) => line + 1) };
}

function contents(section: Section, sight: Sight, width: number, lang: Lang): Drawn {
  const { statistics } = sight;
  switch (section) {
    case "overview":
      return only(
        overviewFacts(statistics, lang).flatMap(({ name, value }) =>
          wrap([span(value)], width, {
            first: [span(pad(name, factWidth), "dim")],
            rest: [span(" ".repeat(factWidth))],
          })
        ),
      );
    case "mastery":
      return masteryList(sight, width, lang);
    case "calendar":
      return only([...heatMap(statistics.calendar, width, lang), ...said(calendarText(statistics, lang), width)]);
    case "forecast":
      return only(forecastLines(statistics, width, lang));
    case "retention":
      return only(retentionLines(statistics, width, lang));
    case "time":
      return only(timeLines(statistics, width, lang));
    case "hardest":
      return hardestList(sight, width, lang);
  }
}

const factWidth = 11;

function only(lines: readonly Line[]): Drawn {
  return { lines, rows: [] };
}

function said(sentence: string, width: number): readonly Line[] {
  return wrap([span(sentence, "dim")], width);
}

function masteryList({ statistics: { mastery }, area, row }: Sight, width: number, lang: Lang): Drawn {
  const shown: readonly (Known & { readonly name: Text })[] = area === undefined
    ? mastery.areas.map((one) => ({ ...one, name: areaNames[one.area] }))
    : mastery.areas.find((one) => one.area === area)?.concepts ?? [];
  if (shown.length === 0) return only(said(statsWords.noConcepts[lang], width));
  const names = shown.map(({ name }) => name[lang]);
  const cells = width >= 60 ? 20 : 8;
  const counts = shown.map(({ seen, items }) => width >= 50 ? ` ${seen}/${items}` : "");
  const room = Math.min(Math.max(...names.map(widthOf)), width - cells - 8 - Math.max(...counts.map(widthOf)));
  const countWidth = Math.max(...counts.map(widthOf));
  const lines = shown.map(({ mastery: share }, index): Line => [
    pointer(index === row),
    span(pad(cut(names[index] ?? "", room), room), index === row ? "strong" : "plain"),
    span(" "),
    ...bar(share, cells, share >= 0.8 ? "good" : "accent"),
    span(percent(share).padStart(5)),
    span((counts[index] ?? "").padStart(countWidth), "dim"),
  ]);
  return { lines, rows: lines.map((_, index) => index) };
}

function forecastLines(statistics: Statistics, width: number, lang: Lang): readonly Line[] {
  const { forecast: { days, later }, today } = statistics;
  const most = Math.max(...days);
  // What has piled up today would make every other day look empty.
  const others = Math.max(...days.slice(1));
  const scale = others > 0 ? Math.min(most, 2 * others) : most;
  if (most === 0 && later === 0) return said(statsWords.noForecast[lang], width);
  const ticks = [0, 7, 14, 21, 28].map((at) => ({
    at,
    text: at === 0 ? (lang === "es" ? "hoy" : "today") : dateText(today + at, lang),
  }));
  const chart = most === 0
    ? []
    : columnChart({ values: days, scale, top: String(scale), ticks }, { width, height: chartHeight });
  return [...chart, ...said(forecastText(statistics, lang), width)];
}

const chartHeight = 4;

function retentionLines(statistics: Statistics, width: number, lang: Lang): readonly Line[] {
  const { retention: { spans }, target } = statistics;
  const enough = spans.filter(({ asked }) => asked >= enoughReviews);
  const points = enough.map(({ from, asked, recalled, expected }) => ({
    label: String(from),
    measured: recalled / asked,
    expected: expected / asked,
  }));
  if (enough.length === 0) {
    return [...said(statsWords.noRetention[lang], width), ...(spans.length === 0 ? [] : spanTable(spans, width, lang))];
  }
  const legend: Line = [
    span("●", "accent"),
    span(` ${statsWords.recalled[lang]}  `, "dim"),
    span("○", "dim"),
    span(` ${statsWords.expected[lang]}`, "dim"),
  ];
  const goal = lang === "es" ? `; meta ${percent(target)}` : `; goal ${percent(target)}`;
  return [
    // One dot is no curve.
    ...(enough.length < 2 ? [] : [...curve(points, { width, height: width >= 60 ? 11 : 6 }), cutLine(legend, width)]),
    ...spanTable(spans, width, lang),
    ...said(retentionText(statistics, lang) + goal, width),
  ];
}

/** Days, reviews, both shares, and in words how they stand to each other. */
function spanTable(spans: readonly RetentionSpan[], width: number, lang: Lang): readonly Line[] {
  const head = lang === "es" ? ["días", "repasos", "recordado", "FSRS"] : ["days", "reviews", "recalled", "FSRS"];
  const columns = [8, 8, 10, 5];
  const cells = (texts: readonly string[]) => texts.map((text, index) => text.padStart(columns[index] ?? 0)).join("");
  return [
    [span(cells(head), "dim")],
    ...spans.map((one): Line => {
      const standing = standingOf(one);
      const known = standing !== "unknown";
      const share = (count: number) => percent(count / one.asked);
      const texts = [
        spanLabel(one),
        String(one.asked),
        known ? share(one.recalled) : "",
        known ? share(one.expected) : "",
      ];
      const style = standing === "worse" ? "warn" : standing === "better" ? "good" : "dim";
      return cutLine([span(cells(texts)), span(` ${standingWords[standing][lang]}`, style)], width);
    }),
  ].map((line) => cutLine(line, width));
}

function timeLines(statistics: Statistics, width: number, lang: Lang): readonly Line[] {
  const { time: { total, days, areas, elsewhere }, today } = statistics;
  if (total === 0 && elsewhere === 0) return said(statsWords.noTime[lang], width);
  const most = Math.max(...days);
  const ticks = [0, 7, 14, 21].map((at) => ({ at, text: dateText(today - days.length + 1 + at, lang) }));
  const chart = most === 0
    ? []
    : columnChart({ values: days, scale: most, top: timeText(most), ticks }, { width, height: chartHeight });
  const parts = [
    ...areas.map(({ area, took }) => ({ name: areaNames[area][lang], took })),
    ...(elsewhere > 0 ? [{ name: statsWords.elsewhere[lang], took: elsewhere }] : []),
  ];
  const longest = Math.max(1, ...parts.map(({ took }) => took));
  const cells = width >= 60 ? 20 : 8;
  const room = Math.min(Math.max(0, ...parts.map(({ name }) => widthOf(name))), width - cells - timeWidth - 2);
  return [
    ...said(timeSentence(statistics, lang), width),
    ...chart,
    ...parts.map(({ name, took }): Line => [
      span(`${pad(cut(name, room), room)} `),
      ...bar(took / longest, cells),
      span(timeText(took).padStart(timeWidth), "dim"),
    ]),
  ];
}

/** "123 h 45 min", and a blank before it. */
const timeWidth = 13;

function hardestList({ statistics: { hardest }, row }: Sight, width: number, lang: Lang): Drawn {
  if (hardest.length === 0) return only(said(statsWords.noHardest[lang], width));
  const scores = hardest.map((one) => scoreText(one, width, lang));
  const room = Math.max(...scores.map(widthOf));
  const lines = hardest.map(({ item, text, source, right, asked }, index): Line => {
    const first = text ? gist(text[lang]) : item;
    return cutLine([
      pointer(index === row),
      span(percent(right / asked).padStart(4), "warn"),
      span(` ${(scores[index] ?? "").padStart(room)}  `, "dim"),
      ...inlineMarkdown(first, index === row ? "strong" : "plain"),
      ...(source ? [span(`  ${source[lang]}`, "dim")] : []),
    ], width);
  });
  return { lines, rows: lines.map((_, index) => index) };
}

/** "2,5 de 8", "2,5/8" where room is scarce. */
function scoreText({ right, asked }: HardQuestion, width: number, lang: Lang): string {
  const of = width < 60 ? "/" : lang === "es" ? " de " : " of ";
  return figure(right, lang) + of + asked;
}
