/** What stands above a question: the quiz, the points so far, which question it is and what is to be done. */

import type { Lang, Text } from "../content/text.ts";
import type { Item, Session } from "../quiz/session.ts";
import { summarize } from "../quiz/session_summary.ts";
import type { Line } from "./frame.ts";
import type { View } from "./page.ts";
import { figure, pointsOf } from "./points.ts";
import { itemAt } from "./quiz_happening.ts";
import type { QuizState } from "./quiz.ts";
import { isBlind } from "./quiz_keys.ts";
import { leftUntil } from "./time_left.ts";
import { ends, span, widthOf } from "./width.ts";

const kindWords: Readonly<Record<Item["question"]["kind"], Text>> = {
  choice: { es: "elige una", en: "choose one" },
  multiple: { es: "marca todas las correctas", en: "tick all that are right" },
  truefalse: { es: "verdadero o falso", en: "true or false" },
  text: { es: "escribe la respuesta", en: "type the answer" },
  number: { es: "escribe un número", en: "type a number" },
  order: { es: "ordena", en: "put in order" },
  match: { es: "empareja", en: "match" },
  cloze: { es: "rellena los huecos", en: "fill in the blanks" },
  command: { es: "escribe la orden", en: "type the command" },
};

/** What is to be done; who may lose everything by one tick is told before. */
export function howTo(question: Item["question"]): Text {
  if (question.kind !== "multiple" || question.scoring !== "exact") return kindWords[question.kind];
  return { es: "marca todas las correctas, todo o nada", en: "tick all that are right, all or nothing" };
}

export function quizHeader(state: QuizState, { lang, size, flags }: View): readonly Line[] {
  const { session, place } = state;
  const item = session.items[session.at];
  const flagged = flags?.has(itemAt(state) ?? "") === true;
  // The points of a lab are those of its tasks.
  const points = place.kind === "task" ? "" : isBlind(state) ? clockOf(state, lang) : pointsSoFar(session, lang);
  const facts = [
    item
      ? `${lang === "es" ? "Pregunta" : "Question"} ${session.at + 1} ${
        lang === "es" ? "de" : "of"
      } ${session.items.length}`
      : lang === "es"
      ? "Antes de terminar"
      : "Before the end",
    ...(item ? [howTo(item.question)[lang]] : []),
    ...(item && place.kind !== "task" ? [pointsOf(item.question.points, lang)] : []),
  ];
  const seed = place.kind === "task" ? "" : `${lang === "es" ? "semilla" : "seed"} ${session.seed}`;
  return [
    ends(
      [span(session.quiz.title[lang], "title")],
      [
        ...(flagged ? [flagSpan(lang, size.columns)] : []),
        ...(flagged && points !== "" ? [span("  ")] : []),
        ...(points === "" ? [] : [span(points, "accent")]),
      ],
      size.columns,
    ),
    factsLine(facts, seed, size.columns),
  ];
}

/** What is left of the time; nothing where there is no limit. */
function clockOf({ session: { sitting }, now }: QuizState, lang: Lang): string {
  return sitting?.until === undefined || now === undefined ? "" : leftUntil(sitting.until, now, lang);
}

/** The mark of a question that the learner finds unclear. */
export function flagSpan(lang: Lang, columns: number) {
  return span(columns < 60 ? "⚠" : lang === "es" ? "⚠ poco clara" : "⚠ unclear", "warn");
}

const known = new WeakMap<Session, { readonly score: number; readonly max: number }>();

/** Summed up once per session, not at each key. */
function pointsSoFar(session: Session, lang: Lang): string {
  const { score, max } = known.get(session) ?? summarize(session);
  known.set(session, { score, max });
  return `${figure(score, lang)}/${pointsOf(max, lang)}`;
}

/** As many facts as there is room for beside the seed. */
function factsLine(facts: readonly string[], seed: string, width: number): Line {
  const room = width - widthOf(seed) - 2;
  let shown = "";
  for (const fact of facts) {
    const longer = shown === "" ? fact : `${shown} · ${fact}`;
    if (widthOf(longer) > room) break;
    shown = longer;
  }
  return ends([span(shown === "" ? facts[0] ?? "" : shown, "dim")], seed === "" ? [] : [span(seed, "dim")], width);
}
