/** Something that takes its time: what it is, how far it is, what was said of it last, and for how long it has been going on. */

import type { Lang, Text } from "../content/text.ts";
import type { StepsDone } from "../lab/steps_done.ts";
import { bar } from "./bar.ts";
import type { Line } from "./frame.ts";
import { ends, span } from "./width.ts";

export interface Activity {
  readonly what: Text;
  /** Where it is known how much there is to do. */
  readonly steps?: StepsDone;
  /** A line of docker, or of whoever does it. */
  readonly note?: string;
  /** Whole ones since it began. */
  readonly seconds: number;
  /** It can be given up, and nothing of it stays. */
  readonly cancel?: true;
}

/** Below this many seconds nothing is said: a word that comes and goes is noise. */
export const quiet = 1;

/** One line, cut to the width, with its time at the right. */
export function activityLine({ what, steps, note, seconds }: Activity, lang: Lang, width: number): Line {
  const cells = width < 60 ? 6 : 12;
  const said = note === undefined || note === "" ? "" : `: ${note}`;
  const left: Line = steps
    ? [...bar(steps.done / Math.max(1, steps.total), cells), span(` ${counted(steps)} `, "strong")]
    : [...runner(seconds, cells), span(" ")];
  return ends([...left, span(what[lang], "accent"), span(said, "dim")], [span(`${seconds} s`, "dim")], width);
}

/** For who reads line by line: no bar, and the time in words. */
export function activityText({ what, steps, note, seconds }: Activity, lang: Lang): string {
  const count = steps ? ` ${counted(steps)}` : "";
  const said = note === undefined || note === "" ? "…" : `: ${note}`;
  return `${what[lang]}${count}${said} (${seconds} s)`;
}

/** The step that is under way, as docker counts. */
function counted({ done, total }: StepsDone): string {
  return `${Math.min(total, done + 1)}/${total}`;
}

/** Goes on by a cell each second where nobody knows how much is left: it lives, and that is all it says. */
function runner(seconds: number, cells: number): Line {
  const at = seconds % cells;
  return [span("░".repeat(at), "dim"), span("█", "accent"), span("░".repeat(cells - at - 1), "dim")]
    .filter(({ text }) => text !== "");
}
