/** The table of items as CSV, for a spreadsheet: names in English and points in numbers, whatever the language. */

import { csvText } from "../csv.ts";
import type { Lang } from "../../content/text.ts";
import type { ClassStatistics, ItemReport } from "../statistics/class_statistics.ts";
import { flagText } from "./flag_text.ts";
import { brief } from "./figures.ts";

type Cell = string | number | undefined;

const columns: readonly (readonly [name: string, value: (item: ItemReport, lang: Lang) => Cell])[] = [
  ["item", ({ item }) => item.id],
  ["title", ({ item }, lang) => brief(item.title[lang], 200)],
  ["kind", ({ item }) => item.kind],
  ["concepts", ({ item }) => item.concepts.join(" ")],
  ["max", ({ item }) => item.max],
  ["asked", ({ asked }) => asked],
  ["omitted", ({ omitted }) => omitted],
  ["not_reached", ({ notReached }) => notReached],
  ["facility", ({ facility }) => facility],
  ["standard_deviation", ({ standardDeviation }) => standardDeviation],
  ["discrimination_index", ({ discriminationIndex }) => discriminationIndex],
  ["discrimination_low", ({ interval }) => interval?.low],
  ["discrimination_high", ({ interval }) => interval?.high],
  ["discriminative_efficiency", ({ discriminativeEfficiency }) => discriminativeEfficiency],
  ["intended_weight", ({ intendedWeight }) => intendedWeight],
  ["effective_weight", ({ effectiveWeight }) => effectiveWeight],
  ["alpha_without", ({ alphaWithout }) => alphaWithout],
  ["random_guess_score", ({ item }) => item.guess?.score],
  ["median_seconds", ({ time }) => time?.median],
  ["flags", ({ flags }) => flags.map(({ kind }) => kind).join(" ")],
  ["what", ({ flags }, lang) => flags.map((flag) => flagText(flag).what[lang]).join(" ")],
];

/** One row for each item; figures as in `report_json.ts`, empty where there is none. */
export function reportCsv({ items }: ClassStatistics, lang: Lang): string {
  const rows = items.map((item) => columns.map(([, value]) => shortened(value(item, lang))));
  return csvText([columns.map(([name]) => name), ...rows]);
}

function shortened(cell: Cell): Cell {
  return typeof cell === "number" ? Number(cell.toPrecision(10)) : cell;
}
