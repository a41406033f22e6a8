/** Whether the terminal can show more than ASCII. */

import { environment } from "../store/state_folder.ts";

/** A locale that names another character set, or none at all on the plain console, cannot show ticks and bars. */
export function speaksUnicode(): boolean {
  if (environment("TERM") === "linux") return false;
  const locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG");
  return locale === undefined || /utf-?8/i.test(locale);
}
