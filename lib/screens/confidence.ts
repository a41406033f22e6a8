/** How sure the learner is, told before the answer is shown; nobody has to tell. */

import type { Text } from "../content/text.ts";
import type { Confidence } from "../study/events.ts";

const order = [undefined, "sure", "unsure", "guess"] as const satisfies readonly (Confidence | undefined)[];

/** Not told, sure, unsure, a guess, and not told again. */
export function nextConfidence(confidence: Confidence | undefined): Confidence | undefined {
  return order[(order.indexOf(confidence) + 1) % order.length];
}

/** As the learner would say it. */
export const confidenceWords: Readonly<Record<Confidence, Text>> = {
  sure: { es: "Contesto con seguridad", en: "I am sure" },
  unsure: { es: "Contesto con dudas", en: "I am not sure" },
  guess: { es: "Contesto a ciegas", en: "I am guessing" },
};

/** Said of an answer afterwards. */
export const confidenceTold: Readonly<Record<Confidence, Text>> = {
  sure: { es: "con seguridad", en: "sure" },
  unsure: { es: "con dudas", en: "not sure" },
  guess: { es: "a ciegas", en: "guessed" },
};
