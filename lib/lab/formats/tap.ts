/** Test Anything Protocol, version 14: one test point per task; what could not be checked is skipped. */

import type { Lang } from "../../content/text.ts";
import { printable } from "../matching/printable.ts";
import type { TaskVerdict } from "../verdict.ts";
import { isOwed, type LabReport, speaker, statusNames, waiting } from "./report.ts";

/** The details of a task that is not passed are a YAML block, whose strings are written as JSON strings. */
export function tapReport({ verdict }: LabReport, lang: Lang): string {
  const lines = ["TAP version 14", `1..${verdict.tasks.length}`];
  verdict.tasks.forEach((task, index) => {
    const owed = isOwed(task, verdict);
    const name = escaped(`${task.id}: ${task.title[lang]}`);
    const skip = owed ? ` # SKIP ${escaped(statusNames.unchecked[lang])}` : "";
    lines.push(`${task.status === "passed" || owed ? "ok" : "not ok"} ${index + 1} - ${name}${skip}`);
    if (task.status !== "passed") lines.push("  ---", ...details(task, lang).map((line) => `  ${line}`), "  ...");
  });
  return `${lines.join("\n")}\n`;
}

function details(task: TaskVerdict, lang: Lang): readonly string[] {
  const check = speaker(task);
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["status", task.status],
    ["points", task.part && `${task.score}/${task.max}`],
    ["message", task.waitsFor.length > 0 ? waiting(task.waitsFor)[lang] : undefined],
    ["check", check && `${check.kind} ${check.subject}`],
    ["expected", check?.expected[lang]],
    ["actual", check?.actual[lang]],
    ["because", check?.because?.[lang]],
    ["next", check?.next?.[lang]],
  ];
  return pairs.flatMap(([key, value]) => value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`]);
}

/** A `#` would begin a directive. */
function escaped(text: string): string {
  return printable(text).replaceAll("\\", "\\\\").replaceAll("#", "\\#");
}
