/** The figures of the whole test, each with its name and what it says. */

import type { Lang, Text } from "../../content/text.ts";
import type { ClassStatistics } from "../statistics/class_statistics.ts";
import { decimal, duration, percent } from "./figures.ts";
import { alphaWord } from "./labels.ts";

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What it means, in a few words; may be empty. */
  readonly said: string;
}

/** None where nobody answered anything. */
export function summaryFacts(statistics: ClassStatistics, lang: Lang): readonly Fact[] {
  const { standings, scores, outOf, complete, reliability, small, time } = statistics;
  if (standings.length === 0) return [];
  const items = statistics.items.filter(({ asked }) => asked > 0);
  const say = (text: Text) => text[lang];
  const of = complete
    ? `${say({ es: "de", en: "of" })} ${decimal(outOf, lang)}`
    : say({ es: "% de lo posible", en: "% of what was possible" });
  const number = (value: number | undefined, digits = 2) => decimal(value, lang, digits);
  const word = small ? undefined : alphaWord(reliability.alpha)?.[lang];
  const interval = reliability.interval
    ? `${number(reliability.interval.low)} ${say({ es: "a", en: "to" })} ${number(reliability.interval.high)}`
    : "";
  return [
    {
      name: say({ es: "Estudiantes", en: "Students" }),
      value: String(standings.length),
      said: `${items.length} ${
        say({ es: items.length === 1 ? "ítem" : "ítems", en: items.length === 1 ? "item" : "items" })
      }`,
    },
    { name: say({ es: "Media", en: "Mean" }), value: number(scores.mean), said: of },
    {
      name: say({ es: "Mediana", en: "Median" }),
      value: number(scores.median),
      said: say({
        es: `entre ${number(scores.lowest)} y ${number(scores.highest)}`,
        en: `between ${number(scores.lowest)} and ${number(scores.highest)}`,
      }),
    },
    {
      name: say({ es: "Desviación típica", en: "Standard deviation" }),
      value: number(scores.standardDeviation),
      said: say({
        es: `asimetría ${number(scores.skewness)}, curtosis ${number(scores.kurtosis)}`,
        en: `skewness ${number(scores.skewness)}, kurtosis ${number(scores.kurtosis)}`,
      }),
    },
    {
      name: say({ es: "Alfa de Cronbach", en: "Cronbach's alpha" }),
      value: number(reliability.alpha),
      said: [interval, word ?? ""].filter((part) => part !== "").join(", "),
    },
    {
      name: say({ es: "Error típico", en: "Standard error" }),
      value: number(reliability.standardError),
      said: reliability.errorRatio === undefined || reliability.errorRatio > 1 ? "" : say({
        es: `${percent(reliability.errorRatio)} de la dispersión es azar`,
        en: `${percent(reliability.errorRatio)} of the spread is chance`,
      }),
    },
    ...(time
      ? [{
        name: say({ es: "Tiempo", en: "Time" }),
        value: duration(time.median),
        said: say({
          es: `la mitad, de ${duration(time.quarter)} a ${duration(time.threeQuarters)}`,
          en: `half of them ${duration(time.quarter)} to ${duration(time.threeQuarters)}`,
        }),
      }]
      : []),
  ];
}
