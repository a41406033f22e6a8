/** Gradescope's `results.json`: one test per task, with its points. */

import type { Lang, Text } from "../../content/text.ts";
import { isOwed, type LabReport, taskLines } from "./report.ts";

const regrade: Text = {
  es: "No se ha podido comprobar todo: esta entrega no tiene nota todavía y hay que volver a corregirla",
  en: "Not everything could be checked: this submission has no score yet and has to be graded again",
};

/**
 * When something could not be checked no score is written at all, neither of a task nor of the whole: Gradescope then
 * reports that the grading went wrong, instead of giving a grade that is too low or too high.
 */
export function gradescopeReport({ verdict, engine, seconds }: LabReport, lang: Lang): string {
  const final = !verdict.tasks.some((task) => isOwed(task, verdict));
  const document = {
    ...(final ? { score: verdict.score } : {}),
    ...(seconds === undefined ? {} : { execution_time: seconds }),
    ...(final ? {} : { output: regrade[lang] }),
    "output_format": "text",
    "test_output_format": "text",
    tests: verdict.tasks.map((task, index) => ({
      ...(final ? { score: task.score } : {}),
      "max_score": task.max,
      ...(isOwed(task, verdict) ? {} : { status: task.status === "passed" ? "passed" : "failed" }),
      name: task.title[lang],
      number: String(index + 1),
      output: taskLines(task, lang).join("\n"),
      "extra_data": { id: task.id, status: task.status },
    })),
    "extra_data": { lab: verdict.lab, status: verdict.status, engine: engine?.version ?? null },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
