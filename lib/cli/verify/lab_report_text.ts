/** The verdict on a lab as text for people. */

import type { Lang, Text } from "../../content/text.ts";
import { givenUp as givenUpText, partText, waiting } from "../../lab/formats/report.ts";
import type { CheckVerdict, LabVerdict, Status, TaskVerdict } from "../../lab/verdict.ts";
import { textOf } from "../../screens/bare_text.ts";
import { cleanLine } from "../../screens/clean.ts";
import type { Line } from "../../screens/frame.ts";
import { partLook, tickLook } from "../../screens/tick.ts";
import { inlineMarkdown } from "../../screens/markdown.ts";
import { figure, partOf } from "../../screens/points.ts";
import { ends, lineWidth, span } from "../../screens/width.ts";
import { wrap } from "../../screens/wrap.ts";
import { sayLines } from "../../terminal/say.ts";
import { outputWidth } from "../../terminal/stream.ts";
import { checkHead, explained } from "../plain/plain_verdict.ts";

const before: Text = { es: "superada antes", en: "passed before" };

const indent = [span("    ")];

/** On standard output, as wide and as colourful as that is. `only`: the task that was asked for. */
export function sayReport(verdict: LabVerdict, lang: Lang, only?: string): void {
  sayLines(reportLines(verdict, lang, outputWidth(), only));
}

/** For a file: 80 columns. */
export function textReport(verdict: LabVerdict, lang: Lang, only?: string): string {
  return reportLines(verdict, lang, 80, only).map((line) => cleanLine(textOf(line)).trimEnd()).join("\n");
}

/** Tasks one below the other; one that is not passed says why. No line is wider than `width`, 20 at least. */
export function reportLines(verdict: LabVerdict, lang: Lang, width: number, only?: string): readonly Line[] {
  const { score, max, status } = verdict;
  const { symbol, style } = tickLook[status];
  const told = new Set<string>();
  return [
    ...verdict.tasks.flatMap((task) => taskLines(task, told, lang, width)),
    [],
    ...wrap(
      [
        span(`${symbol} `, style),
        span(`${partOf(score, max, lang)}: `),
        span((only === undefined ? labWords : taskWords)[status][lang], style),
      ],
      width,
    ),
  ];
}

/** `told`: why nothing could be looked at, which is the same for many checks and said once. */
function taskLines(task: TaskVerdict, told: Set<string>, lang: Lang, width: number): readonly Line[] {
  const { status, part, score, max } = task;
  const { symbol, style } = part && part.right > 0 ? partLook : tickLook[status];
  const points = [span(`${figure(score, lang)}/${figure(max, lang)}`, "dim")];
  const room = width - lineWidth(points) - 2;
  const title = wrap([...inlineMarkdown(task.title[lang], "strong"), span(` (${task.id})`, "dim")], room, {
    first: [span(`${symbol} `, style)],
    rest: [span("  ")],
  });
  const remark = remarkOn(task, lang);
  return [
    ends(title[0] ?? [], points, width),
    ...title.slice(1),
    ...(remark === "" ? [] : wrap([span(remark, "dim")], width, { first: indent })),
    ...(status === "passed" ? [] : task.checks.flatMap((check) => checkLines(check, told, lang, width))),
  ];
}

function checkLines(check: CheckVerdict, told: Set<string>, lang: Lang, width: number): readonly Line[] {
  const why = check.status === "unchecked" ? check.because?.[lang] : undefined;
  const lines = why !== undefined && told.has(why)
    ? checkHead(check, lang, width - 2)
    : explained(check, lang, width - 2);
  if (why !== undefined) told.add(why);
  return lines.map((line) => [span("  "), ...line]);
}

function remarkOn({ status, givenUp, part, waitsFor, passedAt }: TaskVerdict, lang: Lang): string {
  const remarks = [
    ...(waitsFor.length > 0 ? [waiting(waitsFor)[lang]] : []),
    ...(status === "passed" && passedAt !== undefined ? [before[lang]] : []),
    ...(part ? [partText(part)[lang]] : []),
    ...(givenUp ? [givenUpText[lang]] : []),
  ];
  return remarks.join("; ");
}

const labWords: Readonly<Record<Status, Text>> = {
  passed: { es: "laboratorio superado", en: "lab passed" },
  failed: { es: "laboratorio sin superar", en: "lab not passed" },
  blocked: { es: "laboratorio sin superar", en: "lab not passed" },
  unchecked: {
    es: "no se pudo comprobar todo; lo que no se ve no cuenta como fallo",
    en: "not everything could be checked; what cannot be seen is not held against you",
  },
};

/** Of one task nothing follows for the lab. */
const taskWords: Readonly<Record<Status, Text>> = {
  ...labWords,
  passed: { es: "tarea superada", en: "task passed" },
  failed: { es: "tarea sin superar", en: "task not passed" },
  blocked: { es: "tarea sin superar", en: "task not passed" },
};
