/** Signs of life on standard error: one line written over, or a line now and then. */

import { deepStrictEqual as deepEqual, strictEqual as equal } from "node:assert/strict";
import { same } from "../../lib/content/text.ts";
import { Report } from "../../lib/terminal/report.ts";

const options = { lang: "en", ascii: false, depth: "bare" } as const;
const at = (seconds: number, step?: number) => ({
  what: same("Proving"),
  seconds,
  ...(step === undefined ? {} : { steps: { done: step, total: 9 } }),
});

Deno.test("nothing is said in the first second", () => {
  for (const rewrites of [true, false]) equal(new Report({ ...options, rewrites }).text(at(0, 1), 999, 80), "");
});

Deno.test("a line is written over only when it has changed, and taken back once", () => {
  const report = new Report({ ...options, rewrites: true });
  equal(report.text(at(1, 3), 1000, 41), "\r\x1b[K██░░░░ 4/9 Proving                   1 s");
  equal(report.text(at(1, 3), 1250, 41), "");
  equal(report.text(at(2, 3), 2000, 41), "\r\x1b[K██░░░░ 4/9 Proving                   2 s");
  equal(report.wiped(), "\r\x1b[K");
  equal(report.wiped(), "");
  // It comes back below what was written in between.
  equal(report.text(at(2, 3), 2250, 41).length > 0, true);
});

Deno.test("where no line can be written over, a new step is told after a while, the same one seldom", () => {
  const report = new Report({ ...options, rewrites: false });
  const said = [[1000, 1], [1250, 1], [2000, 2], [4000, 2], [10_000, 2], [19_000, 2], [20_000, 3], [22_000, 3]]
    .map(([ms = 0, step]) => report.text(at(Math.floor(ms / 1000), step), ms, 80));
  deepEqual(said, [
    "Proving 2/9… (1 s)\n",
    "",
    "",
    "Proving 3/9… (4 s)\n",
    "",
    "Proving 3/9… (19 s)\n",
    "",
    "Proving 4/9… (22 s)\n",
  ]);
  equal(report.wiped(), "");
});

Deno.test("without Unicode the bar is plain, and docker's lines cannot steer the terminal", () => {
  const report = new Report({ ...options, rewrites: true, ascii: true });
  const text = report.text({ ...at(1, 3), note: "\x1b[2Jhostile" }, 1000, 41);
  equal(text, "\r\x1b[K##.... 4/9 Proving: hostile          1 s");
});
