/** What is said after an answer: how it was, why, what was right. */

import type { Lang, Text } from "../content/text.ts";
import type { Mark, MarkStatus } from "../quiz/answer.ts";
import type { Item } from "../quiz/session.ts";
import type { Line, Style } from "./frame.ts";
import { markdown } from "./markdown.ts";
import { partOf } from "./points.ts";
import { span } from "./width.ts";

/** A word, a symbol and a colour: each is enough alone. */
export const statusLook: Readonly<
  Record<MarkStatus, { readonly symbol: string; readonly word: Text; readonly style: Style }>
> = {
  correct: { symbol: "✔", word: { es: "Correcto", en: "Correct" }, style: "good" },
  partial: { symbol: "◐", word: { es: "Correcto en parte", en: "Partly correct" }, style: "warn" },
  incorrect: { symbol: "✘", word: { es: "Incorrecto", en: "Incorrect" }, style: "bad" },
  skipped: { symbol: "–", word: { es: "Sin responder", en: "Not answered" }, style: "dim" },
};

const rightAnswer: Text = { es: "Respuesta correcta", en: "Right answer" };

/** With its points, where they count. */
export function feedback(
  item: Item,
  mark: Mark,
  lang: Lang,
  width: number,
  shows: { readonly points: boolean } = { points: true },
): readonly Line[] {
  const { symbol, word, style } = statusLook[mark.status];
  const { points, explanation } = item.question;
  const lines: Line[] = [[
    span(`${symbol} ${word[lang]}`, style),
    ...(shows.points ? [span(`  ${partOf(points * mark.fraction, points, lang)}`, "dim")] : []),
  ]];
  const remarks = mark.remarks.map((remark) => `- ${remark[lang].replaceAll("\n", "\n  ")}`).join("\n");
  lines.push(...markdown(remarks, width));
  if (mark.status !== "correct") {
    lines.push([], [span(`${rightAnswer[lang]}:`, "strong")], ...markdown(mark.solution[lang], width));
  }
  lines.push([], ...markdown(explanation[lang], width));
  return lines;
}

/** Hints shown so far, each hanging from its number. */
export function hintLines(hints: readonly Text[], lang: Lang, width: number): readonly Line[] {
  return hints.flatMap((hint, index) => {
    const prefix = `${hintWord[lang]}${hints.length > 1 ? ` ${index + 1}` : ""}: `;
    const lines = markdown(hint[lang], Math.max(1, width - prefix.length));
    return lines.map((line, row) => [span(row === 0 ? prefix : " ".repeat(prefix.length), "accent"), ...line]);
  });
}

const hintWord: Text = { es: "Pista", en: "Hint" };
