/** The rows of a lab verified on many engines, in the width that there is. */

import type { Lang, Text } from "../../content/text.ts";
import type { Status } from "../../lab/verdict.ts";
import { cut, pad, widthOf } from "../../screens/width.ts";

export interface Cells {
  readonly context: string;
  readonly status: Status;
  readonly points: string;
  /** The tasks that are not passed, or why that is not known. */
  readonly open: string;
}

const headings: Readonly<Record<keyof Cells, Text>> = {
  context: { es: "contexto", en: "context" },
  status: { es: "estado", en: "status" },
  points: { es: "puntos", en: "points" },
  open: { es: "sin superar", en: "not passed" },
};

const ends: Readonly<Record<Status, Text>> = {
  passed: { es: "superado", en: "passed" },
  failed: { es: "no superado", en: "not passed" },
  blocked: { es: "no superado", en: "not passed" },
  unchecked: { es: "sin comprobar", en: "unchecked" },
};

const pointsWidth = 8;
/** Cells; where less is left, what is open stands on a line of its own. */
const leastOpen = 20;

/** What does not fit in `columns` is cut; the JSON has it whole. A row may be two lines. */
export function contextTable(contexts: readonly string[], lang: Lang, columns: number) {
  const widest = (texts: readonly string[]) => Math.max(...texts.map(widthOf));
  const name = Math.min(24, widest([headings.context[lang], ...contexts]));
  const status = widest([headings.status[lang], ...Object.values(ends).map((end) => end[lang])]);
  const line = (context: string, end: string, points: string, open: string) => {
    const left = `${pad(cut(context, name), name)}  ${pad(end, status)}  ${pad(points, pointsWidth)}  `;
    const room = columns - widthOf(left);
    if (room >= leastOpen) return `${left}${cut(open, room)}`.trimEnd();
    const below = open === "" ? "" : `\n  ${cut(open, Math.max(1, columns - 2))}`;
    return cut(left.trimEnd(), columns) + below;
  };
  const { context, points, open } = headings;
  return {
    heading: line(context[lang], headings.status[lang], points[lang], open[lang]),
    row: (cells: Cells) => line(cells.context, ends[cells.status][lang], cells.points, cells.open),
  };
}
