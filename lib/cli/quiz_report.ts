/** The summary of a quiz as lines of text, for `--answers` and plain output. */

import type { Lang, Text } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import { figure } from "../screens/points.ts";
import { scoreOf, summarize } from "../quiz/session_summary.ts";

const statusWords: Readonly<Record<"correct" | "partial" | "incorrect" | "skipped", Text>> = {
  correct: { es: "bien", en: "correct" },
  partial: { es: "en parte", en: "partial" },
  incorrect: { es: "mal", en: "incorrect" },
  skipped: { es: "sin responder", en: "skipped" },
};

/** "60 %", whole figures. */
export function percentOf(part: number, whole: number): string {
  return `${Math.round(whole > 0 ? 100 * part / whole : 0)} %`;
}

/** Question by question with remarks, then by concept, weakest first. `names` are those of the concepts. */
export function summaryLines(
  session: Session,
  names: Readonly<Record<string, Text>>,
  pass: number,
  lang: Lang,
): readonly string[] {
  const { score, max, concepts } = summarize(session);
  const questions = session.items.flatMap((item) => {
    const status = statusWords[item.mark?.status ?? "skipped"][lang];
    const points = `${figure(scoreOf(item), lang)}/${figure(item.question.points, lang)}`;
    const remarks = item.mark?.status === "correct" ? [] : item.mark?.remarks ?? [];
    return [
      `  ${status.padEnd(14)} ${points.padStart(7)}  ${item.question.id}`,
      ...remarks.map((remark) => `      ${remark[lang]}`),
    ];
  });
  const weakest = [...concepts].sort((a, b) => a.score / a.max - b.score / b.max);
  const passed = score >= pass * max;
  return [
    session.quiz.title[lang],
    ...questions,
    "",
    lang === "es" ? "Por concepto:" : "By concept:",
    ...weakest.map((concept) =>
      `  ${percentOf(concept.score, concept.max).padStart(5)}  ${names[concept.concept]?.[lang] ?? concept.concept}`
    ),
    "",
    `${figure(score, lang)} / ${figure(max, lang)} (${percentOf(score, max)}), ` +
    (lang === "es"
      ? `${passed ? "aprobado" : "no aprobado"} con ${percentOf(pass, 1)}, semilla ${session.seed}`
      : `${passed ? "passed" : "not passed"} at ${percentOf(pass, 1)}, seed ${session.seed}`),
  ];
}
