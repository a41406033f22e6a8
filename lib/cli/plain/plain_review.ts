/** A review as a conversation, line by line: for `--plain`, screen readers and pipes. */

import type { Lang, Text } from "../../content/text.ts";
import { skippedMark } from "../../quiz/mark.ts";
import { kindOf } from "../../quiz/kinds.ts";
import type { Item } from "../../quiz/session.ts";
import { answered } from "../../quiz/session_advance.ts";
import type { Happening } from "../../screens/effects.ts";
import { feedback } from "../../screens/feedback.ts";
import type { Line } from "../../screens/frame.ts";
import { inlineMarkdown, markdown } from "../../screens/markdown.ts";
import { ratingWords } from "../../screens/rating_words.ts";
import { inDays } from "../../screens/relative_days.ts";
import {
  type Asked,
  counts,
  derivedRating,
  openCards,
  passed,
  type ReviewOpening,
  type ReviewState,
  startReview,
} from "../../screens/review.ts";
import { standingOf, tallyText, titleOf } from "../../screens/review_around.ts";
import { endTexts, wellText } from "../../screens/review_end_view.ts";
import { toldOf } from "../../screens/told.ts";
import { span } from "../../screens/width.ts";
import type { Rating, StudyEvent } from "../../study/events.ts";
import { ratings } from "../../study/rating.ts";
import type { Conversation } from "../../terminal/conversation.ts";
import { questionLines } from "./plain_answer.ts";
import { conceptHint, moreSigns } from "./plain_commands.ts";
import { type Asker, askQuestion } from "./plain_question.ts";

export interface PlainReview extends Omit<Asker, "item" | "record"> {
  /** Stores what happened, and gives back what is stored of a review; called before its result is shown. */
  readonly record: (what: Happening) => StudyEvent | undefined;
}

type Question = Extract<Asked, { kind: "question" }>;
type Task = Extract<Asked, { kind: "task" }>;

const words = {
  help: {
    es: "Escribe la respuesta y pulsa Intro. «?» pista · «-» no lo sé: dime la respuesta · «q» dejarlo ·",
    en: "Type the answer and press Enter. “?” hint · “-” I don't know: tell me · “q” leave ·",
  },
  noBack: { es: "En un repaso no se vuelve atrás", en: "A review does not go back" },
  recall: {
    es: "¿Cómo lo harías? Recuérdalo o escríbelo; Intro muestra la solución",
    en: "How would you do it? Recall it or type it; Enter shows the solution",
  },
  solution: { es: "Solución", en: "Solution" },
  lab: { es: "Para hacerlo de verdad", en: "To do it for real" },
  noted: { es: "Anotado", en: "Noted" },
  rate: { es: "¿Cómo te ha ido?", en: "How did it go?" },
  change: {
    es: "Intro para seguir, de 1 a 4 para cambiarlo, ? qué son",
    en: "Enter to go on, 1 to 4 to change it, ? what they are",
  },
  number: { es: "De 1 a 4", en: "1 to 4" },
  more: { es: "Para practicar sin esperar: grumete review --cram", en: "To practise now: grumete review --cram" },
  wanted: { es: "Escribe 1, 2, 3 o 4", en: "Type 1, 2, 3 or 4" },
  back: { es: "vuelve", en: "comes back" },
  left: { es: "Quedan", en: "Left" },
  stored: { es: "Lo que has repasado está guardado", en: "What you have reviewed is stored" },
} satisfies Readonly<Record<string, Text>>;

/** At its end, or where the learner left it. Interrupted: the conversation's error. */
export async function plainReview(
  talk: Conversation,
  opening: ReviewOpening,
  options: PlainReview,
): Promise<ReviewState> {
  const { lang } = options;
  let state = startReview(opening);
  if (state.asked.kind !== "end") {
    talk.say([
      inlineMarkdown(titleOf(state)[lang], "title"),
      [span(`${words.help[lang]} ${moreSigns[lang]}`, "dim")],
    ]);
  }
  let before: Item | undefined;
  while (state.asked.kind !== "end") {
    talk.say(heading(state, lang));
    const done: Reviewed | undefined = state.asked.kind === "question"
      ? await question(talk, state, state.asked, options, before)
      : await task(talk, state, state.asked, options);
    if (!done) {
      talk.say([[span(words.stored[lang], "dim")]]);
      return state;
    }
    before = done.item ?? before;
    state = passed({ ...state, asked: { ...state.asked, rating: done.rating } });
  }
  const well = state.results.length === 0 ? [] : [[], [span(wellText(state.results)[lang], "strong")]];
  const more = state.results.length === 0 && opening.more + opening.upcoming.length > 0 ? [words.more] : [];
  talk.say([...well, ...[...endTexts(state), ...more].map((text) => [span(text[lang])])]);
  return state;
}

interface Reviewed {
  readonly rating: Rating;
  /** With its answer. */
  readonly item?: Item;
}

/** Asked until it is answered or given up, and then rated; undefined when the learner quits. */
async function question(
  talk: Conversation,
  state: ReviewState,
  { card: { item: id }, quiz: { session } }: Question,
  options: PlainReview,
  before: Item | undefined,
): Promise<Reviewed | undefined> {
  const { lang } = options;
  const [item] = session.items;
  if (!item) return undefined;
  const asker: Asker = { ...options, item: () => id, record: (what) => void options.record(what) };
  const hinted = (item: Item): Item =>
    item.hintsShown < item.question.hints.length ? { ...item, hintsShown: item.hintsShown + 1 } : item;
  talk.say([...questionLines(item, lang, talk.width()), []]);
  let reply = await askQuestion(talk, item, asker, { hinted, before });
  while (reply.kind === "back") {
    talk.say([[span(words.noBack[lang], "warn")]]);
    reply = await askQuestion(talk, reply.item, asker, { hinted, before });
  }
  if (reply.kind === "quit") return undefined;
  const confidence = reply.kind === "answered" ? reply.confidence : undefined;
  const settled = reply.kind === "answered" ? answered(reply.item, reply.answer) : { ...reply.item, skipped: true };
  const mark = settled.mark ?? skippedMark(kindOf(item.question).solution(item.question));
  const { status, fraction } = mark;
  const event = options.record({
    kind: "review-answered",
    item: id,
    cram: !counts(state),
    ...(settled.answer ? { answer: settled.answer } : {}),
    mark: { status, fraction },
    ...toldOf(reply.item, confidence),
  });
  talk.say(feedback(settled, mark, lang, talk.width(), { points: false, confidence, concept: conceptHint }));
  const rating = derivedRating(mark, event);
  if (!counts(state)) return { rating, item: settled };
  const final = await rated(talk, state, rating, options);
  return final && { rating: final, item: settled };
}

/** Recalled, looked up, and rated; undefined when the learner quits. */
async function task(
  talk: Conversation,
  state: ReviewState,
  { card }: Task,
  options: PlainReview,
): Promise<Reviewed | undefined> {
  const { lang, shown, record } = options;
  if (card.kind !== "task") return undefined;
  const width = talk.width();
  talk.say([inlineMarkdown(card.title[lang], "strong"), ...markdown(card.text[lang], width), []]);
  shown();
  const recalled = await talk.ask([span(`${words.recall[lang]} `, "strong"), span("> ", "accent")]);
  if (recalled === undefined || recalled.trim() === "q") return undefined;
  talk.say([
    [span(`${words.solution[lang]}:`, "strong")],
    ...markdown(card.solution[lang], width),
    [],
    ...markdown(card.explanation[lang], width),
    [],
    [span(`${words.lab[lang]}: grumete lab ${card.lab}`, "dim")],
  ]);
  let rating: Rating | "quit" | undefined;
  talk.say([[span(words.rate[lang], "strong")], ...ratingLines(state, lang)]);
  while (rating === undefined) rating = await chosen(talk, words.number, state, lang);
  if (rating === "quit") return undefined;
  const mark = rating === "again"
    ? { status: "incorrect", fraction: 0 } as const
    : { status: "correct", fraction: 1 } as const;
  record({ kind: "review-answered", item: card.item, mark, rating, cram: !counts(state) });
  talk.say([noted(state, rating, lang)]);
  return { rating };
}

/** What the answer was rated as, or what the learner chooses instead; undefined when they quit. */
async function rated(
  talk: Conversation,
  state: ReviewState,
  rating: Rating,
  { lang, record }: PlainReview,
): Promise<Rating | undefined> {
  talk.say([[], noted(state, rating, lang)]);
  const other = await chosen(talk, words.change, state, lang);
  if (other === "quit") return undefined;
  if (other === undefined || other === rating || state.asked.kind === "end") return rating;
  record({ kind: "review-rated", item: state.asked.card.item, rating: other });
  talk.say([noted(state, other, lang)]);
  return other;
}

/** Nothing for an empty line; what is no rating is asked again. */
async function chosen(
  talk: Conversation,
  ask: Text,
  state: ReviewState,
  lang: Lang,
): Promise<Rating | "quit" | undefined> {
  while (true) {
    const typed = (await talk.ask([span(`${ask[lang]} `, "strong"), span("> ", "accent")]))?.trim();
    if (typed === undefined || typed === "q") return "quit";
    if (typed === "") return undefined;
    const rating = ratings[Number(typed) - 1] ?? ratings.find((one) => ratingWords[one][lang] === typed.toLowerCase());
    if (rating) return rating;
    talk.say(typed === "?" ? ratingLines(state, lang) : [[span(words.wanted[lang], "warn")]]);
  }
}

/** One below the other, with when the card would come back. */
function ratingLines(state: ReviewState, lang: Lang): readonly Line[] {
  const { asked } = state;
  return ratings.map((rating, index) => {
    const when = asked.kind !== "end" && counts(state) ? `, ${inDays(asked.card.intervals[rating], lang)}` : "";
    return [span(`  ${index + 1} ${ratingWords[rating][lang]}${when}`)];
  });
}

/** "Anotado: bien; vuelve en 8 días". */
function noted(state: ReviewState, rating: Rating, lang: Lang): Line {
  const { asked } = state;
  const when = asked.kind !== "end" && counts(state)
    ? `; ${words.back[lang]} ${inDays(asked.card.intervals[rating], lang)}`
    : "";
  return [span(`${words.noted[lang]}: ${ratingWords[rating][lang]}${when}`)];
}

function heading(state: ReviewState, lang: Lang): readonly Line[] {
  const { asked } = state;
  if (asked.kind === "end") return [];
  const left = openCards(state).length;
  const about = standingOf(state);
  return [
    [],
    [
      span(`${words.left[lang]}: ${left}`, "strong"),
      span(` (${tallyText(state, lang)}) · ${asked.card.from[lang]}`, "dim"),
    ],
    ...(about ? [[span(about[lang])]] : []),
  ];
}
