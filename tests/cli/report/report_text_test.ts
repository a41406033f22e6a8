/** The report on a terminal: fits any width, says the same without colours, and can be read out. */

import assert from "node:assert/strict";
import { reportText, type TextOptions } from "../../../lib/cli/report/report_text.ts";
import { langs } from "../../../lib/content/text.ts";
import { classStatistics, finished } from "../../../lib/exam/statistics/class_statistics.ts";
import { lineInAscii } from "../../../lib/screens/ascii.ts";
import { textOf } from "../../../lib/screens/bare_text.ts";
import { lineWidth } from "../../../lib/screens/width.ts";
import { sampleClass } from "../../exam/sample_class.ts";
import { marksFrom } from "../../exam/statistics/marks_from_table.ts";

const [large, small] = [60, 12].map((size) => finished(classStatistics(sampleClass(size))));
const table = finished(
  classStatistics(marksFrom("s,uno,dos,tres\na,1,0,1\nb,1,1,\nc,0,0,0\nd,,,\ne,1,1,1\nf,0,1,0\n")),
);

const options: TextOptions = { lang: "es", width: 80, plain: false, conceptNames: new Map(), maxGiven: true };

function drawn(statistics: typeof large, more: Partial<TextOptions> = {}): string {
  assert.ok(statistics);
  return reportText(statistics, { ...options, ...more }).map(textOf).join("\n");
}

Deno.test("no line is wider than the terminal, in either language, drawn or read out", () => {
  for (const statistics of [large, small, table]) {
    assert.ok(statistics);
    for (const lang of langs) {
      for (const plain of [false, true]) {
        for (const width of [30, 40, 63, 80, 120, 200]) {
          for (const line of reportText(statistics, { ...options, lang, plain, width })) {
            assert.ok(lineWidth(line) <= width, `${width}: "${textOf(line)}"`);
          }
        }
      }
    }
  }
});

Deno.test("a large class at 80 columns", async (t) => {
  await t.assertSnapshot(drawn(large));
});

Deno.test("a table of marks at 40 columns, in English", async (t) => {
  await t.assertSnapshot(drawn(table, { lang: "en", width: 40, maxGiven: false }));
});

Deno.test("a small class, read out", async (t) => {
  await t.assertSnapshot(drawn(small, { plain: true }));
});

Deno.test("read out, nothing is drawn", () => {
  for (const lang of langs) assert.doesNotMatch(drawn(large, { plain: true, lang }), /[█░│⚑→]/);
});

Deno.test("the drawing has a plain twin of the same width", () => {
  assert.ok(large);
  for (const line of reportText(large, options)) {
    const twin = lineInAscii(line);
    assert.equal(lineWidth(twin), lineWidth(line));
    assert.doesNotMatch(textOf(twin), /[█░│⚑→−–…]/);
  }
});
