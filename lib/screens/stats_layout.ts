/** Where each section of the statistics stands: one below the other, or in two columns where there is room. */

import type { Lang } from "../content/text.ts";
import { beside, gap } from "./columns.ts";
import type { Line } from "./frame.ts";
import { bodyRows, type View } from "./page.ts";
import { clamped, type Range, showing } from "./scroll.ts";
import { type Drawn, drawSection, type Sight } from "./stats_sections.ts";
import { type Section, sectionNames, sections, statsWords } from "./stats_words.ts";
import { lineWidth, span } from "./width.ts";

/** What the layout depends on besides the size: where the keys act, and how far it is scrolled. */
export interface StatsPlace extends Sight {
  readonly section: Section;
  readonly row: number;
  /** First line in sight. */
  readonly offset: number;
  /** What is kept in sight: the section as far as it has room, the pointer in it, or the page as it was scrolled to. */
  readonly sight: "section" | "pointer" | "page";
}

export interface StatsLayout {
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  /** Lines of the body. */
  readonly ranges: Readonly<Record<Section, Range>>;
  /** Of the section where the keys act. */
  readonly rows: readonly number[];
  /** Rows of the body in sight. */
  readonly height: number;
  readonly offset: number;
}

const wide = 120;

/** What the left column holds on a wide terminal; the right one holds the others. */
const left: ReadonlySet<Section> = new Set(["overview", "mastery", "time"]);

export function statsLayout(place: StatsPlace, { lang, size }: View): StatsLayout {
  const header = [tabs(place.section, lang, size.columns)];
  const height = bodyRows(size, header.length);
  const { body, ranges, rows } = size.columns >= wide
    ? twoColumns(place, Math.min(size.columns, 180), lang)
    : stacked(sections, place, Math.min(size.columns, 100), lang);
  return { header, body, ranges, rows, height, offset: offsetOf(place, { body, ranges, rows, height }) };
}

type Placed = Pick<StatsLayout, "body" | "ranges" | "rows">;

/** All ranges are asked for; those that `chosen` lacks come from elsewhere. */
const nowhere = Object.fromEntries(sections.map((section) => [section, { from: 0, to: 0 }])) as Record<Section, Range>;

function stacked(chosen: readonly Section[], place: StatsPlace, width: number, lang: Lang): Placed {
  const body: Line[] = [];
  const ranges = { ...nowhere };
  let rows: readonly number[] = [];
  for (const section of chosen) {
    if (body.length > 0) body.push([]);
    const from = body.length;
    const drawn = drawnAt(section, place, width, lang);
    body.push(...drawn.lines);
    ranges[section] = { from, to: body.length - 1 };
    if (section === place.section) rows = drawn.rows.map((line) => line + from);
  }
  return { body, ranges, rows };
}

/** Only the section where the keys act has the pointer. */
function drawnAt(section: Section, { row, ...sight }: StatsPlace, width: number, lang: Lang): Drawn {
  const { statistics, area } = sight;
  const seen: Sight = { statistics, ...(area === undefined ? {} : { area }) };
  return drawSection(section, section === sight.section ? { ...seen, row } : seen, width, lang);
}

function twoColumns(place: StatsPlace, width: number, lang: Lang): Placed {
  const leftWidth = Math.floor((width - gap) / 2);
  const one = stacked(sections.filter((section) => left.has(section)), place, leftWidth, lang);
  const other = stacked(sections.filter((section) => !left.has(section)), place, width - leftWidth - gap, lang);
  const rows = Math.max(one.body.length, other.body.length);
  const ranges = { ...nowhere };
  for (const section of sections) ranges[section] = (left.has(section) ? one : other).ranges[section];
  return {
    body: beside(one.body, other.body, { leftWidth, width, rows }),
    ranges,
    rows: left.has(place.section) ? one.rows : other.rows,
  };
}

function offsetOf(
  { section, row, offset, sight }: StatsPlace,
  { body, ranges, rows, height }: Placed & { readonly height: number },
): number {
  if (sight === "page") return clamped(offset, height, body.length);
  const line = rows[row];
  const range = ranges[section];
  if (sight === "pointer" && line !== undefined) {
    // With the first of its rows a section shows its title.
    return showing({ from: row === 0 ? range.from : line, to: line }, offset, height, body.length);
  }
  const { from, to } = range;
  // Of a list its beginning, where the pointer is; any other section may be scrolled through.
  if (line !== undefined || to - from < height) return showing(range, offset, height, body.length);
  return clamped(Math.max(from, Math.min(offset, to - height + 1)), height, body.length);
}

/** All names where they have room, otherwise only that of the section where the keys act. */
function tabs(section: Section, lang: Lang, width: number): Line {
  const line = (named: (one: Section) => boolean) =>
    sections.map((one, index) => {
      const text = named(one) ? `${index + 1} ${sectionNames[one][lang]}` : `${index + 1}`;
      return one === section ? span(`[${text}]`, "strong") : span(` ${text} `, "dim");
    });
  const title = span(`${statsWords.title[lang]}  `, "title");
  const [all, short] = [line(() => true), line((one) => one === section)];
  return [[title, ...all], all, [title, ...short]].find((tabs) => lineWidth(tabs) <= width) ?? short;
}
