/** "Did you mean": the known word that is nearest to what was written. */

import { both, type Text } from "./text.ts";

/** Undefined where nothing is near enough: a third of the letters may differ. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > 64) return undefined;
  const word = written.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ??
    (word.length > 2 ? [...known].find((candidate) => shortens(word, candidate.toLowerCase())) : undefined);
}

/** `maximum` for `max`, `expl` for `explanation`. */
function shortens(word: string, candidate: string): boolean {
  return candidate.length > 2 && (candidate.startsWith(word) || word.startsWith(candidate));
}

/** Letters to insert, remove, change, or swap with their neighbour (Damerau-Levenshtein, optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    [before, previous] = [previous, current];
  }
  return previous[to.length] ?? 0;
}

/** A suggestion where something is near, else the list of what is known. */
export function suggest(written: string, known: readonly string[]): Text {
  const near = nearest(written, known);
  if (near !== undefined) return { es: `¿Querías decir "${near}"?`, en: `Did you mean "${near}"?` };
  const list = known.length > 30 ? [...known.slice(0, 30), "…"] : known;
  return both((lang) => `${lang === "es" ? "Se conocen" : "Known here"}: ${list.join(", ")}.`);
}
