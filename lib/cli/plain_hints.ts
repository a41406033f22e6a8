/** The hints of a lab, line by line: asked for, paged, and offered where one fits what is seen. */

import type { Lang, Text } from "../content/text.ts";
import type { HintOffer } from "../lab/hints.ts";
import type { Line } from "../screens/frame.ts";
import { hintLines } from "../screens/hint_lines.ts";
import type { LabState } from "../screens/lab.ts";
import { hintOffer, shownHint } from "../screens/lab_hints.ts";
import { pointsOf } from "../screens/points.ts";
import { span } from "../screens/width.ts";

const words = {
  none: { es: "No hay más pistas", en: "There are no more hints" },
  noneNow: {
    es: "No hay más pistas para lo que se ve ahora",
    en: "There are no more hints for what is seen now",
  },
  noneSeen: { es: "Aún no has visto ninguna pista: escribe ?", en: "You have not seen a hint yet: type ?" },
  fits: { es: "Hay una pista para lo que se ve ahora: escribe ?", en: "There is a hint for what is seen now: type ?" },
} satisfies Readonly<Record<string, Text>>;

/** Why there is no hint now, or what it costs; undefined where it can be had without a word. `agreed`: the tier that was asked about. */
export function withheld(offer: HintOffer, agreed: number | undefined, lang: Lang): Line | undefined {
  switch (offer.kind) {
    case "none":
      return [span((offer.more ? words.noneNow : words.none)[lang], "dim")];
    case "waiting":
      return [span(
        lang === "es"
          ? `La pista podrá verse en ${offer.seconds} s: mientras, prueba tú`
          : `The hint can be seen in ${offer.seconds} s: try by yourself until then`,
        "warn",
      )];
    case "ready": {
      if (offer.hint.cost === 0 || agreed === offer.tier) return undefined;
      const cost = pointsOf(offer.hint.cost, lang);
      return [span(
        lang === "es"
          ? `La pista cuesta ${cost}: escribe ? otra vez para verla`
          : `The hint costs ${cost}: type ? again to see it`,
        "warn",
      )];
    }
  }
}

export function shownLines(state: LabState, lang: Lang, width: number): readonly Line[] {
  const shown = shownHint(state);
  return shown ? hintLines(shown, lang, width) : [[span(words.noneSeen[lang], "dim")]];
}

/** Said once for each: `told` remembers which. */
export function offeredLines(state: LabState, told: Set<string>, lang: Lang): readonly Line[] {
  const offer = hintOffer(state);
  const key = `${state.at} ${offer.kind === "ready" ? offer.tier : ""}`;
  if (offer.kind !== "ready" || !offer.fits || told.has(key)) return [];
  told.add(key);
  return [[span(words.fits[lang], "accent")]];
}
