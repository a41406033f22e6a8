/** The lines at the bottom of a lab while the docker prompt is open: news, candidates, what runs, and the line that is typed. */

import type { Lang } from "../content/text.ts";
import type { Line } from "./frame.ts";
import { endingOf, type LabState } from "./lab.ts";
import { tall, wide } from "./lab_view.ts";
import { inSight } from "./line_editor.ts";
import { menuLines } from "./menu_lines.ts";
import { inlineMarkdown } from "./markdown.ts";
import type { View } from "./page.ts";
import type { Running } from "./prompt.ts";
import { cutLine, ends, lineWidth, span } from "./width.ts";
import { atMost, wrap } from "./wrap.ts";

const sign: Line = [span("$ ", "accent")];
/** The last line is the one that is typed; `column` is the cell of its cursor. */
export interface PromptLines {
  readonly lines: readonly Line[];
  readonly column: number;
}

export function promptLines(state: LabState, { lang, size }: View): PromptLines {
  const { prompt: panel } = state;
  const { columns } = size;
  const good = endingOf(state) ?? state.highlight;
  const said = panel.said ? wrap(inlineMarkdown(panel.said[lang], "warn"), columns) : [];
  const news = good ? wrap([span("✔ ", "good"), ...inlineMarkdown(good[lang], "good")], columns) : [];
  // What ends at once is not worth a line that comes and goes.
  const runs = panel.running && (panel.running.seconds > 0 || panel.running.stops > 0)
    ? [runningLine(panel.running, lang, columns)]
    : [];
  const menu = panel.menu ? menuLines(panel.menu, columns, size.rows < tall ? 1 : 3) : [];
  // The last column stays free for the cursor behind the last character.
  const { text, column } = inSight(panel.editor, columns - lineWidth(sign));
  return {
    lines: [
      ...atMost(size.rows < tall ? 1 : columns < wide ? 3 : 2, news, columns),
      ...runs,
      ...atMost(3, said, columns),
      ...menu,
      [...sign, span(text, "code")],
    ],
    column: lineWidth(sign) + column,
  };
}

function runningLine({ seconds, stops, line }: Running, lang: Lang, columns: number): Line {
  const narrow = columns < 60;
  const end = stops === 0
    ? { es: "ctrl-c la para", en: "ctrl-c stops it" }
    : stops === 1
    ? { es: "parando; ctrl-c insiste", en: "stopping; ctrl-c insists" }
    : narrow
    ? { es: "ctrl-c la mata", en: "ctrl-c kills it" }
    : { es: "ctrl-c la mata; su contenedor seguirá", en: "ctrl-c kills it; its container goes on" };
  const time = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const state = `${time} · ${end[lang]}`;
  if (narrow) return cutLine([span("● ", "accent"), span(state, "dim")], columns);
  return ends([span(`● ${line}`, "accent")], [span(state, "dim")], columns);
}
