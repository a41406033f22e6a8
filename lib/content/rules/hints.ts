/** What the hints of a task cost and wait for; paths start at the task. */

import type { Finding } from "../problem.ts";
import type { Task } from "../schema/lab.ts";
import { soundCheck } from "./check.ts";
import { under } from "./quiz.ts";

export function soundHints(task: Task): readonly Finding[] {
  return [...hintCosts(task), ...conditions(task)];
}

function hintCosts({ hints, points }: Task): readonly Finding[] {
  const total = hints.reduce((sum, { cost }) => sum + cost, 0);
  if (total <= points) return [];
  return [{
    at: ["hints"],
    code: "hint-cost",
    what: {
      es: `No se puede cobrar ${total} por las pistas: la tarea vale ${points}`,
      en: `Cannot charge ${total} for the hints: the task is worth ${points}`,
    },
    next: { es: "Baja los «cost», o sube «points».", en: 'Lower the "cost" values, or raise "points".' },
  }];
}

/** A condition is only looked at: nobody waits for it, and nobody reads why it does not hold. */
function conditions({ hints }: Task): readonly Finding[] {
  return hints.flatMap(({ when }, index): readonly Finding[] => {
    if (!when) return [];
    const at = ["hints", index, "when"];
    const unused = (["within", "says"] as const).filter((key) => when[key] !== undefined);
    return [
      ...under(at, soundCheck(when)),
      ...unused.map((key): Finding => ({
        at: [...at, key],
        on: "key",
        code: "hint-when",
        what: {
          es: `No se puede usar «${key}» en la condición de una pista: solo se mira si se cumple ahora`,
          en: `Cannot use "${key}" in the condition of a hint: it is only seen whether it holds now`,
        },
        next: { es: "Quítalo.", en: "Remove it." },
      })),
    ];
  });
}
