/** Drawings of a report: SVG that says in words what it shows and needs no colour to be read. */

import type { Lang } from "../../../content/text.ts";
import { decimal, percent } from "../figures.ts";
import type { ScoreDistribution } from "../../statistics/score_distribution.ts";
import { element, type Html } from "./element.ts";

const [width, height] = [420, 210];
const [left, top, bottom] = [20, 30, 24];

/** Ten columns with their numbers, and where the mean lies. */
export function histogram({ tenths, mean }: ScoreDistribution, outOf: number, lang: Lang): Html {
  const most = Math.max(1, ...tenths);
  const step = (width - 2 * left) / 10;
  const floor = height - bottom;
  const said = tenths.map((count, index) => `${index * 10}–${index * 10 + 10}%: ${count}`).join("; ");
  const at = mean === undefined || outOf <= 0 ? undefined : left + Math.min(1, Math.max(0, mean / outOf)) * step * 10;
  const label = `${lang === "es" ? "media" : "mean"} ${decimal(mean, lang)}`;
  return element(
    "svg",
    { class: "histogram", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "histogram-title" },
    element(
      "title",
      { id: "histogram-title" },
      `${
        lang === "es" ? "Estudiantes por décima parte de la nota máxima" : "Students by tenth of the maximum"
      }: ${said}`,
    ),
    tenths.map((count, index) => {
      const tall = count / most * (floor - top - 16);
      const x = left + index * step;
      return [
        element("rect", { x: x + 2, y: floor - tall, width: step - 4, height: tall, class: "column" }),
        count > 0 ? element("text", { x: x + step / 2, y: floor - tall - 5, class: "count" }, count) : undefined,
      ];
    }),
    element("line", { x1: left, y1: floor, x2: width - left, y2: floor, class: "axis" }),
    [0, 20, 40, 60, 80, 100].map((tick) =>
      element("text", { x: left + tick / 10 * step, y: floor + 15, class: "tick" }, `${tick}%`)
    ),
    at === undefined ? undefined : [
      element("line", { x1: at, y1: top - 10, x2: at, y2: floor, class: "mean" }),
      element("text", { x: at, y: top - 15, class: at < 60 ? "tick start" : at > 360 ? "tick end" : "tick" }, label),
    ],
  );
}

/** A bar for a share; its number stands beside it. */
export function bar(share: number): Html {
  const length = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return element(
    "svg",
    { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    element("rect", { x: 0, y: 0, width: 100, height: 10, class: "track" }),
    element("rect", { x: 0, y: 0, width: length, height: 10, class: "column" }),
  );
}

/** An index from −1 to 1 with its interval, over a line at 0. */
export function whisker(
  value: number | undefined,
  interval: { readonly low: number; readonly high: number } | undefined,
): Html | undefined {
  if (value === undefined) return undefined;
  const x = (index: number) => Math.round((Math.min(1, Math.max(-1, index)) + 1) * 50 * 10) / 10;
  return element(
    "svg",
    { class: "whisker", viewBox: "-3 0 106 12", role: "img" },
    element(
      "title",
      {},
      `${percent(value)}${interval ? ` [${percent(interval.low)}, ${percent(interval.high)}]` : ""}`,
    ),
    element("line", { x1: 0, y1: 6, x2: 100, y2: 6, class: "faint" }),
    element("line", { x1: 50, y1: 0, x2: 50, y2: 12, class: "axis" }),
    interval ? element("line", { x1: x(interval.low), y1: 6, x2: x(interval.high), y2: 6, class: "range" }) : undefined,
    element("circle", { cx: x(value), cy: 6, r: 3, class: "dot" }),
  );
}
