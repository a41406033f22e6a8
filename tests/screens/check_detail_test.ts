/** Why a check is not passed, as lines: what is compared to the letter, what is advised as Markdown. */

import assert from "node:assert/strict";
import { same } from "../../lib/content/text.ts";
import type { CheckVerdict } from "../../lib/lab/verdict.ts";
import { diagnosis } from "../../lib/screens/check_detail.ts";
import type { Line } from "../../lib/screens/frame.ts";

const verdict: CheckVerdict = {
  kind: "container",
  subject: "web",
  status: "failed",
  expected: same("command: ls *.txt *.md"),
  actual: same("# __init__ `date` <b>[x](y)</b>"),
  because: same("It runs `ls`"),
  fields: [],
};

function text(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join("")).join("\n");
}

Deno.test("check detail: what is compared is shown to the letter, marks of Markdown in it are no marks", () => {
  for (const width of [80, 40]) {
    const shown = text(diagnosis(verdict, "en", width));
    assert.ok(shown.includes("ls *.txt *.md"), shown);
    assert.ok(shown.includes("# __init__ `date`") && shown.includes("<b>[x](y)</b>"), shown);
    assert.ok(shown.includes("It runs ls"), shown);
  }
});

Deno.test("check detail: nothing that docker reported moves the cursor", () => {
  const shown = text(diagnosis({ ...verdict, actual: same("a\u001b[2Jb\nc\u202ed") }, "en", 80));
  assert.ok(shown.includes("ab cd"), JSON.stringify(shown));
});
