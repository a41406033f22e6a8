/** Which of the names that exist the learner probably meant. */

/** Damerau-Levenshtein, restricted: letters added, left out, changed, or swapped with their neighbour. */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + change,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}

/** The nearest name, when it is near enough to be a slip: a third of the letters, capitals not counted. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase().slice(0, 64);
  const allowed = Math.max(1, Math.floor([...wanted].length / 3));
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - wanted.length) > allowed) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away <= allowed && (best === undefined || away < best.away)) best = { name: candidate, away };
  }
  return best?.name;
}
