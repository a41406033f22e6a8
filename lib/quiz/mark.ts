/** Makes marks: one place decides from which fraction on an answer is right or wrong. */

import type { Text } from "../content/text.ts";
import type { Mark } from "./answer.ts";

/** Thirds written with five decimals add up to a whole, as in Moodle's table of fractions. */
const slack = 1e-5;

/** `fraction` may leave 0…1; it is brought back. */
export function markOf(fraction: number, remarks: readonly Text[], solution: Text): Mark {
  const part = fraction >= 1 - slack ? 1 : fraction <= slack ? 0 : fraction;
  return { status: part === 1 ? "correct" : part === 0 ? "incorrect" : "partial", fraction: part, remarks, solution };
}

/** The mark of what was never answered. */
export function skippedMark(solution: Text): Mark {
  return { status: "skipped", fraction: 0, remarks: [], solution };
}
