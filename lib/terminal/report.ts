/** Tells on standard error that something goes on: one line that is written over where that can be done, a line now and then elsewhere. */

import type { Lang } from "../content/text.ts";
import { type Activity, activityLine, activityText, quiet } from "../screens/activity.ts";
import { lineInAscii } from "../screens/ascii.ts";
import { cleanLine } from "../screens/clean.ts";
import { cutLine } from "../screens/width.ts";
import type { Depth } from "./palette.ts";
import { cleanedLine, encoded } from "./say.ts";

export interface ReportOptions {
  readonly lang: Lang;
  /** The line that the cursor is on can be wiped. */
  readonly rewrites: boolean;
  readonly ascii: boolean;
  readonly depth: Depth;
}

const wipe = "\r\x1b[K";
/** ms between two lines where lines stay: of something new, and of what goes on. */
const news = 3000;
const still = 15_000;

/** What is to be written, and when; who has the clock and the stream asks for it. Times are ms. */
export class Report {
  #shown = "";
  #said = -Infinity;
  #stage = "";

  constructor(readonly options: ReportOptions) {}

  /** What to write at this moment; nothing while there is nothing new. */
  text(activity: Activity, now: number, width: number): string {
    if (activity.seconds < quiet) return "";
    return this.options.rewrites ? this.#over(activity, width) : this.#line(activity, now);
  }

  /** Before anything else is written on the same terminal, and at the end. */
  wiped(): string {
    const written = this.#shown !== "";
    this.#shown = "";
    return written ? wipe : "";
  }

  #over(activity: Activity, width: number): string {
    const { lang, ascii, depth } = this.options;
    const line = cutLine(cleanedLine(activityLine(activity, lang, Math.max(20, width) - 1)), Math.max(20, width) - 1);
    const text = encoded(ascii ? lineInAscii(line) : line, depth);
    if (text === this.#shown) return "";
    this.#shown = text;
    return wipe + text;
  }

  #line(activity: Activity, now: number): string {
    const { lang } = this.options;
    const { steps, what } = activity;
    const stage = `${what.en} ${steps?.done} ${steps?.total}`;
    if (now - this.#said < (stage === this.#stage ? still : news)) return "";
    this.#said = now;
    this.#stage = stage;
    return `${cleanLine(activityText(activity, lang))}\n`;
  }
}
