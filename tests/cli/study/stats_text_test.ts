/** The statistics for who has no screen: sentences for people, a document for programs. */

import assert from "node:assert/strict";
import { statsJson } from "../../../lib/cli/study/stats_json.ts";
import { statsText } from "../../../lib/cli/study/stats_text.ts";
import { firstDays, nothingYet, yearOfStudy } from "../../screens/sample_stats.ts";

for (const lang of ["es", "en"] as const) {
  Deno.test(`a year of study in sentences, ${lang}`, async (t) => {
    await t.assertSnapshot(statsText(yearOfStudy, lang).join("\n"));
  });
  Deno.test(`the first days in sentences, ${lang}`, async (t) => {
    await t.assertSnapshot(statsText(firstDays, lang).join("\n"));
  });
  Deno.test(`nothing done yet in sentences, ${lang}`, async (t) => {
    await t.assertSnapshot(statsText(nothingYet, lang).join("\n"));
  });
}

Deno.test("the sentences hold no drawing and no marks of Markdown", () => {
  for (const statistics of [yearOfStudy, firstDays, nothingYet]) {
    for (const line of statsText(statistics, "es")) {
      assert.doesNotMatch(line, /[\u2190-\u2bff`*|#]/, line);
    }
  }
});

/** Every key with the kind of its value; of a list its first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

Deno.test("the document keeps its shape", async (t) => {
  await t.assertSnapshot(shapeOf(statsJson(yearOfStudy, "en")));
});

Deno.test("the document says the same whether there is much or nothing: no key is ever missing, no number is none", () => {
  const [full, empty] = [statsJson(yearOfStudy, "en"), statsJson(nothingYet, "en")];
  assert.deepEqual(Object.keys(full), Object.keys(empty));
  for (const document of [full, empty, statsJson(firstDays, "es")]) {
    assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  }
  assert.deepEqual(empty.totals, { answers: 0, right: 0, reviews: 0, tasks: 0 });
  assert.deepEqual(empty.hardest, []);
});

Deno.test("dates of the document are days in a row, the forecast from today on, the others up to today", () => {
  const { today, calendar, forecast, time } = statsJson(yearOfStudy, "en");
  assert.equal(today, "2026-11-21");
  assert.deepEqual([calendar.days[0]?.date, calendar.days.at(-1)?.date], ["2025-11-22", today]);
  assert.deepEqual([forecast.days[0]?.date, forecast.days.at(-1)?.date], [today, "2026-12-20"]);
  assert.deepEqual([time.days[0]?.date, time.days.at(-1)?.date], ["2026-10-23", today]);
});
