/** The picture of the home screen: the list, and the chosen one beside it where there is room, below it where there is not. */

import type { Lang, Text } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import { bar, percent } from "./bar.ts";
import { beside, gap } from "./columns.ts";
import { counted } from "./counted.ts";
import type { Frame, Line } from "./frame.ts";
import { type HomeData, type HomeEntry, homeHelp, type HomeState, type HomeToday } from "./home.ts";
import { detailsOf, notesOf, sizeOf } from "./home_details.ts";
import type { HomeStep } from "./home_path.ts";
import { type HomeFilter, type HomeRow, type HomeSection, homeSections, isWeak, stepMeasures } from "./home_rows.ts";
import { stepLook } from "./step_look.ts";
import { inSight } from "./line_editor.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { pointer } from "./pointer.ts";
import { inDays } from "./relative_days.ts";
import { position, showing } from "./scroll.ts";
import { cutLine, ends, fitLine, lineWidth, span } from "./width.ts";
import { wrap } from "./wrap.ts";

/** From so many columns on the details stand at the right. */
const wideEnough = 110;

/** With so many lines there is one to spare between areas. */
const spacious = 30;

export function viewHome(state: HomeState, view: View): Frame {
  const { lang, size } = view;
  const wide = size.columns >= wideEnough;
  const width = wide ? Math.min(92, Math.floor(size.columns * 0.6)) : size.columns;
  const sections = homeSections(state);
  const rows = sections.flatMap(({ rows }) => rows);
  const { header, cursor } = headerOf(state, lang, size.columns);
  const bindings = [...homeHelp(state), ...appBindings(state.typing)];
  const on = cursor === undefined ? {} : { cursor: { row: header.length - 1, column: cursor } };
  const broken = brokenLines(state.data, width, lang);
  if (rows.length === 0) {
    const text = state.data.entries.length === 0 ? words.empty : state.query?.text ? words.nothing : words.none;
    const body = [...markdown(text[lang], Math.min(width, 72)), ...broken];
    return { ...page({ header, body, offset: 0, bindings }, view), ...on };
  }
  const { body, places } = listOf(sections, state, { width, rows: size.rows, lang });
  body.push(...broken);
  const chosen = rows[state.at];
  const notes = wide || size.rows < 20 ? [] : notesOf(chosen, state.data, width, lang);
  const height = bodyRows(size, header.length, notes.length);
  const here = places[state.at] ?? 0;
  // The heading over the first row, and what stands after the last one.
  const range = { from: state.at === 0 ? 0 : here, to: state.at === rows.length - 1 ? body.length - 1 : here };
  const offset = showing(
    height >= range.to - range.from + 1 ? range : { from: here, to: here },
    0,
    height,
    body.length,
  );
  if (!wide) return { ...page({ header, body, offset, notes, bindings }, view), ...on };
  const right = detailsOf(chosen, state.data, size.columns - width - gap, lang);
  const both = beside(body.slice(offset, offset + height), right, {
    leftWidth: width,
    width: size.columns,
    rows: height,
  });
  const place = position(offset, height, body.length);
  return { ...page({ header, body: both, offset: 0, place, bindings }, view), ...on };
}

/** Title and today's figures; the search and the filter while there is one. `cursor`: its column while letters are taken. */
function headerOf(
  { data, query, typing, filter }: HomeState,
  lang: Lang,
  width: number,
): { readonly header: readonly Line[]; readonly cursor?: number } {
  const figures = data.entries.length === 0 ? [] : figuresOf(data.today, lang, width);
  const motto: Line = width < 80 ? [] : [span(`  ${words.motto[lang]}`, "dim")];
  const title = ends([span("grumete", "title"), ...motto], figures, width);
  const filtered: Line = filter === "all" ? [] : [span(words.filters[filter][lang], "accent")];
  if (!query) return { header: filtered.length === 0 ? [title] : [title, cutLine(filtered, width)] };
  const label = words.search[lang];
  const room = width - label.length - (filtered.length === 0 ? 1 : lineWidth(filtered) + 3);
  const { text, column } = inSight(query, Math.max(1, room));
  const line = ends([span(label, "accent"), span(text, "code")], filtered, width);
  return typing ? { header: [title, line], cursor: label.length + column } : { header: [title, line] };
}

function figuresOf({ streak, answered }: HomeToday, lang: Lang, width: number): Line {
  const days = lang === "es" ? `racha: ${counted(streak, "día")}` : `streak: ${counted(streak, "day")}`;
  const today = lang === "es" ? `hoy: ${counted(answered, "respuesta")}` : `today: ${counted(answered, "answer")}`;
  return [span(width < 60 ? today : `${days} · ${today}`, "dim")];
}

/** All lines, and the line on which each row stands. */
function listOf(
  sections: readonly HomeSection[],
  { at, data }: HomeState,
  { width, rows: height, lang }: { readonly width: number; readonly rows: number; readonly lang: Lang },
) {
  const body: Line[] = [];
  const places: number[] = [];
  let captioned = false;
  for (const { name, mastery, settled, rows } of sections) {
    if (name && !captioned) body.push(ends([], captions(width, lang), width));
    else if (body.length > 0 && height >= spacious) body.push([]);
    if (name) {
      const own: Line = [
        span(name[lang], "strong"),
        ...(settled ? [span(` · ${settledText(settled, width, lang)}`, "dim")] : []),
      ];
      captioned = true;
      body.push(ends(cutLine(own, width - 14), measured(mastery, width, "dim"), width));
    }
    for (const row of rows) {
      const here = places.length === at;
      places.push(body.length);
      body.push(rowLine(row, here, { data, width, lang }));
    }
  }
  return { body, places };
}

function settledText(
  { count, of }: { readonly count: number; readonly of: number },
  width: number,
  lang: Lang,
): string {
  if (width < 60) return `${count}/${of}`;
  return lang === "es" ? `${count} de ${of} sesiones` : `${count} of ${of} sessions`;
}

interface Place {
  readonly data: HomeData;
  readonly width: number;
  readonly lang: Lang;
}

function rowLine(row: HomeRow, here: boolean, { data, width, lang }: Place): Line {
  const style = here ? "strong" : "plain";
  switch (row.kind) {
    case "resume": {
      const { title, detail } = row.resume;
      const name = span(words.resume[lang], here ? "strong" : "accent");
      return cutLine([pointer(here), name, span(`  ${title[lang]} · ${detail[lang]}`, "dim")], width);
    }
    case "due": {
      const name = span(words.due[lang], here ? "strong" : "accent");
      return cutLine([pointer(here), name, span(`  ${dueText(data.today, lang)}`, "dim")], width);
    }
    case "next": {
      const name = span(words.next[lang], here ? "strong" : "accent");
      return cutLine([pointer(here), name, span(`  ${row.next.text[lang]}`, "dim")], width);
    }
    case "step":
      return stepLine(row.step, { here, data, width, lang });
    case "concept": {
      const { name, mastery } = row.concept;
      return ends([pointer(here), span(name[lang], style)], measured(mastery, width), width);
    }
    case "entry": {
      const { entry } = row;
      const facts = factsOf(entry, width, lang);
      const room = Math.max(4, width - lineWidth(facts) - 2);
      const title = inlineMarkdown(entry.title[lang], style);
      const named = [...title, span(`  ${entry.id}`, "dim")];
      return [pointer(here), ...fitLine(lineWidth(named) <= room ? named : title, room), ...facts];
    }
  }
}

/** A sign, its number, its title, and what of it was done and is known. */
function stepLine(step: HomeStep, { here, data, width, lang }: Place & { readonly here: boolean }): Line {
  const { symbol, style } = stepLook[step.state];
  const { done, mastery } = stepMeasures(step, data);
  const space = width >= 60 ? "  " : " ";
  const told = step.state === "known"
    ? [span(words.known[lang], "dim")]
    : [...measured(done, width, done === 1 ? "good" : "accent"), span(space), ...measured(mastery, width)];
  const number = step.number === undefined ? "   " : `${String(step.number).padStart(2)} `;
  return ends(
    [
      pointer(here),
      span(`${symbol} `, style),
      span(number, "dim"),
      span(step.title[lang], here ? "strong" : step.state === "known" ? "dim" : "plain"),
    ],
    told,
    width,
  );
}

/** How long it is, where there is room for that or nothing else to say: it tells a lab from a quiz. Then what was done and is known. */
function factsOf(entry: HomeEntry, width: number, lang: Lang): Line {
  const size = sizeOf(entry, lang);
  const space = width >= 60 ? "  " : " ";
  const measures = [
    ...measured(entry.done, width, entry.done === 1 ? "good" : "accent"),
    span(space),
    ...measured(entry.mastery, width),
  ];
  if (width >= 90) return [span(`  ${size.padStart(13)}  `, "dim"), ...measures];
  const untouched = entry.done === undefined && entry.mastery === undefined;
  return untouched ? [span(` ${size.padStart(lineWidth(measures))}`, "dim")] : [span(space), ...measures];
}

function dueText({ due, fresh, next }: HomeToday, lang: Lang): string {
  const reviews = lang === "es" ? counted(due, "repaso") : counted(due, "review");
  const news = lang === "es" ? `${fresh} ${fresh === 1 ? "nueva" : "nuevas"}` : `${fresh} new`;
  if (due > 0) return fresh > 0 ? `${reviews}, ${news}` : reviews;
  const later = next === undefined
    ? ""
    : lang === "es"
    ? `repasos ${inDays(next, lang)}`
    : `reviews ${inDays(next, lang)}`;
  if (fresh > 0) return later === "" ? news : `${news}; ${later}`;
  const nothing = lang === "es" ? "nada" : "nothing";
  return later === "" ? nothing : `${nothing}; ${later}`;
}

/** A bar where there is room and a percentage, always as wide; nothing known shows as nothing. */
function measured(fraction: number | undefined, width: number, style?: "good" | "accent" | "dim"): Line {
  const cells = width >= 60 ? 6 : 0;
  if (fraction === undefined) return [span(" ".repeat(cells + 5))];
  const look = style ?? (isWeak(fraction) ? "warn" : "good");
  return [...(cells > 0 ? bar(fraction, cells, look) : []), span(percent(fraction).padStart(5), "dim")];
}

/** Over the two measures of each line. */
function captions(width: number, lang: Lang): Line {
  const cells = width >= 60 ? 11 : 5;
  const [done, known] = width >= 60 ? [words.done, words.mastery] : [words.doneShort, words.masteryShort];
  const space = width >= 60 ? "  " : " ";
  return [span(`${done[lang].padStart(cells)}${space}${known[lang].padStart(cells)}`, "dim")];
}

/** What is missing from the list, and why. */
function brokenLines({ broken, flags }: HomeData, width: number, lang: Lang): readonly Line[] {
  if (broken.length === 0) return [];
  const [one] = broken;
  const what = broken.length === 1 && one !== undefined
    ? lang === "es" ? "1 archivo con errores" : "1 file has errors"
    : lang === "es"
    ? `${broken.length} archivos con errores`
    : `${broken.length} files have errors`;
  // A path is enough for one; to look at all of them it has to be said where they are.
  const where = broken.length === 1 && one !== undefined ? [one] : flags.filter((flag) => flag.startsWith("--content"));
  const command = ["grumete lint", ...where].join(" ");
  return [[], ...wrap([span(`⚠ ${what}: `, "warn"), span(command, "code")], width)];
}

const words = {
  motto: { es: "contenedores y máquinas virtuales", en: "containers and virtual machines" },
  resume: { es: "Seguir donde lo dejé", en: "Continue where I was" },
  next: { es: "Siguiente", en: "Next" },
  known: { es: "ya sabida", en: "known" },
  due: { es: "Para hoy", en: "Due today" },
  done: { es: "hecho", en: "done" },
  mastery: { es: "dominio", en: "mastery" },
  doneShort: { es: "hech.", en: "done" },
  masteryShort: { es: "dom.", en: "mast." },
  search: { es: "Buscar: ", en: "Search: " },
  nothing: {
    es: "Nada coincide con la búsqueda. Pulsa esc para ver todo, o tab para cambiar el filtro.",
    en: "Nothing matches. Press esc to see everything, or tab to change the filter.",
  },
  none: {
    es: "Nada pasa este filtro. Pulsa f para cambiarlo.",
    en: "Nothing passes this filter. Press f to change it.",
  },
  empty: {
    es:
      "No hay cuestionarios ni laboratorios que mostrar.\n\nArranca desde la carpeta que los contiene, o di dónde están:\n\n" +
      "```\n$ grumete --content CARPETA\n```\n\nLa carpeta debe tener dentro `quizzes/` o `labs/`. Con `grumete lint` verás si alguno tiene errores.",
    en: "There are no quizzes and no labs to show.\n\nStart from the folder that has them, or say where they are:\n\n" +
      "```\n$ grumete --content FOLDER\n```\n\nThe folder must have `quizzes/` or `labs/` in it. `grumete lint` shows whether one of them has errors.",
  },
  filters: {
    pending: { es: "Filtro: pendiente", en: "Filter: pending" },
    weak: { es: "Filtro: flojo", en: "Filter: weak" },
    done: { es: "Filtro: hecho", en: "Filter: done" },
  } satisfies Readonly<Record<Exclude<HomeFilter, "all">, Text>>,
} as const;
