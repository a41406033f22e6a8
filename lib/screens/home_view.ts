/** The picture of the home screen. */

import type { Lang, Text } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import { bar, percent } from "./bar.ts";
import type { Frame, Line } from "./frame.ts";
import { type HomeEntry, homeHelp, type HomeRow, homeRows, type HomeState } from "./home.ts";
import { inSight } from "./line_editor.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { bodyRows, page, type View } from "./page.ts";
import { showing } from "./scroll.ts";
import { pointer } from "./pointer.ts";
import { cutLine, fitLine, lineWidth, span, widthOf } from "./width.ts";

const words = {
  motto: { es: "aprende contenedores y máquinas virtuales", en: "learn containers and virtual machines" },
  resume: { es: "Seguir donde lo dejé", en: "Continue where I was" },
  quizzes: { es: "Cuestionarios", en: "Quizzes" },
  labs: { es: "Laboratorios", en: "Labs" },
  search: { es: "Buscar: ", en: "Search: " },
  nothing: {
    es: "Nada coincide con la búsqueda. Pulsa esc para ver todo.",
    en: "Nothing matches. Press esc to see everything.",
  },
  empty: {
    es:
      "No hay cuestionarios ni laboratorios que mostrar.\n\nArranca desde la carpeta que los contiene, o di dónde están:\n\n" +
      "```\n$ grumete --content CARPETA\n```\n\nLa carpeta debe tener dentro `quizzes/` o `labs/`. Con `grumete lint` verás si alguno tiene errores.",
    en: "There are no quizzes and no labs to show.\n\nStart from the folder that has them, or say where they are:\n\n" +
      "```\n$ grumete --content FOLDER\n```\n\nThe folder must have `quizzes/` or `labs/` in it. `grumete lint` shows whether one of them has errors.",
  },
} satisfies Readonly<Record<string, Text>>;

export function viewHome(state: HomeState, view: View): Frame {
  const { lang, size } = view;
  const width = Math.min(size.columns, 110);
  const rows = homeRows(state);
  const { header, cursor } = headerOf(state, lang, size.columns);
  const bindings = [...homeHelp(state), ...appBindings(state.typing)];
  const on = cursor === undefined ? {} : { cursor: { row: header.length - 1, column: cursor } };
  if (rows.length === 0) {
    const body = markdown(
      state.data.entries.length === 0 ? words.empty[lang] : words.nothing[lang],
      Math.min(width, 72),
    );
    return { ...page({ header, body, offset: 0, bindings }, view), ...on };
  }
  const { body, places } = listOf(rows, state.at, width, lang);
  const notes = size.rows >= 20 ? summaryOf(rows[state.at], width, lang) : [];
  const height = bodyRows(size, header.length, notes.length);
  const here = places[state.at] ?? 0;
  const top = state.at === 0 ? 0 : here;
  const offset = showing({ from: top, to: here }, 0, height, body.length);
  return { ...page({ header, body, offset, notes, bindings }, view), ...on };
}

/** Title, and the search while there is one; `cursor` is its column while it takes letters. */
function headerOf(
  { query, typing }: HomeState,
  lang: Lang,
  width: number,
): { readonly header: readonly Line[]; readonly cursor?: number } {
  const title: Line = [span("grumete", "title"), span(`  ${words.motto[lang]}`, "dim")];
  if (!query) return { header: [cutLine(title, width)] };
  const label = words.search[lang];
  const { text, column } = inSight(query, width - label.length - 1);
  const header = [cutLine(title, width), [span(label, "accent"), span(text, "code")]];
  return typing ? { header, cursor: label.length + column } : { header };
}

/** All lines, and the line on which each row stands. */
function listOf(rows: readonly HomeRow[], at: number, width: number, lang: Lang) {
  const body: Line[] = [];
  const places: number[] = [];
  let section = "";
  rows.forEach((row, index) => {
    const name = row.kind === "resume" ? "" : words[row.entry.kind === "quiz" ? "quizzes" : "labs"][lang];
    if (name !== section || index === 0) {
      if (body.length > 0) body.push([]);
      if (name !== "") body.push([span(name, "strong")]);
      section = name;
    }
    places.push(body.length);
    body.push(rowLine(row, index === at, width, lang));
  });
  return { body, places };
}

function rowLine(row: HomeRow, here: boolean, width: number, lang: Lang): Line {
  const mark = pointer(here);
  const style = here ? "strong" : "plain";
  if (row.kind === "resume") {
    const { title, detail } = row.resume;
    const line: Line = [
      mark,
      span(words.resume[lang], here ? "strong" : "accent"),
      span(`  ${title[lang]} · ${detail[lang]}`, "dim"),
    ];
    return cutLine(line, width);
  }
  const { entry } = row;
  const facts = width >= 60 ? [span(`  ${sizeOf(entry, lang)}  `, "dim"), ...progress(entry, 10)] : progress(entry, 0);
  const room = Math.max(4, width - lineWidth(facts) - 2);
  const title = inlineMarkdown(entry.title[lang], style);
  const named = [...title, span(`  ${entry.id}`, "dim")];
  return [mark, ...fitLine(width >= 80 && lineWidth(named) <= room ? named : title, room), ...facts];
}

/** A bar of so many cells and a percentage; nothing at all for what was never begun, but as wide. */
function progress({ done }: HomeEntry, cells: number): Line {
  if (done === undefined) return [span(" ".repeat(cells + 5))];
  return [
    ...(cells > 0 ? bar(done, cells, done === 1 ? "good" : "accent") : []),
    span(percent(done).padStart(5), "dim"),
  ];
}

function sizeOf({ kind, size }: HomeEntry, lang: Lang): string {
  const word = kind === "quiz" ? { es: "pregunta", en: "question" } : { es: "tarea", en: "task" };
  const text = `${size} ${word[lang]}${size === 1 ? "" : "s"}`;
  return text.padStart(Math.max(13, widthOf(text)));
}

/** What the chosen one is about, in two lines at most, always as high so that the list stands still. */
function summaryOf(row: HomeRow | undefined, width: number, lang: Lang): readonly Line[] {
  const text = row?.kind === "entry" ? row.entry.summary?.[lang] ?? "" : "";
  const lines = markdown(text, width, "dim");
  return [[], lines[0] ?? [], lines.length > 2 ? [...(lines[1] ?? []), span(" …", "dim")] : lines[1] ?? []];
}
