/** Where something stands inside a document: keys and positions from the root. */

import { quoted } from "./shown.ts";

export type DataPath = readonly (string | number)[];

/** `questions[2].answer`; positions count from 0, keys that are no plain words stand in quotes. */
export function showPath(path: DataPath): string {
  let shown = "";
  for (const step of path) {
    if (typeof step === "number") shown += `[${step}]`;
    else if (/^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u.test(step)) shown += shown === "" ? step : `.${step}`;
    else shown += `[${quoted(step)}]`;
  }
  return shown;
}
