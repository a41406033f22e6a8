/** Verdicts of a lab as lines that are read one after another. */

import type { SolutionStep } from "../content/schema/lab.ts";
import type { Lang, Text } from "../content/text.ts";
import type { CheckVerdict } from "../lab/verdict.ts";
import type { Line } from "../screens/frame.ts";
import { tickLook } from "../screens/lab_tasks.ts";
import { inlineMarkdown, markdown } from "../screens/markdown.ts";
import { span } from "../screens/width.ts";

const words = {
  expected: { es: "se espera", en: "expected" },
  actual: { es: "se ve", en: "seen" },
  because: { es: "porque", en: "because" },
  next: { es: "prueba", en: "try" },
} satisfies Readonly<Record<string, Text>>;

/** Nothing where the learner would read the same again. */
export function changedCheck(before: CheckVerdict | undefined, after: CheckVerdict, lang: Lang): readonly Line[] {
  if (before?.status === after.status && before.actual[lang] === after.actual[lang]) return [];
  return [checkLine(after, lang)];
}

function checkLine({ kind, subject, status, actual }: CheckVerdict, lang: Lang): Line {
  const { symbol, word, style } = tickLook[status];
  const seen = status === "passed" || actual[lang] === ""
    ? []
    : [span("; "), ...inlineMarkdown(`${words.actual[lang]}: ${actual[lang]}`)];
  return [span(`${symbol} `, style), span(`${kind} ${subject}: `), span(word[lang], style), ...seen];
}

/** Why a check is not passed, and the next thing to try. */
export function diagnosis(check: CheckVerdict, lang: Lang, width: number): readonly Line[] {
  if (check.status === "passed") return [checkLine(check, lang)];
  const rows = (["expected", "because", "next"] as const).flatMap((name) => {
    const text = check[name]?.[lang] ?? "";
    return text === ""
      ? []
      : markdown(`${words[name][lang]}: ${text}`, Math.max(10, width - 4)).map((line): Line => [span("    "), ...line]);
  });
  return [checkLine(check, lang), ...rows];
}

/** A step of a solution as it is typed. */
export function stepLines(step: SolutionStep): readonly Line[] {
  if (typeof step === "string") return [[span("  $ ", "accent"), span(step, "code")]];
  const body = step.content.trimEnd().split("\n").map((text): Line => [span("    "), span(text, "code")]);
  return [[span("  "), span(step.file, "code"), span(":")], ...body];
}
