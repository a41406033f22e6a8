/** The report for other programs: JSON whose keys others script against, CSV for a spreadsheet. */

import assert from "node:assert/strict";
import { csvRows } from "../../../lib/exam/csv.ts";
import { reportCsv } from "../../../lib/exam/report/report_csv.ts";
import { reportJson } from "../../../lib/exam/report/report_json.ts";
import { classStatistics, finished } from "../../../lib/exam/statistics/class_statistics.ts";
import { sampleClass } from "../sample_class.ts";
import { marksFrom } from "../statistics/marks_from_table.ts";
import quiz00 from "../data/moodle-quiz00.csv" with { type: "text" };

Deno.test("the JSON document of a published quiz", async (t) => {
  const document = reportJson(finished(classStatistics(marksFrom(quiz00))), "en");
  await t.assertSnapshot(JSON.parse(JSON.stringify(document)));
});

/** Every key there is, once. */
function keysOf(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, `${path}[]`));
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => keysOf(part, path === "" ? key : `${path}.${key}`));
}

Deno.test("the JSON document has the keys that others rely on, and only plain values", async (t) => {
  const document = reportJson(finished(classStatistics(sampleClass(60))), "es");
  const text = JSON.stringify(document);
  assert.deepEqual(JSON.parse(text), document, "nothing in it is lost as JSON");
  await t.assertSnapshot([...new Set(keysOf(document))].sort());
});

Deno.test("the CSV has a row for each item, numbers as numbers, and no formulas", () => {
  const marks = sampleClass(60);
  const items = marks.items.map((item, index) =>
    index === 0 ? { ...item, id: "=1+1", title: { es: "@x", en: "@x" } } : item
  );
  const csv = reportCsv(finished(classStatistics({ ...marks, items })), "es");
  const rows = [...csvRows(csv, ",")].flatMap((row) => "cells" in row ? [row.cells] : []);
  const [head = [], first = []] = rows;
  assert.equal(rows.length, 1 + items.length);
  assert.ok(rows.every(({ length }) => length === head.length));
  assert.deepEqual(first.slice(0, 2), ["'=1+1", "'@x"]);
  const index = head.indexOf("discrimination_index");
  const negative = rows.find(([id]) => id === "wrong-key")?.[index] ?? "";
  assert.ok(Number(negative) < 0, negative);
});
