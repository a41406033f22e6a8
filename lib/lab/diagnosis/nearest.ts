/** Which of the names that exist the learner probably meant. */

import { editDistance } from "../../content/near.ts";

/**
 * The nearest name, when it is near enough to be a slip: a third of the letters, capitals not counted. Unlike a word of a
 * fixed vocabulary, a name that begins with another one (`web`, `web-db`) is a name of its own.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  return nearNames(name, candidates)[0];
}

/** All that are near enough, the nearest first. */
export function nearNames(name: string, candidates: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase().slice(0, 64);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return candidates.flatMap((candidate) => {
    if (candidate === name || Math.abs(candidate.length - wanted.length) > allowed) return [];
    const away = editDistance(wanted, candidate.toLowerCase());
    return away <= allowed ? [{ candidate, away }] : [];
  }).sort((a, b) => a.away - b.away).map(({ candidate }) => candidate);
}
