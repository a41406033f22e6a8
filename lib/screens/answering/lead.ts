/** The tick before an option once it is answered: what is right never depends on colour alone. */

import type { Span, Style } from "../frame.ts";
import { span } from "../width.ts";

export interface Judged {
  readonly style: Style;
  readonly lead: Span;
}

/** `right`: belongs to the right answer; `taken`: was chosen. */
export function judged(right: boolean, taken: boolean): Judged {
  if (right) return { style: "good", lead: span("✔ ", "good") };
  return taken ? { style: "bad", lead: span("✘ ", "bad") } : { style: "dim", lead: span("  ") };
}
