/** The picture of a lab with the docker prompt open: ticks and prompt are always in sight, between them the task and what commands wrote. */

import type { Lang } from "../content/text.ts";
import { appBindings } from "./app_keys.ts";
import { beside, gap } from "./columns.ts";
import type { Frame, Line } from "./frame.ts";
import type { LabState } from "./lab.ts";
import { taskLines } from "./lab_tasks.ts";
import { divider } from "./lab_view.ts";
import { page, type View } from "./page.ts";
import { promptBindings } from "./prompt_keys.ts";
import { type Pane, promptLayout } from "./prompt_layout.ts";
import { position, showing } from "./scroll.ts";
import { span } from "./width.ts";

export function viewPrompt(state: LabState, view: View): Frame {
  const { lang, size } = view;
  const { columns } = size;
  const { header, rows, left, listRows, detail, output, bottom, column } = promptLayout(state, view);
  const tasks = taskLines(state, lang, left === 0 ? columns : left);
  const from = showing({ from: state.at, to: state.at }, 0, listRows, tasks.length);
  const list = tasks.slice(from, from + listRows);
  const area = [
    ...inSight(detail),
    ...(output && detail.rows > 0 ? [rule(lang, left === 0 ? columns : columns - left - gap)] : []),
    ...(output ? inSight(output) : []),
  ];
  const top = left > 0
    ? beside(list, area, { leftWidth: left, width: columns, rows })
    : [...list, divider(from, tasks.length - from - list.length, columns), ...filled(area, rows - list.length - 1)];
  const body = [...top, ...bottom];
  const scrolled = output ?? detail;
  const place = position(scrolled.offset, scrolled.rows, scrolled.lines.length);
  const bindings = [...promptBindings, ...appBindings(true)];
  return page({ header, body, offset: 0, bindings, place, cursor: { row: body.length - 1, column } }, view);
}

function inSight({ lines, rows, offset }: Pane): readonly Line[] {
  return filled(lines.slice(offset, offset + rows), rows);
}

function filled(lines: readonly Line[], rows: number): readonly Line[] {
  return Array.from({ length: rows }, (_, row) => lines[row] ?? []);
}

/** Between the task and what commands wrote. */
function rule(lang: Lang, columns: number): Line {
  const name = lang === "es" ? "salida" : "output";
  return [span(`── ${name} ${"─".repeat(Math.max(0, columns - name.length - 4))}`, "dim")];
}
