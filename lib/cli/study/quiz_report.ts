/** The summary of a quiz as lines of text, for `--answers` and plain output. */

import type { Lang, Text } from "../../content/text.ts";
import type { Session } from "../../quiz/session.ts";
import { isPassed } from "../../quiz/pass_mark.ts";
import { percent } from "../../screens/bar.ts";
import { unmarked } from "../../screens/bare_text.ts";
import { gist } from "../../screens/gist.ts";
import { knownSessions } from "../../screens/known_sessions.ts";
import { figure } from "../../screens/points.ts";
import { scoreOf, summarize } from "../../quiz/session_summary.ts";
import { partResults } from "../../quiz/sitting.ts";

const statusWords: Readonly<Record<"correct" | "partial" | "incorrect" | "skipped", Text>> = {
  correct: { es: "bien", en: "correct" },
  partial: { es: "en parte", en: "partial" },
  incorrect: { es: "mal", en: "incorrect" },
  skipped: { es: "sin responder", en: "skipped" },
};

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
      `  ${status.padEnd(14)} ${points.padStart(7)}  ${item.question.id}: ${
        unmarked(gist(item.question.prompt[lang]))
      }`,
      ...remarks.map((remark) => `      ${unmarked(remark[lang])}`),
    ];
  });
  const weakest = [...concepts].sort((a, b) => a.score / a.max - b.score / b.max);
  const passed = isPassed({ score, max }, pass);
  const part = ({ score, max }: { readonly score: number; readonly max: number }) => percent(max > 0 ? score / max : 0);
  return [
    session.quiz.title[lang],
    ...questions,
    "",
    ...partLines(session, lang),
    ...(session.sitting ? [] : [
      lang === "es" ? "Por concepto:" : "By concept:",
      ...weakest.map((concept) =>
        `  ${part(concept).padStart(5)}  ${names[concept.concept]?.[lang] ?? concept.concept}`
      ),
      "",
    ]),
    `${figure(score, lang)} / ${figure(max, lang)} (${part({ score, max })}), ` +
    (session.sitting?.kind === "placement"
      ? `${knownSessions(session, lang)}, ${lang === "es" ? "semilla" : "seed"} ${session.seed}`
      : lang === "es"
      ? `${passed ? "aprobado" : "no aprobado"} con ${percent(pass)}, semilla ${session.seed}`
      : `${passed ? "passed" : "not passed"} at ${percent(pass)}, seed ${session.seed}`),
  ];
}

/** Of a quiz that is put together from others: session by session, or area by area. */
function partLines(session: Session, lang: Lang): readonly string[] {
  if (!session.sitting) return [];
  const placement = session.sitting.kind === "placement";
  const lines = partResults(session).map(({ title, score, max, right }) => {
    const known = placement ? `  ${right ? knownWords.known[lang] : knownWords.open[lang]}` : "";
    return `  ${`${figure(score, lang)}/${figure(max, lang)}`.padStart(7)}${known}  ${title[lang]}`;
  });
  return [(placement ? knownWords.sessions : knownWords.areas)[lang], ...lines, ""];
}

const knownWords = {
  known: { es: "sabida   ", en: "known  " },
  open: { es: "por hacer", en: "to do  " },
  sessions: { es: "Por sesión:", en: "By session:" },
  areas: { es: "Por área:", en: "By area:" },
} satisfies Readonly<Record<string, Text>>;
