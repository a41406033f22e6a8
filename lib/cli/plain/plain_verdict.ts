/** Verdicts of a lab as lines that are read one after another. */

import type { SolutionStep } from "../../content/schema/lab.ts";
import type { Lang, Text } from "../../content/text.ts";
import type { CheckVerdict } from "../../lab/verdict.ts";
import { diagnosis } from "../../screens/check_detail.ts";
import { cleanLine } from "../../screens/clean.ts";
import type { Line } from "../../screens/frame.ts";
import { tickLook } from "../../screens/tick.ts";
import { span } from "../../screens/width.ts";
import { wrap } from "../../screens/wrap.ts";

const seenWord: Text = { es: "se ve", en: "seen" };

/** Nothing where the learner would read the same again, or only that seconds have passed. */
export function changedCheck(before: CheckVerdict | undefined, after: CheckVerdict, lang: Lang): readonly Line[] {
  const seen = ({ actual, lookAgainIn }: CheckVerdict) =>
    lookAgainIn === undefined ? actual[lang] : actual[lang].replaceAll(/\d+(?:[.,]\d+)? s\b/g, "… s");
  return before?.status === after.status && seen(before) === seen(after) ? [] : [checkLine(after, lang)];
}

function checkLine({ kind, subject, status, actual }: CheckVerdict, lang: Lang): Line {
  const { symbol, word, style } = tickLook[status];
  const seen = status === "passed" || actual[lang] === ""
    ? []
    : [span("; "), span(cleanLine(`${seenWord[lang]}: ${actual[lang]}`))];
  return [span(`${symbol} `, style), span(`${kind} ${subject}: `), span(word[lang], style), ...seen];
}

/** A check, and why it is not passed with the next thing to try. */
export function explained(check: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  return [...checkHead(check, lang, width), ...diagnosis(check, lang, width, { spoken: true })];
}

/** Its name and how it ended. */
export function checkHead({ kind, subject, status }: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  const { symbol, word, style } = tickLook[status];
  return wrap([span(`${kind} ${subject}: `), span(word[lang], style)], width, {
    first: [span(`${symbol} `, style)],
    rest: [span("    ")],
  });
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
