/** Draws that would ask one student for more points than another. */

import type { Finding } from "../../content/problem.ts";
import type { Text } from "../../content/text.ts";
import { both } from "../../content/text.ts";
import type { DrawnPool } from "./draws.ts";
import { decimal } from "../report/figures.ts";

/** Warnings; `pools` are those of the session's draws, in their order. A draw of all that there is, is the same for everybody. */
export function unequalDraws(pools: readonly DrawnPool[]): readonly Finding[] {
  return pools.flatMap(({ count, questions }, index): Finding[] => {
    const points = questions.map(({ question }) => question.points).sort((one, other) => one - other);
    const [least, most] = [points.slice(0, count), points.slice(-count)].map(sum);
    if (least === most) return [];
    const range: Text = both((lang) => `${decimal(least, lang)} ${lang === "es" ? "a" : "to"} ${decimal(most, lang)}`);
    return [{
      at: ["draw", index],
      severity: "warning",
      code: "other",
      what: {
        es: `Según lo que le toque, a cada estudiante se le preguntan de ${range.es} puntos`,
        en: `As the draw falls, a student is asked for ${range.en} points`,
      },
      next: {
        es: "Da a todas las mismas con «points: 1» en este sorteo, o reparte en varios sorteos.",
        en: 'Give all of them the same with "points: 1" in this draw, or split it into several.',
      },
    }];
  });
}

function sum(points: readonly number[]): number {
  return Math.round(points.reduce((total, each) => total + each, 0) * 1e6) / 1e6;
}
