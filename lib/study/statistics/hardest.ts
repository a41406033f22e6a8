/** The questions that go wrong most. */

import type { Text } from "../../content/text.ts";
import type { Tally } from "../card.ts";
import type { ItemId } from "../item.ts";
import type { Syllabus } from "../syllabus.ts";

export interface HardQuestion {
  readonly item: ItemId;
  /** Markdown: what is asked, or the title of a task; absent until it is read (`withTexts`). */
  readonly text?: Text;
  /** The title of its quiz or lab, in the same way. */
  readonly source?: Text;
  /** The first concept that it asks for, of those that there are. */
  readonly concept?: string;
  readonly asked: number;
  /** Sum of the fractions of points, 0…asked. */
  readonly right: number;
}

/** With fewer answers it may have been bad luck. */
export const enoughAnswers = 3;

/** At most. */
const many = 20;

/**
 * By the share of points, lowest first; of equal ones that with more answers. Only what was asked often enough, was ever wrong,
 * and still is there to be asked.
 */
export function hardestOf(
  tallies: ReadonlyMap<ItemId, Tally>,
  { concepts: known, items }: Syllabus,
): readonly HardQuestion[] {
  const listed = new Set(known.map(({ id }) => id));
  const questions = items.flatMap(({ id, concepts }): readonly HardQuestion[] => {
    const { asked = 0, right = 0 } = tallies.get(id) ?? {};
    if (asked < enoughAnswers || right >= asked) return [];
    const concept = concepts.find((one) => listed.has(one));
    return [{ item: id, ...(concept === undefined ? {} : { concept }), asked, right }];
  });
  return questions.sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked).slice(0, many);
}
