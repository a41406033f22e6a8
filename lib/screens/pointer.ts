/** What marks the line that keys act on. Others get blanks without a style: where the mark is drawn reversed, they would be bars. */

import type { Span } from "./frame.ts";
import { span } from "./width.ts";

/** Two cells. */
export function pointer(here: boolean): Span {
  return here ? span("❯ ", "selected") : span("  ");
}
