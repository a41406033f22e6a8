/** One line of `docker events --format '{{json .}}'`, and what of it can change a verdict. */

import type { EngineEvent } from "../lab/engine.ts";
import { rawOf, wordsOf } from "./facts.ts";

/** Programs run inside (also by health checks and by ourselves) and mere looking change nothing. */
const idle = /^(exec_|top$|attach$|detach$|resize$|archive-path$|export$)/;

/** `undefined` when the line is no event, or is one that changes nothing. `timeNano` is taken from the text: it is too long for a number. */
export function parseEvent(line: string): EngineEvent | undefined {
  let raw;
  try {
    raw = rawOf(JSON.parse(line));
  } catch {
    return undefined;
  }
  const type = wordsOf(raw?.["Type"]);
  // Until API 1.51 older fields repeat these.
  const action = wordsOf(raw?.["Action"]) ?? wordsOf(raw?.["status"]);
  const timeNano = /"timeNano":(\d+)/.exec(line)?.[1];
  if (type === undefined || action === undefined || timeNano === undefined || idle.test(action)) return undefined;
  const actor = rawOf(raw?.["Actor"]);
  const name = wordsOf(rawOf(actor?.["Attributes"])?.["name"]) ?? wordsOf(actor?.["ID"]) ?? wordsOf(raw?.["id"]) ?? "";
  return { type, action, name, timeNano };
}

/** As `--since` and `--until` want it: seconds with nine decimals. */
export function momentOf(timeNano: string): string {
  const padded = timeNano.padStart(10, "0");
  return `${padded.slice(0, -9)}.${padded.slice(-9)}`;
}
