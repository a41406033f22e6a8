/** Lefts to be joined with their rights. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { isRecord } from "../../content/is_record.ts";
import { join, same, type Text } from "../../content/text.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { named, refused } from "../raw.ts";
import { shuffled } from "../rng.ts";

type Question = QuestionOf<"match">;

export const match: Kind<"match"> = {
  /** Right pairs / pairs, as Moodle's matching questions. */
  grade(question, answer) {
    const wrong = question.pairs.filter((pair) => !joins(question, pair, answer.pairs[pair.id]));
    const fraction = 1 - wrong.length / question.pairs.length;
    const remarks = wrong.map((pair) =>
      pair.feedback ?? wrongPair(pair.left, rightText(question, answer.pairs[pair.id]))
    );
    return markOf(fraction, remarks, match.solution(question));
  },

  parse(question, raw) {
    if (!isRecord(raw)) {
      return refused({ es: "una asignación izquierda: derecha", en: "a mapping left: right" }, raw);
    }
    const lefts = question.pairs.map(({ id, left }) => ({ id, text: left }));
    const rights = rightsOf(question);
    const pairs: Record<string, string> = {};
    for (const [left, right] of Object.entries(raw)) {
      const leftId = named(lefts, left);
      if (typeof leftId !== "string") return leftId;
      if (right === null) continue;
      const rightId = named(rights, right);
      if (typeof rightId !== "string") return rightId;
      if (Object.hasOwn(pairs, leftId)) return refused({ es: "cada izquierda una vez", en: "each left once" }, left);
      pairs[leftId] = rightId;
    }
    return { kind: "match", pairs };
  },

  raw: (answer) => answer.pairs,

  shown: (question, rng) => shuffled(rightsOf(question).map(({ id }) => id), rng),

  solution: (question) =>
    join(question.pairs.map(({ left, right }) => join([same("- "), left, same(" → "), right], "")), "\n"),

  describe: (question, answer) =>
    join(
      question.pairs.flatMap(({ id, left }) => {
        const right = rightText(question, answer.pairs[id]);
        return right ? [join([left, right], " → ")] : [];
      }),
      "; ",
    ),
};

/** What can stand on the right: those of the pairs, then the distractors. Where nobody may know the pairs, all are distractors. */
export function rightsOf(question: Question): readonly { readonly id: string; readonly text: Text }[] {
  const paired = question.pairs.flatMap(({ id, right }) => right.es === "" ? [] : [{ id, text: right }]);
  return [...paired, ...question.distractors];
}

/** Two rights that read the same are the same: which of them was taken cannot matter. */
function joins(question: Question, pair: Question["pairs"][number], rightId: string | undefined): boolean {
  const taken = rightText(question, rightId);
  return rightId === pair.id || (taken !== undefined && taken.es === pair.right.es && taken.en === pair.right.en);
}

function rightText(question: Question, id: string | undefined): Text | undefined {
  return rightsOf(question).find((right) => right.id === id)?.text;
}

function wrongPair(left: Text, taken: Text | undefined): Text {
  return taken
    ? { es: `«${left.es}» no va con «${taken.es}»`, en: `“${left.en}” does not go with “${taken.en}”` }
    : { es: `«${left.es}» se ha quedado sin pareja`, en: `“${left.en}” was left without a partner` };
}
