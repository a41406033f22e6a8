/** After the last question: the score, what it says concept by concept, and the questions to look at again. */

import type { Lang, Text } from "../content/text.ts";
import type { MarkStatus } from "../quiz/answer.ts";
import type { Item, Session, SessionSummary } from "../quiz/session.ts";
import { summarize } from "../quiz/session_summary.ts";
import { walked, walking } from "./answering/options.ts";
import { appBindings } from "./app_keys.ts";
import { bar, percent } from "./bar.ts";
import type { QuizStart } from "./effects.ts";
import { statusLook } from "./feedback.ts";
import type { Frame, Line } from "./frame.ts";
import { actionOf, type Binding, type Key } from "./key.ts";
import { inlineMarkdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { partOf } from "./points.ts";
import { clamped, pageStep, type Range, showing } from "./scroll.ts";
import { type Turn, turn, type Wish } from "./turn.ts";
import { pointer } from "./pointer.ts";
import { cut, cutLine, pad, span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Concept ids → their names; an id without one is shown as it is. */
export type Names = Readonly<Record<string, Text>>;

/** `at` is a place among the missed questions; a number in `sight` is an offset chosen by paging. */
export interface SummaryState {
  readonly session: Session;
  readonly names: Names;
  readonly at: number;
  readonly sight: "top" | "pointer" | number;
}

type SummaryAction = "look" | "retry" | "anew" | "page-up" | "page-down" | "leave";

export function startSummary(session: Session, names: Names): SummaryState {
  return { session, names, at: 0, sight: "top" };
}

/** Not wholly right, or not answered. */
export function missedItems(session: Session): readonly Item[] {
  return session.items.filter(({ mark }) => mark?.status !== "correct");
}

export function summaryBindings({ session }: SummaryState): readonly Binding<SummaryAction>[] {
  const missed: readonly Binding<SummaryAction>[] = missedItems(session).length === 0 ? [] : [
    { keys: ["enter"], help: { es: "ver de nuevo", en: "see again" }, action: "look" },
    { keys: ["r"], help: { es: "repetir falladas", en: "retry missed" }, action: "retry" },
  ];
  return [
    ...missed,
    { keys: ["n"], help: { es: "otra vez", en: "again" }, action: "anew" },
    { keys: ["q", "ctrl-q", "escape"], help: { es: "terminar", en: "done" }, action: "leave" },
    { keys: ["pageup"], help: { es: "hacia arriba", en: "up" }, action: "page-up", quiet: true },
    { keys: ["pagedown"], help: { es: "hacia abajo", en: "down" }, action: "page-down", quiet: true },
  ];
}

/** As footer and help show them. */
export function summaryHelp(state: SummaryState): readonly Binding<string>[] {
  const [look, ...others] = summaryBindings(state);
  return missedItems(state.session).length === 0 || !look ? summaryBindings(state) : [look, ...walking, ...others];
}

export function updateSummary(state: SummaryState, key: Key, view: View): Turn<SummaryState> {
  const { session, at } = state;
  const missed = missedItems(session);
  const walk = actionOf(walking, key);
  if (walk) {
    if (missed.length > 0) return turn({ ...state, at: walked(at, missed.length, walk), sight: "pointer" });
    return turn(paged(state, view, walk === "up" || walk === "first" ? -1 : 1));
  }
  switch (actionOf(summaryBindings(state), key)) {
    case undefined:
      return turn(state);
    case "look":
      return turn(state, { kind: "look-back", session: { ...session, items: missed, at } });
    case "retry": {
      const questions = missed.map(({ question }) => question.id);
      return turn(state, opening(session, { kind: "retry", questions }));
    }
    case "anew":
      return turn(state, opening(session, { kind: "fresh" }));
    case "page-up":
      return turn(paged(state, view, -1));
    case "page-down":
      return turn(paged(state, view, 1));
    case "leave":
      return turn(state, { kind: "leave" });
  }
}

function opening(session: Session, start: QuizStart): Wish {
  return { kind: "effect", effect: { kind: "open-quiz", id: session.quiz.id, start } };
}

function paged(state: SummaryState, view: View, pages: number): SummaryState {
  const { offset, rows, body } = layout(state, view);
  return { ...state, sight: clamped(offset + pages * pageStep(rows), rows, body.length) };
}

export function viewSummary(state: SummaryState, view: View): Frame {
  const { header, body, offset } = layout(state, view);
  return page({ header, body, offset, bindings: [...summaryHelp(state), ...appBindings(false)] }, view);
}

function layout(state: SummaryState, { lang, size }: View) {
  const width = Math.min(size.columns, 100);
  const { session, names, at } = state;
  const summary = summarize(session);
  const fraction = summary.max > 0 ? summary.score / summary.max : 0;
  const header: readonly Line[] = [[span(session.quiz.title[lang], "title")]];
  const missed = missedItems(session);
  const concepts = [...summary.concepts].sort((one, other) => one.score / one.max - other.score / other.max);
  const nameWidth = Math.max(8, Math.min(40, width - 18));
  const body: Line[] = [
    [span(partOf(summary.score, summary.max, lang), "strong"), span(`  ${percent(fraction)}`, "accent")],
    bar(fraction, Math.min(40, width)),
    counts(summary, width, lang),
    [],
    [span(words.concepts[lang], "strong")],
    ...concepts.map(({ concept, score, max }): Line => [
      span(pad(cut(names[concept]?.[lang] ?? concept, nameWidth), nameWidth)),
      span(" "),
      ...bar(score / max, 10, score === max ? "good" : "warn"),
      span(` ${percent(score / max)}`, "dim"),
    ]),
    [],
  ];
  const first = body.length + 1;
  if (missed.length === 0) body.push([span(`✔ ${words.allRight[lang]}`, "good")]);
  else {body.push(
      [span(words.missed[lang], "strong")],
      ...missed.map((item, index) => missedLine(item, index === at, width, lang)),
    );}
  body.push(
    [],
    ...wrap([span(words[missed.length === 0 ? "onward" : "again"][lang], "dim")], width),
    [span(words.stored[lang], "dim")],
  );
  const rows = bodyRows(size, header.length);
  const pointer: Range = { from: first + at, to: first + at };
  const offset = state.sight === "top"
    ? 0
    : state.sight === "pointer"
    ? showing(pointer, 0, rows, body.length)
    : state.sight;
  return { header, body, rows, offset: clamped(offset, rows, body.length) };
}

function missedLine({ question, mark }: Item, here: boolean, width: number, lang: Lang): Line {
  const { symbol, style } = statusLook[mark?.status ?? "skipped"];
  const [first = ""] = question.prompt[lang].split(/\n\s*\n/);
  const asked = inlineMarkdown(first, here ? "strong" : "plain");
  return cutLine([pointer(here), span(`${symbol} `, style), ...asked], width);
}

/** Only what there is any of. */
function counts(summary: SessionSummary, width: number, lang: Lang): Line {
  const parts = (["correct", "partial", "incorrect", "skipped"] as const).filter((status) => summary[status] > 0);
  const line = parts.flatMap((status, index): Line => {
    const { symbol, style } = statusLook[status];
    return [span(`${index > 0 ? "  " : ""}${symbol} ${summary[status]} ${countWords[status][lang]}`, style)];
  });
  return cutLine(line, width);
}

const countWords: Readonly<Record<MarkStatus, Text>> = {
  correct: { es: "bien", en: "right" },
  partial: { es: "en parte", en: "partly" },
  incorrect: { es: "mal", en: "wrong" },
  skipped: { es: "sin responder", en: "not answered" },
};

const words = {
  concepts: { es: "Por concepto, lo más flojo primero", en: "By concept, the weakest first" },
  missed: { es: "Para repasar", en: "To look at again" },
  allRight: { es: "Todo correcto", en: "All correct" },
  again: {
    es: "Siguiente paso: con intro repasas la señalada; con r repites las falladas",
    en: "Next step: enter shows the marked one again, r asks only the missed ones",
  },
  onward: {
    es: "Siguiente paso: ponlo en práctica en un laboratorio (grumete list)",
    en: "Next step: put it into practice in a lab (grumete list)",
  },
  stored: { es: "Tus respuestas están guardadas", en: "Your answers are stored" },
} satisfies Readonly<Record<string, Text>>;
