/** "Did you mean": the known word that is fewest slips of the finger away. */

/** Undefined where nothing is near enough: a third of the letters may be wrong, at least one. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of known) {
    if (Math.abs(word.length - wanted.length) >= fewest) continue;
    const distance = slips(wanted, word.toLowerCase());
    if (distance < fewest) [best, fewest] = [word, distance];
  }
  return best;
}

/** Optimal string alignment: insert, delete, change a letter, or swap two neighbours. */
export function slips(one: string, other: string): number {
  const a = [...one.slice(0, 100)];
  const b = [...other.slice(0, 100)];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let least = Math.min(changed, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
