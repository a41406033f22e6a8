/** The verdict on a lab as text for people. */

import type { Lang } from "../content/text.ts";
import type { ExitCode } from "../content/user_error.ts";
import { type LabReport, statusNames, taskLines } from "../lab/formats/report.ts";
import { figure } from "../screens/points.ts";
import type { Status, TaskVerdict } from "../lab/verdict.ts";

/** Signs that need no colour and no Unicode. */
const signs: Readonly<Record<Status, string>> = { passed: "[x]", failed: "[ ]", blocked: "[-]", unchecked: "[?]" };

/** Tasks one below the other; one that is not passed says why. */
export function textReport({ verdict }: LabReport, lang: Lang): string {
  const tasks = verdict.tasks.flatMap((task) => {
    const points = `${figure(task.score, lang)}/${figure(task.max, lang)}`;
    const why = task.status === "passed" ? [] : taskLines(task, lang).map((line) => `      ${line}`);
    return [
      `${signs[task.status]} ${task.title[lang]}  (${task.id}: ${points}, ${statusNames[task.status][lang]})`,
      ...why,
    ];
  });
  return [
    ...tasks,
    "",
    `${figure(verdict.score, lang)} / ${figure(verdict.max, lang)}: ${labWords[verdict.status][lang]}`,
  ].join("\n");
}

const labWords: Readonly<Record<Status, Readonly<Record<Lang, string>>>> = {
  passed: { es: "laboratorio superado", en: "lab passed" },
  failed: { es: "laboratorio sin superar", en: "lab not passed" },
  blocked: { es: "laboratorio sin superar", en: "lab not passed" },
  unchecked: {
    es: "no se pudo comprobar todo; lo que no se ve no cuenta como fallo",
    en: "not everything could be checked; what cannot be seen is not held against you",
  },
};

/** Where several hold, could-not-check comes before not-passed. */
export function exitCodeOf(tasks: readonly TaskVerdict[]): ExitCode {
  if (tasks.some(({ status }) => status === "unchecked")) return 3;
  return tasks.every(({ status }) => status === "passed") ? 0 : 1;
}
