/** Verdicts of a lab as lines that are read one after another. */

import type { SolutionStep } from "../content/schema/lab.ts";
import type { Lang, Text } from "../content/text.ts";
import type { CheckVerdict } from "../lab/verdict.ts";
import { diagnosis } from "../screens/check_detail.ts";
import type { Line } from "../screens/frame.ts";
import { tickLook } from "../screens/lab_tasks.ts";
import { inlineMarkdown } from "../screens/markdown.ts";
import { span } from "../screens/width.ts";
import { wrap } from "../screens/wrap.ts";

const seenWord: Text = { es: "se ve", en: "seen" };

/** Nothing where the learner would read the same again. */
export function changedCheck(before: CheckVerdict | undefined, after: CheckVerdict, lang: Lang): readonly Line[] {
  if (before?.status === after.status && before.actual[lang] === after.actual[lang]) return [];
  return [checkLine(after, lang)];
}

function checkLine({ kind, subject, status, actual }: CheckVerdict, lang: Lang): Line {
  const { symbol, word, style } = tickLook[status];
  const seen = status === "passed" || actual[lang] === ""
    ? []
    : [span("; "), ...inlineMarkdown(`${seenWord[lang]}: ${actual[lang]}`)];
  return [span(`${symbol} `, style), span(`${kind} ${subject}: `), span(word[lang], style), ...seen];
}

/** A check, and why it is not passed with the next thing to try. */
export function explained(check: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  const { symbol, word, style } = tickLook[check.status];
  const head = wrap([span(`${check.kind} ${check.subject}: `), span(word[lang], style)], width, {
    first: [span(`${symbol} `, style)],
    rest: [span("    ")],
  });
  return [...head, ...diagnosis(check, lang, width)];
}

/** Steps of a solution as they are typed, numbered where there are several. */
export function solutionLines(steps: readonly SolutionStep[]): readonly Line[] {
  return steps.flatMap((step, index) => stepLines(step, steps.length > 1 ? `${index + 1}. ` : ""));
}

function stepLines(step: SolutionStep, number: string): readonly Line[] {
  const lead = span(`  ${number}`, "dim");
  if (typeof step === "string") return [[lead, span("$ ", "accent"), span(step, "code")]];
  const body = step.content.trimEnd().split("\n").map((text): Line => [span("    "), span(text, "code")]);
  return [[lead, span(step.file, "code"), span(":")], ...body];
}
