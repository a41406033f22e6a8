/** Which of the names that exist the learner probably meant. */

import { editDistance } from "../../content/near.ts";

/**
 * The nearest name, when it is near enough to be a slip: a third of the letters, capitals not counted. Unlike a word of a
 * fixed vocabulary, a name that begins with another one (`web`, `web-db`) is a name of its own.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().slice(0, 64);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - wanted.length) > allowed) continue;
    const away = editDistance(wanted, candidate.toLowerCase());
    if (away <= allowed && (best === undefined || away < best.away)) best = { name: candidate, away };
  }
  return best?.name;
}
