/** The picture of a concept: in two columns where there is room. */

import type { Lang, Text } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import { bar, percent } from "./bar.ts";
import { beside, gap } from "./columns.ts";
import {
  conceptHelp,
  type ConceptItem,
  type ConceptOpening,
  type ConceptSource,
  type ConceptState,
} from "./concept.ts";
import { counted } from "./counted.ts";
import { statusLook } from "./feedback.ts";
import type { Frame, Line, Span } from "./frame.ts";
import { gist } from "./gist.ts";
import { isWeak } from "./home_rows.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { pointer } from "./pointer.ts";
import { daysAgo, inDays } from "./relative_days.ts";
import { clamped, showing } from "./scroll.ts";
import { cutLine, ends, span } from "./width.ts";
import { wrap } from "./wrap.ts";

const wideEnough = 110;
/** Longer lines are hard to read. */
const widest = 76;

export function viewConcept(state: ConceptState, view: View): Frame {
  const { header, body, offset } = conceptLayout(state, view);
  return page({ header, body, offset, bindings: [...conceptHelp(state), ...appBindings(false)] }, view);
}

export function conceptLayout({ opening, at, sight }: ConceptState, { lang, size }: View) {
  const { columns } = size;
  const wide = columns >= wideEnough;
  const width = wide ? Math.min(widest, Math.floor((columns - gap) / 2)) : Math.min(columns, widest);
  const header = [headerLine(opening, lang, columns)];
  const left = [...markdown(opening.fact[lang], width), [], ...figures(opening, width, lang), []];
  const first = left.length + 1;
  left.push(...sourceLines(opening.sources, at, width, lang));
  const right = itemLines(opening.items, wide ? columns - width - gap : width, lang);
  const body = wide
    ? beside(left, right, { leftWidth: width, width: columns, rows: Math.max(left.length, right.length) })
    : [...left, [], ...right];
  const rows = bodyRows(size, header.length);
  const here = first + at;
  const offset = sight === "top"
    ? 0
    : sight === "pointer"
    ? showing({ from: here, to: here }, 0, rows, body.length)
    : sight;
  return { header, body, rows, offset: clamped(offset, rows, body.length) };
}

function headerLine({ name, area, place, of }: ConceptOpening, lang: Lang, width: number): Line {
  const where = width < 60 ? `${place}/${of}` : `${area[lang]} ${place}/${of}`;
  return ends([span(name[lang], "title")], [span(where, "dim")], width);
}

function figures({ asked, right, mastery }: ConceptOpening, width: number, lang: Lang): readonly Line[] {
  if (asked === 0) return [[span(words.never[lang], "dim")]];
  const times = lang === "es"
    ? `Preguntado ${asked} ${asked === 1 ? "vez" : "veces"}`
    : `Asked ${asked} ${asked === 1 ? "time" : "times"}`;
  const well = `${percent(right / asked)} ${lang === "es" ? "bien" : "right"}`;
  const lines: Line[] = [cutLine([span(`${times}, ${well}`)], width)];
  if (mastery !== undefined) {
    const look = isWeak(mastery) ? "warn" : "good";
    lines.push([span(`${words.mastery[lang]} `), ...bar(mastery, 10, look), span(` ${percent(mastery)}`, "dim")]);
  }
  return lines;
}

function sourceLines(sources: readonly ConceptSource[], at: number, width: number, lang: Lang): readonly Line[] {
  if (sources.length === 0) return wrap([span(words.nowhere[lang], "dim")], width);
  return [
    [span(words.taught[lang], "strong")],
    ...sources.map((source, index) => {
      const style = index === at ? "strong" : "plain";
      const title = inlineMarkdown(source.title[lang], style);
      return cutLine([pointer(index === at), ...title, span(` · ${contents(source, lang)}`, "dim")], width);
    }),
  ];
}

/** "3 preguntas", "2 tareas: Crear un volumen, Montarlo". */
export function contents({ kind, questions, tasks }: ConceptSource, lang: Lang): string {
  const parts: string[] = [];
  if (questions > 0) parts.push(counted(questions, lang === "es" ? "pregunta" : "question"));
  if (tasks.length > 0) {
    parts.push(
      `${counted(tasks.length, lang === "es" ? "tarea" : "task")}: ${tasks.map((task) => task[lang]).join(", ")}`,
    );
  }
  return parts.length > 0 ? parts.join(", ") : kind === "lab" ? words.lab[lang] : "";
}

function itemLines(items: readonly ConceptItem[], width: number, lang: Lang): readonly Line[] {
  if (items.length === 0) return [];
  return [
    [span(words.items[lang], "strong")],
    ...items.flatMap((item): readonly Line[] => [
      cutLine([...marks(item.recent), ...inlineMarkdown(gist(item.text[lang]))], width),
      cutLine([span(`  ${whenText(item, lang)} · `, "dim"), ...inlineMarkdown(item.from[lang], "dim")], width),
    ]),
  ];
}

/** The last answers, at most four, the latest at the right. */
function marks(recent: readonly number[]): readonly Span[] {
  const shown = recent.slice(-4).map((fraction) => {
    const { symbol, style } = statusLook[fraction >= 1 ? "correct" : fraction > 0 ? "partial" : "incorrect"];
    return span(symbol, style);
  });
  return shown.length === 0 ? [span("· ", "dim")] : [...shown, span(" ")];
}

/** "hace 3 días, toca mañana". */
export function whenText({ kind, lastDays, dueDays }: ConceptItem, lang: Lang): string {
  if (lastDays === undefined && dueDays === undefined) return words[kind === "task" ? "undone" : "unasked"][lang];
  const last = lastDays === undefined ? [] : [daysAgo(lastDays, lang)];
  const due = dueDays === undefined ? [] : [`${words.due[lang]} ${inDays(dueDays, lang)}`];
  return [...last, ...due].join(", ");
}

const words = {
  never: { es: "Aún no se te ha preguntado", en: "You have not been asked yet" },
  mastery: { es: "Dominio", en: "Mastery" },
  taught: { es: "Dónde se enseña", en: "Where it is taught" },
  nowhere: { es: "Ningún cuestionario ni laboratorio lo pregunta todavía", en: "No quiz and no lab asks for it yet" },
  lab: { es: "laboratorio", en: "lab" },
  items: { es: "Tu historia con cada pregunta", en: "Your history with each question" },
  unasked: { es: "sin preguntar", en: "never asked" },
  undone: { es: "sin fallos que repasar", en: "no mistakes to review" },
  due: { es: "toca", en: "due" },
} satisfies Readonly<Record<string, Text>>;
