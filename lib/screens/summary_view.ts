/** The picture of the summary. */

import type { Lang, Text } from "../content/text.ts";
import type { MarkStatus } from "../quiz/answer.ts";
import type { ConceptResult, Item, Session, SessionSummary } from "../quiz/session.ts";
import { isPassed } from "../quiz/pass_mark.ts";
import { summarize } from "../quiz/session_summary.ts";
import { partResults } from "../quiz/sitting.ts";
import { itemId } from "../study/item.ts";
import { appBindings } from "./app_keys.ts";
import { bar, percent } from "./bar.ts";
import { statusLook } from "./feedback.ts";
import type { Frame, Line } from "./frame.ts";
import { gist } from "./gist.ts";
import { knownSessions } from "./known_sessions.ts";
import { inlineMarkdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { figure, partOf } from "./points.ts";
import { pointer } from "./pointer.ts";
import { inDays } from "./relative_days.ts";
import { clamped, showing } from "./scroll.ts";
import {
  fittingLab,
  missedItems,
  openItems,
  rowsOf,
  summaryHelp,
  type SummaryNews,
  type SummaryState,
} from "./summary.ts";
import { cut, cutLine, lineWidth, pad, span } from "./width.ts";
import { wrap } from "./wrap.ts";

export function viewSummary(state: SummaryState, view: View): Frame {
  const { header, body, offset } = summaryLayout(state, view);
  return page({ header, body, offset, bindings: [...summaryHelp(state), ...appBindings(false)] }, view);
}

export function summaryLayout(state: SummaryState, { lang, size, flags }: View) {
  const width = Math.min(size.columns, 100);
  const { session, at, sight } = state;
  const summary = summarize(session);
  const fraction = summary.max > 0 ? summary.score / summary.max : 0;
  const header: readonly Line[] = [[span(session.quiz.title[lang], "title")]];
  const body: Line[] = [
    ...wrap([
      span(partOf(summary.score, summary.max, lang), "strong"),
      span(`  ${percent(fraction)}  `, "accent"),
      ...verdict(state, summary, lang),
    ], width),
    bar(fraction, Math.min(40, width)),
    counts(summary, width, lang),
    [],
  ];
  const places: number[] = [];
  const rows = rowsOf(session);
  const results = partLines(state, width, lang);
  body.push([span(words.next[lang], "strong")], ...stepLines(state, width, lang));
  if (results.length > 0) body.push([], ...results);
  if (missedItems(session).length === 0) body.push([], [span(`✔ ${words.allRight[lang]}`, "good")]);
  rows.forEach((row, index) => {
    const here = index === at;
    const heading = row.kind === "missed" ? words.missed : words.concepts;
    if (row.kind !== rows[index - 1]?.kind) body.push([], [span(heading[lang], "strong")]);
    places.push(body.length);
    body.push(
      row.kind === "concept"
        ? conceptLine(row.result, { state, here, width, lang })
        : missedLine(row.item, { session, here, width, lang, ...(flags ? { flags } : {}) }),
    );
  });
  body.push([], [span(words.stored[lang], "dim")]);
  const height = bodyRows(size, header.length);
  const place = places[at] ?? 0;
  const offset = sight === "top"
    ? 0
    : sight === "pointer"
    ? at === 0 ? 0 : showing({ from: place, to: place }, 0, height, body.length)
    : sight;
  return { header, body, rows: height, offset: clamped(offset, height, body.length) };
}

/** Of a placement quiz its sessions, of an exam its areas, weakest first. */
function partLines({ session, pass }: SummaryState, width: number, lang: Lang): readonly Line[] {
  if (!session.sitting) return [];
  const placement = session.sitting.kind === "placement";
  const results = partResults(session);
  const shown = placement ? results : results.toSorted((a, b) => a.score / a.max - b.score / b.max);
  const lines = shown.map((result): Line => {
    const { title, score, max, right } = result;
    const good = placement ? right : isPassed(result, pass);
    const symbol = good ? "✔" : placement ? "·" : "✘";
    const tail = placement ? right ? `  ${words.known[lang]}` : "" : percent(score / max).padStart(5);
    const room = Math.max(8, width - 4 - points.length - lineWidth([span(tail)]));
    const name = pad(cut(title[lang], room), Math.min(room, 44));
    return cutLine([
      span(`${symbol} `, good ? "good" : placement ? "dim" : "bad"),
      span(name),
      span(`${figure(score, lang)}/${figure(max, lang)}`.padStart(points.length), "dim"),
      span(tail, "dim"),
    ], width);
  });
  return [[span((placement ? words.sessions : words.areas)[lang], "strong")], ...lines];
}

/** As wide as the points of a part. */
const points = "  12.5/12.5";

function verdict({ session, pass }: SummaryState, summary: SessionSummary, lang: Lang): Line {
  if (session.sitting?.kind === "placement") {
    return [span(knownSessions(session, lang), "good")];
  }
  const passed = isPassed(summary, pass);
  const with_ = `(${words.passes[lang]} ${percent(pass)})`;
  return [
    span(`${passed ? "✔" : "✘"} ${words[passed ? "passed" : "failed"][lang]}`, passed ? "good" : "bad"),
    span(` ${with_}`, "dim"),
  ];
}

interface At {
  readonly here: boolean;
  readonly width: number;
  readonly lang: Lang;
}

/** The result in this quiz, and how mastery changed where there is room for it. */
function conceptLine({ concept, score, max }: ConceptResult, at: At & { readonly state: SummaryState }): Line {
  const { state: { names, news }, here, width, lang } = at;
  const change = news?.concepts.find(({ id }) => id === concept);
  const told = change && width >= 60 ? `  ${words.mastery[lang]} ${changeText(change)}` : "";
  const tail = width >= 60 ? widestTail(news, lang) : 0;
  const room = Math.max(8, Math.min(40, width - 18 - tail));
  const part = max > 0 ? score / max : 0;
  return cutLine([
    pointer(here),
    span(pad(cut(names[concept]?.[lang] ?? concept, room), room), here ? "strong" : "plain"),
    span(" "),
    ...bar(part, 10, part >= 1 ? "good" : "warn"),
    span(percent(part).padStart(5), "dim"),
    span(told, "dim"),
  ], width);
}

function widestTail(news: SummaryNews | undefined, lang: Lang): number {
  return news ? words.mastery[lang].length + "  100% → 100%".length + 1 : 0;
}

/** "20% → 45%"; where nothing moved only where it is. */
function changeText({ before, after }: SummaryNews["concepts"][number]): string {
  const [from, to] = [percent(before), percent(after)];
  return from === to ? to : `${from} → ${to}`;
}

function missedLine(
  { question, mark }: Item,
  { session, flags, here, width, lang }: At & { readonly session: Session; readonly flags?: View["flags"] },
): Line {
  const { symbol, style } = statusLook[mark?.status ?? "skipped"];
  const flagged = flags?.has(itemId({ kind: "quiz", quiz: session.quiz.id, question: question.id })) === true;
  const asked = inlineMarkdown(gist(question.prompt[lang]), here ? "strong" : "plain");
  return cutLine([
    pointer(here),
    span(`${symbol} `, style),
    ...(flagged ? [span(`${words.flagged[lang]} `, "warn")] : []),
    ...asked,
  ], width);
}

function stepLines(state: SummaryState, width: number, lang: Lang): readonly Line[] {
  const bullet = { first: [span("• ", "dim")], rest: [span("  ")] };
  return steps(state, lang).flatMap((step) => wrap([span(step)], width, bullet));
}

/** What fits now, most useful first. */
function steps(state: SummaryState, lang: Lang): readonly string[] {
  const { session, news, names } = state;
  const es = lang === "es";
  const open = openItems(session).length;
  const missed = missedItems(session).length;
  const lab = fittingLab(state);
  const steps: string[] = [];
  if (news?.path?.next) {
    steps.push(es ? `${news.path.next.text.es}: con g se abre` : `${news.path.next.text.en}: g opens it`);
  }
  if (session.sitting) return [...sittingSteps(state, missed, lang), ...steps];
  if (open > 0) {
    steps.push(es ? `${open} sin responder: con v vuelves a ellas` : `${open} not answered: v goes back to them`);
  }
  if (missed > 0) {
    steps.push(
      es
        ? "Con intro ves la señalada otra vez; con r repites las falladas"
        : "Enter shows the marked one again; r asks the missed ones",
    );
  }
  if (lab) {
    const about = names[lab.concept]?.[lang] ?? lab.concept;
    steps.push(
      es
        ? `Practícalo en el laboratorio «${lab.title.es}» (${about}): con l se abre`
        : `Practise it in the lab “${lab.title.en}” (${about}): l opens it`,
    );
  } else if (missed === 0) {
    steps.push(
      es ? "Ponlo en práctica en un laboratorio (grumete list)" : "Put it into practice in a lab (grumete list)",
    );
  }
  if (news?.next !== undefined) {
    steps.push(
      es
        ? `La primera de estas preguntas vuelve ${inDays(news.next, lang)}: grumete review`
        : `The first of these questions comes back ${inDays(news.next, lang)}: grumete review`,
    );
  }
  return steps;
}

function sittingSteps({ session, news }: SummaryState, missed: number, lang: Lang): readonly string[] {
  const es = lang === "es";
  const study = news?.path?.study.map(({ title }) => title[lang]) ?? [];
  return [
    ...(session.sitting?.over
      ? [
        es ? "Se acabó el tiempo: lo que faltaba no cuenta puntos" : "Time is up: what was missing earns no points",
      ]
      : []),
    ...(study.length > 0 ? [`${es ? "Vuelve sobre" : "Go back to"}: ${study.join(" · ")}`] : []),
    ...(missed > 0
      ? [
        es
          ? "Con intro ves la señalada y su explicación; las falladas vuelven en el repaso"
          : "Enter shows the marked one and explains it; what went wrong comes back in the review",
      ]
      : []),
  ];
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
  mastery: { es: "dominio", en: "mastery" },
  missed: { es: "Para repasar", en: "To look at again" },
  allRight: { es: "Todo correcto", en: "All correct" },
  passed: { es: "aprobado", en: "passed" },
  failed: { es: "no aprobado", en: "not passed" },
  passes: { es: "se aprueba con", en: "passes with" },
  known: { es: "sabida, se salta", en: "known, skipped" },
  sessions: { es: "Por sesión", en: "By session" },
  areas: { es: "Por área, lo más flojo primero", en: "By area, the weakest first" },
  flagged: { es: "(marcada)", en: "(flagged)" },
  next: { es: "Siguiente paso", en: "Next step" },
  stored: { es: "Tus respuestas están guardadas", en: "Your answers are stored" },
} satisfies Readonly<Record<string, Text>>;
