/** The charts keep to their width, show what they are given, and have plain twins. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { inAscii } from "../../lib/screens/ascii.ts";
import { columnChart } from "../../lib/screens/charts/column_chart.ts";
import { curve } from "../../lib/screens/charts/curve.ts";
import { heatMap } from "../../lib/screens/charts/heat_map.ts";
import { tickLine } from "../../lib/screens/charts/tick_line.ts";
import type { Line } from "../../lib/screens/frame.ts";
import { lineWidth } from "../../lib/screens/width.ts";
import { daysOfDate } from "../../lib/study/civil_date.ts";
import { calendarOf } from "../../lib/study/statistics/calendar.ts";

const text = (line: Line) => line.map(({ text }) => text).join("");
const drawn = (lines: readonly Line[]) => lines.map((line) => text(line).trimEnd());

const width = fc.integer({ min: 0, max: 180 });
const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function fits(lines: readonly Line[], width: number): void {
  for (const line of lines) assert.ok(lineWidth(line) <= width, `${lineWidth(line)} > ${width}: ${text(line)}`);
}

Deno.test("columns never go over their width, nor over their height", () => {
  fc.assert(fc.property(counts, width, fc.integer({ min: 1, max: 9 }), (values, width, height) => {
    const scale = Math.max(1, ...values.slice(1));
    const ticks = [0, 7, 14].map((at) => ({ at, text: `day ${at}` }));
    const lines = columnChart({ values, scale, top: String(scale), ticks }, { width, height });
    fits(lines, width);
    assert.ok(lines.length === 0 || (lines.length >= height + 1 && lines.length <= height + 2));
  }));
});

Deno.test("each column is as high as its number, and the least is still seen", () => {
  const values = [8, 4, 1, 0, 0.01];
  const lines = columnChart({ values, scale: 8, top: "8", ticks: [] }, { width: 9, height: 2 });
  assert.deepEqual(drawn(lines), [
    "8 │█",
    "  │██▂ ▁",
    "0 └─────",
  ]);
});

Deno.test("a column that goes over the scale ends in an arrow, and the others keep their height", () => {
  const lines = columnChart({ values: [90, 4, 2], scale: 4, top: "4", ticks: [] }, { width: 9, height: 2 });
  assert.deepEqual(drawn(lines), [
    "4 │↑ █",
    "  │█ █ █",
    "0 └──────",
  ]);
});

Deno.test("a text under the axis that would touch the one before it is left out", () => {
  const texts = [{ at: 0, text: "hoy" }, { at: 3, text: "touches" }, { at: 5, text: "28 nov" }, {
    at: 9,
    text: "over",
  }];
  assert.equal(tickLine(texts, 12), "hoy  28 nov");
});

Deno.test("the calendar of any day keeps to its width, with all its weeks where they have room", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), width, (today, width) => {
    const lines = heatMap(calendarOf(new Map(), today), width, "es");
    fits(lines, width);
    if (width < 57) return;
    const signs = lines.slice(1, 8).map((line) => text(line).slice(3).replaceAll(" ", "")).join("");
    assert.ok([365, 366, 2 * 365, 2 * 366].includes(signs.length), `${signs.length} signs at ${width}`);
  }));
});

Deno.test("a week is a column, from Monday to Sunday, and months stand where they begin", async (t) => {
  const today = daysOfDate({ year: 2024, month: 3, day: 14 });
  const done = [[0, 40], [1, 20], [2, 8], [3, 1], [14, 3], [365, 30]];
  const tally = { right: 0, reviews: 0, introduced: 0, tasks: 0, took: 0 };
  const days = new Map(done.map(([ago = 0, answers = 0]) => [today - ago, { ...tally, answers }]));
  await t.assertSnapshot(drawn(heatMap(calendarOf(days, today), 60, "en")).join("\n"));
  await t.assertSnapshot(drawn(heatMap(calendarOf(days, today), 24, "es")).join("\n"));
});

Deno.test("a curve keeps to its width, and puts each share where it belongs", () => {
  const point = fc.record({ label: fc.nat(256).map(String), measured: share, expected: share });
  fc.assert(fc.property(fc.array(point, { maxLength: 12 }), width, (points, width) => {
    fits(curve(points, { width, height: 6 }), width);
  }));
  const points = [{ label: "1", measured: 1, expected: 0.9 }, { label: "2", measured: 0.5, expected: 0.8 }];
  assert.deepEqual(drawn(curve(points, { width: 14, height: 6 })), [
    "100% │ ●",
    " 90% │  ○",
    " 80% │      ○",
    " 70% │",
    " 60% │",
    " 50% │     ●",
    "     └────────",
    "       1   2",
  ]);
});

Deno.test("a curve goes down to nothing only where something is below half", () => {
  const points = [{ label: "1", measured: 0.2, expected: 0.9 }];
  assert.deepEqual(drawn(curve(points, { width: 14, height: 6 })).slice(4, 6), [" 20% │ ●", "  0% │"]);
});

Deno.test("all charts have twins of plain characters, one for one", () => {
  const charts = [
    ...columnChart({ values: [1, 2, 3, 4, 5, 6, 7, 8, 99], scale: 8, top: "8", ticks: [] }, { width: 20, height: 1 }),
    ...heatMap(calendarOf(new Map(), 20_000), 60, "en"),
    ...curve([{ label: "1", measured: 0.9, expected: 0.8 }], { width: 20, height: 6 }),
  ];
  const { lines } = inAscii({ lines: charts });
  for (const line of lines) assert.match(text(line), /^[\x20-\x7e]*$/);
  assert.deepEqual(lines.map(lineWidth), charts.map(lineWidth));
  assert.equal(text(lines[0] ?? []), "8 |_.-=+*%#^");
});
