/** Words for figures, where a class is large enough for them. */

import type { Text } from "../../content/text.ts";

/** Lowest whole percent → word; the highest first. */
type Scale = readonly (readonly [from: number, word: Text])[];

/** The Open University's reading of the facility index in Moodle ("Interpreting quiz statistics", openlearncreate). */
const facilities: Scale = [
  [95, { es: "facilísima", en: "extremely easy" }],
  [90, { es: "muy fácil", en: "very easy" }],
  [81, { es: "fácil", en: "easy" }],
  [66, { es: "algo fácil", en: "fairly easy" }],
  [35, { es: "adecuada", en: "about right" }],
  [21, { es: "algo difícil", en: "moderately difficult" }],
  [11, { es: "difícil", en: "difficult" }],
  [6, { es: "muy difícil", en: "very difficult" }],
  [-Infinity, { es: "dificilísima", en: "extremely difficult" }],
];

/** Moodle's own words for the discrimination index, after Ebel (1965). */
const discriminations: Scale = [
  [50, { es: "muy buena", en: "very good" }],
  [30, { es: "suficiente", en: "adequate" }],
  [20, { es: "débil", en: "weak" }],
  [0, { es: "muy débil", en: "very weak" }],
  [-Infinity, { es: "al revés", en: "reversed" }],
];

/** Moodle's documentation ("Quiz report statistics"): over 75 % is satisfactory, under 64 % is not. */
const alphas: Scale = [
  [76, { es: "fiable", en: "reliable" }],
  [64, { es: "justa", en: "borderline" }],
  [-Infinity, { es: "poco fiable", en: "not reliable" }],
];

function wordOf(scale: Scale, value: number | undefined): Text | undefined {
  if (value === undefined) return undefined;
  const percent = Math.round(value * 100);
  return scale.find(([from]) => percent >= from)?.[1];
}

export const facilityWord = (value: number | undefined): Text | undefined => wordOf(facilities, value);
export const discriminationWord = (value: number | undefined): Text | undefined => wordOf(discriminations, value);
export const alphaWord = (value: number | undefined): Text | undefined => wordOf(alphas, value);
