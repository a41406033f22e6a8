/** The verdict as JSON, in one language; other programs read it, so every key is always there. */

import type { Lang } from "../../content/text.ts";
import type { LabReport } from "./report.ts";

/** As text; see `jsonDocument`. */
export function jsonReport(report: LabReport, lang: Lang): string {
  return `${JSON.stringify(jsonDocument(report, lang), null, 2)}\n`;
}

/**
 * `{lab, status, score, max, engine:{context,host,version}|null, tasks:[…]}`; what there is nothing to say of is null. `part` is
 * `{right, of}` where a part of a task already gives points.
 */
export function jsonDocument({ verdict, engine }: LabReport, lang: Lang): Readonly<Record<string, unknown>> {
  const { lab, status, score, max, tasks } = verdict;
  return {
    lab,
    status,
    score,
    max,
    engine: engine ? { context: engine.context, host: engine.host, version: engine.version } : null,
    tasks: tasks.map((task) => ({
      id: task.id,
      title: task.title[lang],
      status: task.status,
      score: task.score,
      max: task.max,
      waitsFor: task.waitsFor,
      givenUp: task.givenUp ?? false,
      part: task.part ?? null,
      checks: task.checks.map((check) => ({
        kind: check.kind,
        subject: check.subject,
        status: check.status,
        expected: check.expected[lang],
        actual: check.actual[lang],
        because: check.because?.[lang] ?? null,
        next: check.next?.[lang] ?? null,
        fields: check.fields.map(({ field, status, expected, actual }) => ({
          field,
          status,
          expected: expected[lang],
          actual: actual[lang],
        })),
      })),
    })),
  };
}
