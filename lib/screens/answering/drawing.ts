/** What a kind of question draws under its prompt. */

import type { Lang } from "../../content/text.ts";
import type { Line } from "../frame.ts";
import type { Range } from "../scroll.ts";

/** `focus` are the lines that must stay in sight; `cursor` is in the drawing's own lines. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly focus?: Range;
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** `answered`: nothing can be changed any more, and what is right may be shown. */
export interface Look {
  readonly lang: Lang;
  readonly width: number;
  readonly answered: boolean;
}
