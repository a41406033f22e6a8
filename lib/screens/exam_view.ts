/** The picture of a graded session. */

import type { Text } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import type { ExamState, WrittenSubmission } from "./exam_state.ts";
import { timeLeft, timeStyle } from "./exam_clock.ts";
import { examHelp, examTypes } from "./exam_keys.ts";
import { examLabLines } from "./exam_lab.ts";
import { lackingLines, overviewLines, overviewOffset, type OverviewPage } from "./exam_overview.ts";
import { itemAt, type Kept, keptHere } from "./exam_question.ts";
import { timeText } from "./dates.ts";
import type { Frame, Line, Style } from "./frame.ts";
import { markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { pointsOf } from "./points.ts";
import { howTo } from "./quiz_header.ts";
import { type Around, type QuizLayout, quizLayout } from "./quiz_layout.ts";
import { viewQuestion } from "./quiz_view.ts";
import { ends, lineWidth, span, widthOf } from "./width.ts";
import { wrap } from "./wrap.ts";

export function viewExam(state: ExamState, view: View): Frame {
  const bindings = [...examHelp(state), ...appBindings(examTypes(state))];
  const header = [titleLine(state, view)];
  switch (state.page.kind) {
    case "rules":
      return page({ header, body: rulesLines(state, view), offset: state.page.offset, bindings }, view);
    case "question":
      return viewQuestion(state.quiz, view, aroundExam(state, view), bindings);
    case "overview": {
      const body = overviewLines(state, state.page, view);
      const offset = offsetOf(state, state.page, view);
      return page({ header, body, offset, bindings, notes: warningLines(state, view) }, view);
    }
    case "labs":
      return page({
        header,
        body: labsLines(state, view),
        offset: state.page.offset,
        bindings,
        notes: warningLines(state, view),
      }, view);
    case "hand-in":
      return page(
        { header, body: handInLines(state, view), offset: 0, bindings, notes: warningLines(state, view) },
        view,
      );
    case "over":
      return page({ header, body: overLines(state, state.page.written, view), offset: 0, bindings }, view);
  }
}

/** Paging asks for it too. */
export function examQuestionLayout(state: ExamState, view: View): QuizLayout {
  return quizLayout(state.quiz, view, aroundExam(state, view));
}

export function rulesLines({ opening: { rules } }: ExamState, { lang, size }: View): readonly Line[] {
  return markdown(rules[lang], Math.min(size.columns, 100));
}

export function labsLines({ opening: { labs }, sights }: ExamState, { lang, size }: View): readonly Line[] {
  return labs.flatMap((opening, index) => [
    ...(index === 0 ? [] : [[]]),
    ...examLabLines(opening, sights[opening.lab.id], lang, Math.min(size.columns, 100)),
  ]);
}

function offsetOf({ opening: { items } }: ExamState, at: OverviewPage, { size }: View): number {
  return overviewOffset(at, items.length, bodyRows(size, 1));
}

/** The title, and the time that is left. Where there is no room for both, the time stays. */
function titleLine({ opening: { title }, clock, progress, page }: ExamState, { lang, size }: View): Line {
  const left = progress.finished || page.kind === "rules" ? undefined : timeLeft(clock);
  const words = left === undefined ? [] : [
    span(lang === "es" ? "quedan " : "", "dim"),
    span(left, timeStyle(clock)),
    span(lang === "es" ? "" : " left", "dim"),
  ].filter(({ text }) => text !== "");
  return ends([span(title[lang], "title")], words, size.columns);
}

const keptWords: Readonly<Record<Kept, { readonly text: Text; readonly style: Style }>> = {
  stored: { text: { es: "guardada", en: "stored" }, style: "good" },
  changed: { text: { es: "sin guardar", en: "not stored" }, style: "warn" },
  empty: { text: { es: "sin contestar", en: "not answered" }, style: "dim" },
};

function aroundExam(state: ExamState, view: View): Around {
  const { lang, size } = view;
  const { quiz: { session }, progress } = state;
  const { question } = itemAt(state);
  const kept = keptWords[keptHere(state)];
  const right: Line = [
    ...(progress.flags.has(question.id) ? [span("⚑ ", "warn")] : []),
    span(kept.text[lang], kept.style),
  ];
  const facts = [
    `${lang === "es" ? "Pregunta" : "Question"} ${session.at + 1} ${
      lang === "es" ? "de" : "of"
    } ${session.items.length}`,
    howTo(question)[lang],
    pointsOf(question.points, lang),
  ];
  const room = size.columns - lineWidth(right) - 2;
  const shown = facts.reduce((said, fact) => widthOf(`${said} · ${fact}`) > room ? said : `${said} · ${fact}`);
  return {
    header: [titleLine(state, view), ends([span(shown, "dim")], right, size.columns)],
    notes: warningLines(state, view),
  };
}

/** What is said once of the time: that it was closed for a while, or that little is left. */
function warningLines(
  { warning, away, clock, progress }: ExamState,
  { lang, size }: View,
): readonly Line[] {
  if (warning !== undefined) return wrap([span(`⚠ ${warning[lang]}`, "warn")], size.columns);
  if (away === undefined || progress.finished) return [];
  const time = timeText(away);
  const runs = clock.end === undefined ? "" : lang === "es" ? "; el reloj ha seguido" : "; the clock went on";
  const said = lang === "es"
    ? `Sigues donde estabas: estuvo cerrado ${time}${runs}`
    : `You go on where you were: it was closed for ${time}${runs}`;
  return wrap([span(said, "dim")], size.columns);
}

function handInLines(state: ExamState, { lang, size }: View): readonly Line[] {
  const width = Math.min(size.columns, 100);
  const after = lang === "es"
    ? "Al entregar se acaba el intento: después no se puede cambiar nada."
    : "Handing in ends the attempt: nothing can be changed afterwards.";
  return [
    [span(lang === "es" ? "¿Entregar ahora?" : "Hand in now?", "strong")],
    [],
    ...(state.opening.items.length === 0 ? [] : lackingLines(state.opening.items, state.progress, lang, width)),
    [],
    ...wrap([span(after)], width),
  ];
}

function overLines(
  { progress }: ExamState,
  written: WrittenSubmission | undefined,
  { lang, size }: View,
): readonly Line[] {
  const width = Math.min(size.columns, 100);
  const es = lang === "es";
  const how = progress.finished === "time"
    ? es ? "Se acabó el tiempo: se entrega lo que estaba guardado." : "Time is up: what was stored is handed in."
    : es
    ? "El intento ha terminado."
    : "The attempt is over.";
  const head = wrap([span(how, "strong")], width);
  if (!written) {
    return [...head, [], ...wrap([span(es ? "Escribiendo el archivo…" : "Writing the file…", "dim")], width)];
  }
  return [...head, [], ...markdown(submissionText(written)[lang], width)];
}

/** Markdown; also said line by line. */
export function submissionText({ path, size, mark }: WrittenSubmission): Text {
  const shown = "`" + path.replaceAll("`", "'") + "`";
  return {
    es: `Tu entrega está en ${shown} (${size} bytes).\n\n` +
      `**Envía ese archivo a quien pone la prueba**: hasta entonces no la tiene nadie. Va cifrado: solo lo abre esa persona.\n\n` +
      `Apunta cómo empieza su SHA-256, por si hay dudas: \`${mark}\``,
    en: `Your submission is in ${shown} (${size} bytes).\n\n` +
      `**Send that file to whoever gives the session**: until then nobody has it. It is encrypted: only they open it.\n\n` +
      `Note how its SHA-256 begins, in case of doubt: \`${mark}\``,
  };
}
