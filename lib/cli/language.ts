/** Which language to speak: `--lang`, then LC_ALL, LC_MESSAGES, LANG, then Spanish. */

import type { Lang } from "../content/text.ts";
import { environment } from "../store/state_folder.ts";

/** An unknown `--lang` is reported later, by the command that parses it. */
export function languageOf(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const chosen = at < 0 ? undefined : args[at]?.split("=")[1] ?? args[at + 1];
  if (chosen === "es" || chosen === "en") return chosen;
  const locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? "";
  return /^en(?:[_.-]|$)/i.test(locale) ? "en" : "es";
}
