/** The end of a review: how it went, when the next ones are due, and with what to go on. Also what is said when nothing is due. */

import { both, type Lang, type Text } from "../content/text.ts";
import { bar, percent } from "./bar.ts";
import type { Line } from "./frame.ts";
import { ratingWords } from "./rating_words.ts";
import { inDays } from "./relative_days.ts";
import { type DueIn, type Result, type ReviewState } from "./review.ts";
import { ratings } from "../study/rating.ts";
import { span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Cards that were reviewed and went better than "again". */
function wentWell(results: readonly Result[]): number {
  return results.filter(({ rating }) => rating !== "again").length;
}

/** When cards come again, those of this sitting with the rest, soonest first. */
function comingUp({ opening, results }: ReviewState): readonly DueIn[] {
  const byDay = new Map(opening.upcoming.map(({ days, count }) => [days, count]));
  const scheduled = opening.choice.cram ? [] : results;
  for (const { card, rating } of scheduled) {
    const days = card.intervals[rating];
    byDay.set(days, (byDay.get(days) ?? 0) + 1);
  }
  return [...byDay].map(([days, count]) => ({ days, count }))
    .sort((one, other) => one.days - other.days);
}

/** Sentences in the order in which they matter: `plain_review.ts` says the same. */
export function endTexts(state: ReviewState): readonly Text[] {
  const { opening, results } = state;
  const texts: Text[] = [];
  if (results.length === 0) {
    texts.push(opening.choice.cram ? nothingToPractise : opening.more > 0 ? nothingAsked : nothingDue);
  }
  if (opening.more > 0) texts.push(moreToday(opening.more));
  const [next, ...later] = comingUp(state);
  if (next) texts.push(nextDue(next, later[0]));
  else if (results.length === 0) texts.push(howToBegin);
  const streak = opening.streak + (opening.today || results.length > 0 ? 1 : 0);
  if (streak > 1) texts.push(streakText(streak));
  return texts;
}

export function endLines(state: ReviewState, lang: Lang, width: number): readonly Line[] {
  const { results } = state;
  const said = endTexts(state).flatMap((
    text,
    index,
  ) => [...(index === 0 ? [] : [[]]), ...wrap([span(text[lang])], width)]);
  if (results.length === 0) return said;
  const part = wentWell(results) / results.length;
  const byRating = ratings.flatMap((rating) => {
    const count = results.filter((result) => result.rating === rating).length;
    return count === 0 ? [] : [`${count} ${ratingWords[rating][lang]}`];
  });
  return [
    [span(wellText(results)[lang], "strong"), span(`  ${percent(part)}`, "accent")],
    bar(part, Math.min(40, width)),
    [span(byRating.join(" · "), "dim")],
    [],
    ...said,
  ];
}

/** "12 de 14 bien". */
export function wellText(results: readonly Result[]): Text {
  const [well, all] = [wentWell(results), results.length];
  return { es: `${well} de ${all} bien`, en: `${well} of ${all} right` };
}

const nothingDue: Text = { es: "Hoy no toca repasar nada.", en: "Nothing is due today." };
const nothingAsked: Text = { es: "No se ha preguntado nada.", en: "Nothing was asked." };
const nothingToPractise: Text = { es: "Aún no hay nada que practicar.", en: "There is nothing to practise yet." };
const howToBegin: Text = {
  es: "Lo que respondas en cuestionarios y laboratorios vendrá aquí cuando toque.",
  en: "What you answer in quizzes and labs comes here when it is due.",
};

function moreToday(count: number): Text {
  return {
    es: count === 1 ? "Queda 1 más para hoy." : `Quedan ${count} más para hoy.`,
    en: `${count} more ${count === 1 ? "is" : "are"} due today.`,
  };
}

function nextDue(next: DueIn, later: DueIn | undefined): Text {
  return both((lang) => {
    const told = [next, ...(later ? [later] : [])].map(({ days, count }) => `${count} ${inDays(days, lang)}`);
    return `${lang === "es" ? "Lo siguiente que toca" : "Next due"}: ${told.join(", ")}.`;
  });
}

function streakText(days: number): Text {
  return { es: `Llevas ${days} días seguidos.`, en: `${days} days in a row.` };
}
