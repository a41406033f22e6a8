/** Draws questions at random, the same ones for the same seed: for placement quizzes, exams, and whatever else asks a few of many. */

import type { Level, Question } from "../content/schema/question.ts";
import { seeded, seedFor } from "./rng.ts";

/** A question that can be drawn, and the quiz that it comes from. */
export interface Drawable {
  readonly quiz: string;
  readonly question: Pick<Question, "id" | "kind" | "concepts" | "level">;
}

/** `harder`: those that take more than recalling come first. */
export interface Draw {
  readonly seed: number;
  readonly harder?: boolean;
}

const demands: Readonly<Record<Level, number>> = { recall: 0, understand: 1, apply: 2, analyse: 3 };

/**
 * `count` of them, or all where there are no more. Each draws its place with a seed of its own, so that a question added
 * elsewhere changes nothing. No concept is asked twice while there are questions on others.
 */
export function drawn<One extends Drawable>(
  from: readonly One[],
  count: number,
  { seed, harder }: Draw,
): readonly One[] {
  const placed = from.map((one) => ({
    one,
    // A coin answers true or false half of the time: these come last.
    demand: harder ? one.question.kind === "truefalse" ? -1 : demands[one.question.level ?? "recall"] : 0,
    place: seeded(seedFor(seed, `draw ${one.quiz}/${one.question.id}`))(),
  })).sort((a, b) => b.demand - a.demand || a.place - b.place).map(({ one }) => one);
  const chosen: One[] = [];
  const asked = new Set<string>();
  const left = new Set(placed);
  while (chosen.length < count && left.size > 0) {
    const open = [...left];
    const one = open.find(({ question }) => question.concepts.every((concept) => !asked.has(concept))) ?? open[0];
    if (!one) break;
    left.delete(one);
    chosen.push(one);
    for (const concept of one.question.concepts) asked.add(concept);
  }
  return chosen;
}

/**
 * Shares out `total` questions among groups of these sizes: in proportion (largest remainder, Hamilton's method), at least one
 * to each group that has any while there are enough, and never more than a group has.
 */
export function shares(sizes: readonly number[], total: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(total, all);
  const given = sizes.map(() => 0);
  // The larger groups first, where there is not one for each.
  const bySize = sizes.map((_, index) => index).filter((index) => (sizes[index] ?? 0) > 0)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  for (const index of bySize.slice(0, wanted)) given[index] = 1;
  let left = wanted - given.reduce((sum, one) => sum + one, 0);
  while (left > 0) {
    let [best, most] = [-1, -Infinity];
    for (const index of bySize) {
      const [size = 0, has = 0] = [sizes[index], given[index]];
      const lacking = size * wanted / all - has;
      if (has < size && lacking > most) [best, most] = [index, lacking];
    }
    given[best] = (given[best] ?? 0) + 1;
    left--;
  }
  return given;
}
