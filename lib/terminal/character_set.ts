/** Whether what is written can hold more than ASCII. */

import { terminalName, variable } from "./stream.ts";

/** A locale that names another character set, or none at all on the plain console, cannot show ticks and bars. */
export function speaksUnicode(): boolean {
  if (terminalName() === "linux") return false;
  const locale = variable("LC_ALL") || variable("LC_CTYPE") || variable("LANG") || "utf-8";
  return /utf-?8/i.test(locale);
}
