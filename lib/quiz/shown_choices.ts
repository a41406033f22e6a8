/** The order in which choices are shown. */

import { type Rng, shuffled } from "./rng.ts";

/** Shuffled unless the question says no; those marked `last` stay at the end, in the order of the file. */
export function shownChoices(
  question: {
    readonly shuffle: boolean;
    readonly choices: readonly { readonly id: string; readonly last: boolean }[];
  },
  rng: Rng,
): readonly string[] {
  const free = question.choices.filter(({ last }) => !last);
  const fixed = question.choices.filter(({ last }) => last);
  return [...(question.shuffle ? shuffled(free, rng) : free), ...fixed].map(({ id }) => id);
}
