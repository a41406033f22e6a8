/** The JSON of check50, version 3: one result per task; `passed` is null where nothing can be said. */

import type { Lang } from "../../content/text.ts";
import type { TaskVerdict } from "../verdict.ts";
import { type LabReport, speaker, taskLines, waiting } from "./report.ts";

/** The release of check50 whose output this follows. */
const version = "3.3.11";

export function check50Report({ verdict }: LabReport, lang: Lang): string {
  const document = {
    slug: verdict.lab,
    results: verdict.tasks.map((task) => ({
      name: task.id,
      description: task.title[lang],
      passed: passed(task),
      log: taskLines(task, lang),
      cause: cause(task, lang),
      data: { score: task.score, max: task.max, status: task.status, part: task.part ?? null },
      dependency: task.waitsFor[0] ?? null,
    })),
    version,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function passed(task: TaskVerdict): boolean | null {
  switch (task.status) {
    case "passed":
      return true;
    case "failed":
      return false;
    case "blocked":
      return task.waitsFor.length > 0 ? null : false;
    case "unchecked":
      return null;
  }
}

function cause(task: TaskVerdict, lang: Lang) {
  if (task.status === "passed") return null;
  if (task.waitsFor.length > 0) return { rationale: waiting(task.waitsFor)[lang], help: null };
  const check = speaker(task);
  if (!check) return null;
  const rationale = `${check.kind} ${check.subject}: ${(check.because ?? check.actual)[lang]}`;
  const help = check.next?.[lang] ?? null;
  if (task.status === "unchecked") {
    return { rationale, help, error: { type: "unchecked", value: rationale, traceback: [], data: {} } };
  }
  return { rationale, help, expected: check.expected[lang], actual: check.actual[lang] };
}
