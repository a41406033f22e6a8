/** Where everything of a question stands: one column, or in a wide window what is asked beside what is answered. */

import type { Text } from "../content/text.ts";
import { kindOf } from "../quiz/kinds.ts";
import { skippedMark } from "../quiz/mark.ts";
import { openPlaces } from "../quiz/session_open.ts";
import type { Item } from "../quiz/session.ts";
import type { Drawing } from "./answering/drawing.ts";
import { letter } from "./answering/options.ts";
import { drawDraft } from "./answering/table.ts";
import { beside, gap } from "./columns.ts";
import { confidenceWords } from "./confidence.ts";
import { feedback, hintLines } from "./feedback.ts";
import { keyLabel } from "./footer.ts";
import type { Line } from "./frame.ts";
import { gist } from "./gist.ts";
import { inSight } from "./line_editor.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, type View } from "./page.ts";
import { quizHeader } from "./quiz_header.ts";
import type { QuizState } from "./quiz.ts";
import { confidenceKeys, isBlind, isSettled, lettersAtStop, quizTypes } from "./quiz_keys.ts";
import { clamped, position, type Range, showing } from "./scroll.ts";
import { cutLine, lineWidth, span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Lines longer than this are hard to read, however wide the window is. */
const widest = 100;
/** From here on what is answered stands beside what is asked. */
const wide = { columns: 110, rows: 20 };

/** `total` lines, of which `rows` are in sight from `offset` on. `cursor` counts from the top of the body, or of the notes. */
export interface QuizLayout {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  readonly notes: readonly Line[];
  readonly rows: number;
  readonly total: number;
  readonly offset: number;
  /** Where the body was scrolled already, so that it begins with what is in sight. */
  readonly scrolled: boolean;
  readonly place: string;
  readonly cursor?: { readonly in: "body" | "notes"; readonly row: number; readonly column: number };
}

/** What stands above the question and below it; the quiz's own, or that of another screen that asks questions. */
export interface Around {
  readonly header: readonly Line[];
  readonly notes: readonly Line[];
}

export function aroundQuiz(state: QuizState, view: View): Around {
  return { header: quizHeader(state, view), notes: [] };
}

/** Paging asks for it too. */
export function quizLayout(state: QuizState, view: View, { header, notes: below }: Around): QuizLayout {
  const { size } = view;
  const width = Math.min(size.columns, widest);
  const field = state.flagging ? flagField(state.flagging, view) : undefined;
  const notes = [...noteLines(state, view, width), ...below, ...(field?.lines ?? [])];
  const rows = bodyRows(size, header.length, notes.length);
  const item = state.session.items[state.session.at];
  const around = { header, notes, rows };
  const drawn = !item
    ? stopLayout(state, view, width, rows)
    : size.columns >= wide.columns && size.rows >= wide.rows
    ? sideBySide(state, item, view, rows)
    : stacked(state, item, view, width, rows);
  if (!field) return { ...drawn, ...around };
  const cursor = { in: "notes", row: notes.length - 1, column: field.column } as const;
  return { ...drawn, ...around, cursor };
}

type Body = Omit<QuizLayout, "header" | "notes" | "rows">;

/** How sure the learner is, and what was said once. */
function noteLines(state: QuizState, view: View, width: number): readonly Line[] {
  const { lang } = view;
  const { note } = state;
  return [
    ...confidenceLine(state, view),
    ...(note
      ? wrap(
        [span(note.style === "warn" ? "⚠ " : "✔ ", note.style), ...inlineMarkdown(note.text[lang], note.style)],
        width,
      )
      : []),
  ];
}

const tells: Text = { es: "indica con qué seguridad respondes", en: "tells how sure you are" };
const changes: Text = { es: "lo cambia", en: "changes it" };

/** One quiet line in a place of its own. Where rows are scarce only what was told. */
function confidenceLine(state: QuizState, { lang, size }: View): readonly Line[] {
  const item = state.session.items[state.session.at];
  if (!item || isSettled(state) || state.flagging || state.place.kind === "exam") return [];
  const confidence = state.told[item.question.id];
  if (!confidence && size.rows < wide.rows) return [];
  const key = keyLabel(confidenceKeys(quizTypes(state))[0] ?? "", lang);
  const said = confidence ? [span(confidenceWords[confidence][lang], "accent"), span("  ")] : [];
  return [[...said, span(key, "key"), span(` ${(confidence ? changes : tells)[lang]}`, "dim")]];
}

const askedForFlag: Text = { es: "¿Qué no se entiende?", en: "What is unclear?" };

function flagField(editor: NonNullable<QuizState["flagging"]>, { lang, size }: View) {
  const sign = [span("❯ ", "selected")];
  const { text, column } = inSight(editor, size.columns - lineWidth(sign));
  return {
    lines: [[span(askedForFlag[lang], "warn")], [...sign, span(text, "code")]],
    column: lineWidth(sign) + column,
  };
}

/** The parts of a question, drawn for the width that each of them has. */
function parts(
  state: QuizState,
  item: Item,
  { lang }: View,
  widths: { readonly asked: number; readonly answers: number },
) {
  const settled = isSettled(state);
  const blind = isBlind(state);
  return {
    settled,
    asked: markdown(item.question.prompt[lang], widths.asked),
    hints: hintLines(item.question.hints.slice(0, item.hintsShown), lang, widths.asked),
    drawn: drawDraft(state.draft, { lang, width: widths.answers, answered: settled && !blind }),
    explained: !settled
      ? []
      : blind
      ? [[span(words.noted[lang], "dim")]]
      : explanation(state, item, lang, widths.answers),
  };
}

const concept: Text = { es: "Con `c` lees el concepto", en: "`c` shows the concept" };

function explanation(state: QuizState, item: Item, lang: View["lang"], width: number): readonly Line[] {
  const mark = item.mark ?? skippedMark(kindOf(item.question).solution(item.question));
  return feedback(item, mark, lang, width, {
    points: state.place.kind === "quiz" || state.place.kind === "past",
    confidence: state.told[item.question.id],
    every: state.every === true,
    concept,
  });
}

function stacked(state: QuizState, item: Item, view: View, width: number, rows: number): Body {
  const { settled, asked, hints, drawn, explained } = parts(state, item, view, { asked: width, answers: width });
  const top = asked.length + 1;
  const body = joined([asked, drawn.lines, hints, explained]);
  const answers: Range = drawn.focus ? moved(drawn.focus, top) : { from: top, to: top };
  const hinted: Range = { from: top + drawn.lines.length + 1, to: top + drawn.lines.length + hints.length };
  const verdict: Range = { from: body.length - explained.length, to: body.length - 1 };
  const focus = state.sight === "hint" ? hinted : settled ? verdict : answers;
  const offset = typeof state.sight === "number"
    ? clamped(state.sight, rows, body.length)
    : state.sight === "top"
    ? 0
    : showing(focus, 0, rows, body.length);
  const place = position(offset, rows, body.length);
  return { body, total: body.length, offset, scrolled: false, place, ...cursorOf(drawn, settled, top, 0) };
}

/**
 * Asked and hints on the left, answers and what is said of them on the right: answering moves nothing. Both sides are
 * paged together; each stops at its own end.
 */
function sideBySide(state: QuizState, item: Item, view: View, rows: number): Body {
  const { columns } = view.size;
  const left = Math.min(76, Math.floor((columns - gap) * 0.44));
  const right = Math.min(widest, columns - left - gap);
  const { settled, asked, hints, drawn, explained } = parts(state, item, view, { asked: left, answers: right });
  const leftLines = joined([asked, hints]);
  const rightLines = joined([drawn.lines, explained]);
  const { sight } = state;
  const hinted: Range = { from: leftLines.length - hints.length, to: leftLines.length - 1 };
  const verdict: Range = { from: rightLines.length - explained.length, to: rightLines.length - 1 };
  const focus = settled ? verdict : drawn.focus ?? { from: 0, to: 0 };
  const leftFrom = typeof sight === "number"
    ? clamped(sight, rows, leftLines.length)
    : sight === "hint"
    ? showing(hinted, 0, rows, leftLines.length)
    : 0;
  const rightFrom = typeof sight === "number"
    ? clamped(sight, rows, rightLines.length)
    : sight === "top"
    ? 0
    : showing(focus, 0, rows, rightLines.length);
  const body = beside(leftLines.slice(leftFrom), rightLines.slice(rightFrom), {
    leftWidth: left,
    width: columns,
    rows,
  });
  const total = Math.max(leftLines.length, rightLines.length);
  const offset = typeof sight === "number" ? clamped(sight, rows, total) : Math.max(leftFrom, rightFrom);
  const row = (drawn.cursor?.row ?? 0) - rightFrom;
  return {
    body,
    total,
    offset,
    scrolled: true,
    place: position(offset, rows, total),
    ...(row < rows ? cursorOf(drawn, settled, -rightFrom, left + gap) : {}),
  };
}

const words = {
  open: {
    es: (count: number) => count === 1 ? "Queda 1 sin responder" : `Quedan ${count} sin responder`,
    en: (count: number) => count === 1 ? "1 is not answered" : `${count} are not answered`,
  },
  noted: {
    es: "Contestada: qué estaba bien se dice al final",
    en: "Answered: what was right is told at the end",
  },
  choose: {
    es: "Pulsa su letra para volver a ella, o intro para terminar: lo que falte no cuenta puntos.",
    en: "Press its letter to go back to it, or enter to finish: what is missing earns no points.",
  },
};

/** The questions that are still open, a line each, with the letters that lead to them. */
function stopLayout({ session, sight }: QuizState, { lang }: View, width: number, rows: number): Body {
  const open = openPlaces(session);
  const list = open.map((place, index) => {
    const asked = session.items[place]?.question.prompt[lang] ?? "";
    const named = index < lettersAtStop ? letter(index) : "  ";
    return cutLine([span(`  ${named} `, "key"), span(`${place + 1}. `), ...inlineMarkdown(gist(asked))], width);
  });
  const body: readonly Line[] = [
    [span(words.open[lang](open.length), "strong")],
    ...wrap([span(words.choose[lang], "dim")], width),
    [],
    ...list,
  ];
  const offset = typeof sight === "number" ? clamped(sight, rows, body.length) : 0;
  return { body, total: body.length, offset, scrolled: false, place: position(offset, rows, body.length) };
}

function joined(blocks: readonly (readonly Line[])[]): readonly Line[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => index > 0 ? [[], ...block] : block);
}

function moved({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by };
}

function cursorOf({ cursor }: Drawing, settled: boolean, down: number, right: number): Pick<QuizLayout, "cursor"> {
  if (!cursor || settled || cursor.row + down < 0) return {};
  return { cursor: { in: "body", row: cursor.row + down, column: cursor.column + right } };
}
