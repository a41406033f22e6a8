/** What stands above a card of a review and below it: how many are left, what it is, its rating and what each rating would mean. */

import type { Lang, Text } from "../content/text.ts";
import { ratings } from "../study/rating.ts";
import { bar } from "./bar.ts";
import type { Line } from "./frame.ts";
import type { View } from "./page.ts";
import { flagSpan, howTo } from "./quiz_header.ts";
import { isSettled } from "./quiz_keys.ts";
import type { Around } from "./quiz_layout.ts";
import { ratingWords } from "./rating_words.ts";
import { shortly } from "./relative_days.ts";
import { counts, openCards, type ReviewState } from "./review.ts";
import { ends, lineWidth, span } from "./width.ts";
import { wrap } from "./wrap.ts";

const words = {
  title: { es: "Repaso", en: "Review" },
  cram: { es: "Práctica", en: "Practice" },
  rate: { es: "¿Cómo te ha ido?", en: "How did it go?" },
} satisfies Readonly<Record<string, Text>>;

/** Why a card is not as the others. */
export const standings = {
  new: { es: "Nueva: la ves por primera vez", en: "New: you see it for the first time" },
  changed: {
    es: "Ha cambiado desde que la respondiste: empieza de nuevo",
    en: "It has changed since you answered it: it begins anew",
  },
  practice: {
    es: "Otra vez, para practicar: ya no cambia el calendario",
    en: "Again, for practice: it does not change the schedule any more",
  },
} satisfies Readonly<Record<string, Text>>;

export function aroundReview(state: ReviewState, view: View): Around {
  return { header: headerOf(state, view), notes: ratingLines(state, view.lang, Math.min(view.size.columns, 100)) };
}

/** Of review or practice. */
export function titleOf({ opening }: ReviewState): Text {
  return words[opening.choice.cram ? "cram" : "title"];
}

/** What is left, by how it stands: "2 nuevas · 5 de hoy · 1 otra vez". */
export function tallyText(state: ReviewState, lang: Lang): string {
  const left = openCards(state);
  const once = left.filter(({ practice }) => !practice);
  const fresh = once.filter(({ card }) => card.standing === "new").length;
  const told = [
    [fresh, fresh === 1 ? { es: "nueva", en: "new" } : { es: "nuevas", en: "new" }],
    [once.length - fresh, state.opening.choice.cram ? seen(once.length - fresh) : { es: "de hoy", en: "due" }],
    [left.length - once.length, ratingWords.again],
  ] as const;
  return told.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name[lang]}`).join(" · ");
}

/** Why this card is not as the others, if it is not. */
export function standingOf({ asked }: ReviewState): Text | undefined {
  if (asked.kind === "end") return undefined;
  if (asked.practice) return standings.practice;
  return asked.card.standing === "due" ? undefined : standings[asked.card.standing];
}

function seen(count: number): Text {
  return { es: count === 1 ? "vista" : "vistas", en: "seen" };
}

function headerOf(state: ReviewState, { lang, size: { columns }, flags }: View): readonly Line[] {
  const { asked, opening } = state;
  const title = [span(titleOf(state)[lang], "title")];
  if (asked.kind === "end") return [title];
  const left = openCards(state).length;
  const flagged = flags?.has(asked.card.item) === true;
  const open = asked.kind === "question" && asked.card.kind === "question" && !isSettled(asked.quiz);
  const how = open ? [span(` ${howTo(asked.card.question)[lang]}`, "dim")] : [];
  const about = standingOf(state);
  return [
    ends([...title, span(` · ${asked.card.from[lang]}`, "dim")], [
      ...(flagged ? [flagSpan(lang, columns), span("  ")] : []),
      span(lang === "es" ? `${left === 1 ? "queda" : "quedan"} ${left}` : `${left} left`, "accent"),
    ], columns),
    ends([...bar((opening.cards.length - left) / opening.cards.length, columns < 60 ? 5 : 20), ...how], [
      span(tallyText(state, lang), "dim"),
    ], columns),
    ...(about ? wrap([span(`● ${about[lang]}`, "warn")], columns) : []),
  ];
}

/** The rating that counts stands in brackets. */
function ratingLines(state: ReviewState, lang: Lang, width: number): readonly Line[] {
  const { asked } = state;
  if (asked.kind === "end") return [];
  if (asked.kind === "question" ? asked.rating === undefined || !counts(state) : !asked.revealed) return [];
  const options = ratings.map((rating, index): Line => {
    const when = counts(state) ? ` · ${shortly(asked.card.intervals[rating], lang, width >= 60)}` : "";
    const chosen = asked.rating === rating;
    return [
      chosen ? span("[", "selected") : span(" "),
      span(`${index + 1}`, "key"),
      span(` ${ratingWords[rating][lang]}${when}`, chosen ? "selected" : "plain"),
      chosen ? span("]", "selected") : span(" "),
    ];
  });
  return [...(asked.rating === undefined ? [[span(words.rate[lang], "accent")]] : []), ...inRows(options, width)];
}

/** Side by side where there is room, else two and two, with their beginnings one below the other. */
function inRows(options: readonly Line[], width: number): readonly Line[] {
  const rows = lineWidth(options.flat()) <= width ? [options] : [options.slice(0, 2), options.slice(2)];
  const columns = Math.max(...rows.map((row) => lineWidth(row[0] ?? [])));
  return rows.map(([first = [], ...others]) => [
    ...first,
    span(" ".repeat(columns - lineWidth(first))),
    ...others.flat(),
  ]);
}
