/** The picture of a question: title and score, prompt, what is answered, hints, and the explanation once it is answered. */

import type { Text } from "../content/text.ts";
import type { Item } from "../quiz/session.ts";
import { kindOf } from "../quiz/kinds.ts";
import { skippedMark } from "../quiz/mark.ts";
import { summarize } from "../quiz/session_summary.ts";
import { drawDraft } from "./answering/table.ts";
import { appBindings } from "./app_keys.ts";
import { feedback, hintLines } from "./feedback.ts";
import type { Frame, Line } from "./frame.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { figure, pointsOf } from "./points.ts";
import type { QuizState } from "./quiz.ts";
import { isSettled, quizHelp, quizTypes } from "./quiz_keys.ts";
import { clamped, type Range, showing } from "./scroll.ts";
import { ends, span, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Lines longer than this are hard to read, however wide the window is. */
const widest = 100;

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
function howTo(question: Item["question"]): Text {
  if (question.kind !== "multiple" || question.scoring !== "exact") return kindWords[question.kind];
  return { es: "marca todas las correctas, todo o nada", en: "tick all that are right, all or nothing" };
}

export interface QuizLayout {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  readonly notes: readonly Line[];
  readonly rows: number;
  readonly offset: number;
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** What stands above the question and below it; the quiz's own, or that of another screen that asks questions. */
export interface Around {
  readonly header: readonly Line[];
  readonly notes: readonly Line[];
}

export function aroundQuiz(state: QuizState, view: View): Around {
  return { header: headerOf(state, view), notes: [] };
}

export function viewQuiz(state: QuizState, view: View): Frame {
  const { header, body, notes, offset, cursor } = quizLayout(state, view, aroundQuiz(state, view));
  const bindings = [...quizHelp(state), ...appBindings(quizTypes(state))];
  return page({ header, body, notes, offset, bindings, ...(cursor ? { cursor } : {}) }, view);
}

/** Where everything stands; paging asks for it too. */
export function quizLayout(state: QuizState, view: View, around: Around): QuizLayout {
  const { lang, size } = view;
  const width = Math.min(size.columns, widest);
  const item = state.session.items[state.session.at];
  const { header } = around;
  const said = state.note ? wrap([span("⚠ ", "warn"), ...inlineMarkdown(state.note[lang], "warn")], width) : [];
  const notes = [...said, ...around.notes];
  const rows = bodyRows(size, header.length, notes.length);
  if (!item) return { header, body: [], notes, rows, offset: 0 };

  const settled = isSettled(state);
  const asked = markdown(item.question.prompt[lang], width);
  const top = asked.length + 1;
  const drawn = drawDraft(state.draft, { lang, width, answered: settled });
  const hints = hintLines(item.question.hints.slice(0, item.hintsShown), lang, width);
  const explained = settled
    ? feedback(item, item.mark ?? skippedMark(kindOf(item.question).solution(item.question)), lang, width, {
      points: hasPoints(state),
    })
    : [];
  const blocks = [asked, drawn.lines, hints, explained].filter((block) => block.length > 0);
  const body = blocks.flatMap((block, index) => index > 0 ? [[], ...block] : block);
  const answers: Range = drawn.focus ? moved(drawn.focus, top) : { from: top, to: top };
  const hinted: Range = { from: top + drawn.lines.length + 1, to: top + drawn.lines.length + hints.length };
  const verdict: Range = { from: body.length - explained.length, to: body.length - 1 };
  const focus = state.sight === "hint" ? hinted : settled ? verdict : answers;
  const offset = typeof state.sight === "number"
    ? clamped(state.sight, rows, body.length)
    : state.sight === "top"
    ? 0
    : showing(focus, 0, rows, body.length);
  const cursor = drawn.cursor && !settled ? { row: top + drawn.cursor.row, column: drawn.cursor.column } : undefined;
  return { header, body, notes, rows, offset, ...(cursor ? { cursor } : {}) };
}

function moved({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by };
}

function headerOf({ session, place }: QuizState, { lang, size }: View): readonly Line[] {
  const item = session.items[session.at];
  const { score, max } = summarize(session);
  const points = `${figure(score, lang)}/${pointsOf(max, lang)}`;
  const right = place.kind === "task" ? [] : [span(points, "accent")];
  const about = lang === "es" ? "Pregunta" : "Question";
  const facts = [
    `${about} ${session.at + 1} ${lang === "es" ? "de" : "of"} ${session.items.length}`,
    ...(item ? [howTo(item.question)[lang]] : []),
    // The points of a lab are those of its tasks.
    ...(item && place.kind !== "task" ? [pointsOf(item.question.points, lang)] : []),
  ];
  const seed = place.kind === "task" ? "" : `${lang === "es" ? "semilla" : "seed"} ${session.seed}`;
  const title = [span(session.quiz.title[lang], "title")];
  return [ends(title, right, size.columns), factsLine(facts, seed, size.columns)];
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
