/** What a learner reads of a check that is not passed, for snapshots in both languages. */

import assert from "node:assert/strict";
import type { Check } from "../../lib/content/schema/check.ts";
import { type Lang, langs } from "../../lib/content/text.ts";
import { judgeCheck } from "../../lib/lab/checks.ts";
import { advise } from "../../lib/lab/diagnosis/advisers.ts";
import { type Seen, snapshot, workspace } from "./samples.ts";

export type Case = readonly [name: string, check: Check, seen: Seen];

function said(check: Check, seen: Seen, lang: Lang): string {
  const verdict = judgeCheck(check, { snapshot: snapshot(seen), workspace, advise });
  assert.notEqual(verdict.status, "passed", JSON.stringify(check));
  return [
    `${verdict.kind} ${verdict.subject}: ${verdict.status}`,
    `  expected: ${verdict.expected[lang]}`,
    `  actual:   ${verdict.actual[lang]}`,
    `  because:  ${verdict.because?.[lang] ?? "–"}`,
    `  next:     ${verdict.next?.[lang] ?? "–"}`,
  ].join("\n");
}

export async function snap(t: Deno.TestContext, cases: readonly Case[]): Promise<void> {
  for (const lang of langs) {
    await t.assertSnapshot(cases.map(([name, check, seen]) => `# ${name}\n${said(check, seen, lang)}`).join("\n\n"));
  }
}
