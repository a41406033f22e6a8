/** What is said of an error that nobody expected, once the terminal has been given back. */

import type { Lang } from "../content/text.ts";
import { clean } from "../screens/clean.ts";

/** Plain words; the stack only for who asked for it (`GRUMETE_DEBUG`). Several lines. */
export function crashReport(error: unknown, lang: Lang, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = {
    es:
      `grumete ha fallado y se ha cerrado: ${message}\nLo que ya habías contestado está guardado. Es un error del programa; ` +
      "con GRUMETE_DEBUG=1 verás dónde ocurre",
    en: `grumete has failed and closed: ${message}\nWhat you had answered is stored. This is a bug of the program; ` +
      "with GRUMETE_DEBUG=1 you will see where it happens",
  };
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return clean(said[lang] + stack);
}
