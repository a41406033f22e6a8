/** Where everything stands while the docker prompt is open: ticks, the task, what commands wrote, and the line itself. */

import { gap } from "./columns.ts";
import type { Line } from "./frame.ts";
import type { LabState } from "./lab.ts";
import { labDetail } from "./lab_detail.ts";
import { faultLines, headerOf, offsetOf, tall, wide } from "./lab_view.ts";
import { bodyRows, type View } from "./page.ts";
import { promptLines } from "./prompt_lines.ts";
import { drawn, latestOf } from "./prompt_output.ts";
import { clamped } from "./scroll.ts";

/** A window of `rows` lines that begins at `offset`. */
export interface Pane {
  readonly lines: readonly Line[];
  readonly rows: number;
  readonly offset: number;
}

export interface PromptLayout {
  readonly header: readonly Line[];
  /** Rows above the lines at the bottom. */
  readonly rows: number;
  /** Width of the column of tasks, 0 when they stand above. */
  readonly left: number;
  readonly listRows: number;
  /** No rows where what commands wrote takes all. */
  readonly detail: Pane;
  /** Where something was written, and is to be seen. */
  readonly output?: Pane;
  readonly bottom: readonly Line[];
  /** Cell of the cursor in the last line at the bottom. */
  readonly column: number;
}

/** From this many rows on the task keeps some of them beside what commands wrote. */
const shared = 12;
/** Lines of the task that stay in sight then. */
const keptDetail = 3;

export function promptLayout(state: LabState, view: View): PromptLayout {
  const { lang, size } = view;
  const { header: whole, told } = headerOf(state, view);
  // The first line, the title, holds the points.
  const header = size.rows < tall && state.engine.kind !== "fault" ? whole.slice(0, 1) : whole;
  const { lines: bottom, column } = promptLines(state, view);
  const rows = Math.max(1, bodyRows(size, header.length) - bottom.length);
  const left = size.columns >= wide ? Math.min(44, Math.floor(size.columns * 0.36)) : 0;
  const count = state.opening.lab.tasks.length;
  const listRows = left > 0 ? rows : Math.max(1, Math.min(count, Math.floor(rows / 4)));
  const area = Math.max(1, left > 0 ? rows : rows - listRows - 1);
  const width = left > 0 ? size.columns - left - gap : size.columns;
  const written = state.prompt.shows === "output" ? drawn(state.prompt.output, lang, width) : [];
  const { lines, ...places } = labDetail(state, lang, Math.min(100, width));
  const before = told ? [] : [...faultLines(state, lang, width), []];
  const detail = [...before, ...lines];
  const outputRows = outputRowsOf(area, {
    written: written.length,
    latest: written.length === 0 ? 0 : drawn(latestOf(state.prompt.output), lang, width).length,
    detail: detail.length,
  });
  const detailRows = Math.max(0, outputRows === 0 ? area : area - outputRows - 1);
  const offset = offsetOf(state, { lines: detail, ...places }, before.length, Math.max(1, detailRows));
  const { prompt: panel } = state;
  return {
    header,
    rows,
    left,
    listRows,
    detail: { lines: detail, rows: detailRows, offset },
    ...(outputRows > 0
      ? {
        output: {
          lines: written,
          rows: outputRows,
          offset: clamped(written.length - outputRows - panel.back, outputRows, written.length),
        },
      }
      : {}),
    bottom,
    column,
  };
}

/** How many lines there are to show: of all commands, of the last one, and of the task. */
interface Wanted {
  readonly written: number;
  readonly latest: number;
  readonly detail: number;
}

/** The last command has its lines; earlier ones take no more than half of the room from the task, which keeps some of it anyway. */
function outputRowsOf(area: number, { written, latest, detail }: Wanted): number {
  if (written === 0) return 0;
  if (area < shared) return written < area - keptDetail ? written : area;
  const half = Math.floor((area - 1) / 2);
  return Math.min(written, Math.max(latest, half, area - 1 - detail), area - keptDetail - 1);
}
