/** What is said after an answer: how it was, why, what was right. */

import { join, type Lang, type Text } from "../content/text.ts";
import type { Mark, MarkStatus } from "../quiz/answer.ts";
import { contrast } from "../quiz/contrast.ts";
import type { Item } from "../quiz/session.ts";
import type { Confidence } from "../study/events.ts";
import { confidenceTold } from "./confidence.ts";
import { moreFeedback } from "./every_feedback.ts";
import type { Line, Style } from "./frame.ts";
import { markdown } from "./markdown.ts";
import { partOf } from "./points.ts";
import { cutLine, span } from "./width.ts";

/** A word, a symbol and a colour: each is enough alone. */
export const statusLook: Readonly<
  Record<MarkStatus, { readonly symbol: string; readonly word: Text; readonly style: Style }>
> = {
  correct: { symbol: "✔", word: { es: "Correcto", en: "Correct" }, style: "good" },
  partial: { symbol: "◐", word: { es: "Correcto en parte", en: "Partly correct" }, style: "warn" },
  incorrect: { symbol: "✘", word: { es: "Incorrecto", en: "Incorrect" }, style: "bad" },
  skipped: { symbol: "–", word: { es: "Sin responder", en: "Not answered" }, style: "dim" },
};

const words = {
  right: { es: "Respuesta correcta", en: "Right answer" },
  why: { es: "Por qué no es la tuya", en: "Why yours is wrong" },
  part: { es: "En qué falla la tuya", en: "Where yours goes wrong" },
  every: { es: "De las otras respuestas", en: "Of the other answers" },
} satisfies Readonly<Record<string, Text>>;

/** What is shown with the verdict. */
export interface Shows {
  /** Where points count. */
  readonly points: boolean;
  readonly confidence?: Confidence | undefined;
  /** What is said of the other answers too. */
  readonly every?: boolean;
  /** Where the concept explains what the author does not: a sentence. */
  readonly concept?: Text;
}

/** The verdict, what was wrong with exactly this answer, what is right, and why. */
export function feedback(
  item: Item,
  mark: Mark,
  lang: Lang,
  width: number,
  shows: Shows = { points: true },
): readonly Line[] {
  const { symbol, word, style } = statusLook[mark.status];
  const { points, explanation } = item.question;
  const facts = [
    ...(shows.points ? [partOf(points * mark.fraction, points, lang)] : []),
    ...(shows.confidence ? [confidenceTold[shows.confidence][lang]] : []),
  ].join(" · ");
  const lines: Line[] = [
    cutLine([span(`${symbol} ${word[lang]}`, style), ...(facts === "" ? [] : [span(`  ${facts}`, "dim")])], width),
  ];
  lines.push(...whyLines(item, mark, lang, width, shows));
  if (mark.status !== "correct") {
    lines.push([], [span(`${words.right[lang]}:`, "strong")], ...markdown(mark.solution[lang], width));
  }
  lines.push([], ...markdown(explanation[lang], width));
  const every = shows.every ? moreFeedback(item, lang, width) : [];
  if (every.length > 0) lines.push([], [span(`${words.every[lang]}:`, "strong")], ...every);
  return lines;
}

/** Exactly of the answer that was given. A right one may have remarks too; of one that was not given there is nothing to say. */
function whyLines(item: Item, mark: Mark, lang: Lang, width: number, { concept }: Shows): readonly Line[] {
  if (mark.status === "correct") return bullets(mark.remarks, lang, width);
  if (mark.status === "skipped") return [];
  const own = mark.remarks.length > 0 ? undefined : contrast(item.question, item.answer);
  const remarks = own ? [concept ? join([own, concept], ". ") : own] : mark.remarks;
  if (remarks.length === 0) return [];
  const heading = words[mark.status === "partial" ? "part" : "why"][lang];
  return [[span(`${heading}:`, "strong")], ...bullets(remarks, lang, width)];
}

function bullets(remarks: readonly Text[], lang: Lang, width: number): readonly Line[] {
  return markdown(remarks.map((remark) => `- ${remark[lang].replaceAll("\n", "\n  ")}`).join("\n"), width);
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
