/** How each end of a verdict looks. */

import type { Text } from "../content/text.ts";
import type { Status } from "../lab/verdict.ts";
import type { Style } from "./frame.ts";

/** A word, a symbol and a colour: each is enough alone. */
export const tickLook: Readonly<
  Record<Status, { readonly symbol: string; readonly word: Text; readonly style: Style }>
> = {
  passed: { symbol: "✔", word: { es: "superada", en: "passed" }, style: "good" },
  failed: { symbol: "✘", word: { es: "pendiente", en: "not yet" }, style: "bad" },
  blocked: { symbol: "…", word: { es: "espera a otra", en: "waits for another" }, style: "dim" },
  unchecked: { symbol: "?", word: { es: "sin comprobar", en: "not checked" }, style: "warn" },
};

/** Of a task that is not passed, but of which a part already counts. */
export const partLook = { symbol: "◐", style: "warn" } as const;
