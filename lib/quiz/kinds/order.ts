/** Items to be put in order. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { join, same, type Text } from "../../content/text.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { named, refused } from "../raw.ts";
import { shuffled } from "../rng.ts";

type Question = QuestionOf<"order">;

export const order: Kind<"order"> = {
  grade(question, answer) {
    const part = concordantPairs(question.items.map(({ id }) => id), answer.items);
    const fraction = question.scoring === "pairs" ? part : part === 1 ? 1 : 0;
    return markOf(fraction, part === 1 ? [] : misplaced(question, answer.items), order.solution(question));
  },

  parse(question, raw) {
    const expected: Text = { es: "una lista con todos los elementos", en: "a list of all the items" };
    if (!Array.isArray(raw) || raw.length !== question.items.length) return refused(expected, raw);
    const items: string[] = [];
    for (const one of raw) {
      const id = named(question.items, one);
      if (typeof id !== "string") return id;
      if (items.includes(id)) return refused({ es: "cada elemento una vez", en: "each item once" }, raw);
      items.push(id);
    }
    return { kind: "order", items };
  },

  raw: (answer) => answer.items,

  /** Never already right, so that there is something to do. */
  shown(question, rng) {
    const right = question.items.map(({ id }) => id);
    const mixed = shuffled(right, rng);
    const [first, ...others] = mixed;
    const done = mixed.every((id, index) => id === right[index]);
    return done && first !== undefined ? [...others, first] : mixed;
  },

  solution: (question) => numbered(question.items.map(({ text }) => text)),

  describe: (question, answer) => join(answer.items.map((id) => textOf(question, id)), " → "),
};

/**
 * The part of the n (n − 1) / 2 pairs of items that stand in the right order: 1 − 2 · inversions / (n (n − 1)), the
 * "all previous and next" rule of Moodle's ordering questions. Kendall's τ is 2 · this − 1. A pair with an item that is
 * not in the answer is not in order.
 */
export function concordantPairs(right: readonly string[], given: readonly string[]): number {
  const places = new Map<string, number>();
  given.forEach((id, place) => places.set(id, places.get(id) ?? place));
  let concordant = 0;
  right.forEach((earlier, index) => {
    const before = places.get(earlier);
    for (const later of right.slice(index + 1)) {
      const after = places.get(later);
      if (before !== undefined && after !== undefined && before < after) concordant++;
    }
  });
  return concordant / (right.length * (right.length - 1) / 2);
}

/** Names the first item that stands before one it should follow. */
function misplaced(question: Question, given: readonly string[]): readonly Text[] {
  const place = new Map(question.items.map(({ id }, index) => [id, index]));
  for (const [index, id] of given.entries()) {
    const next = given[index + 1];
    if (next === undefined || (place.get(id) ?? 0) < (place.get(next) ?? 0)) continue;
    const [early, late] = [textOf(question, next), textOf(question, id)];
    return [{ es: `«${early.es}» va antes que «${late.es}»`, en: `“${early.en}” comes before “${late.en}”` }];
  }
  return [];
}

function textOf(question: Question, id: string): Text {
  return question.items.find((item) => item.id === id)?.text ?? same(id);
}

function numbered(texts: readonly Text[]): Text {
  return join(texts.map((text, index) => join([same(`${index + 1}. `), text], "")), "\n");
}
