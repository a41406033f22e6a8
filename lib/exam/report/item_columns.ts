/** The columns of the table of items: what they are called, what they say, and what they mean. */

import type { Lang, Text } from "../../content/text.ts";
import type { ItemReport } from "../statistics/class_statistics.ts";
import { aligned, duration, noFigure, percent, percentInterval } from "./figures.ts";
import { discriminationWord, facilityWord } from "./labels.ts";

export interface ItemColumn {
  readonly id:
    | "facility"
    | "deviation"
    | "discrimination"
    | "interval"
    | "efficiency"
    | "weight"
    | "guess"
    | "empty"
    | "time";
  /** For the head of a table: as short as can be. */
  readonly short: Text;
  readonly name: Text;
  /** A sentence for who does not know the word. */
  readonly meaning: Text;
  readonly value: (item: ItemReport, lang: Lang) => string;
  /** A word for the value, where classes are large enough for one. */
  readonly word?: (item: ItemReport) => Text | undefined;
}

export const itemColumns: readonly ItemColumn[] = [
  {
    id: "facility",
    short: { es: "facil.", en: "facil." },
    name: { es: "Facilidad", en: "Facility" },
    meaning: {
      es: "Nota media entre nota máxima: 100% la acierta todo el mundo.",
      en: "Mean mark over maximum mark: at 100% everybody gets it right.",
    },
    value: ({ facility }) => percent(facility),
    word: ({ facility }) => facilityWord(facility),
  },
  {
    id: "deviation",
    short: { es: "desv.", en: "s.d." },
    name: { es: "Desviación", en: "Deviation" },
    meaning: {
      es: "Desviación típica de las notas del ítem, en puntos.",
      en: "Standard deviation of the marks of the item, in points.",
    },
    value: ({ standardDeviation }, lang) => aligned(standardDeviation, lang),
  },
  {
    id: "discrimination",
    short: { es: "discr.", en: "discr." },
    name: { es: "Discriminación", en: "Discrimination" },
    meaning: {
      es:
        "Correlación entre la nota del ítem y la del resto de la prueba: cuanto más alta, mejor separa a quien sabe; " +
        "negativa, va al revés.",
      en:
        "Correlation of the item's mark with that of the rest of the test: the higher, the better it tells who knows; " +
        "negative, it works backwards.",
    },
    value: ({ discriminationIndex }) => percent(discriminationIndex),
    word: ({ discriminationIndex }) => discriminationWord(discriminationIndex),
  },
  {
    id: "interval",
    short: { es: "intervalo", en: "interval" },
    name: { es: "Intervalo", en: "Interval" },
    meaning: {
      es: "Donde caería la discriminación 95 de cada 100 veces en clases como esta (bootstrap de percentiles).",
      en: "Where the discrimination would fall 95 times of 100 in classes like this one (percentile bootstrap).",
    },
    value: ({ interval }) => percentInterval(interval),
  },
  {
    id: "efficiency",
    short: { es: "efic.", en: "effic." },
    name: { es: "Eficiencia", en: "Efficiency" },
    meaning: {
      es: "La discriminación, comparada con la más alta que podrían dar estas mismas notas.",
      en: "The discrimination, compared with the highest that these same marks could give.",
    },
    value: ({ discriminativeEfficiency }) => percent(discriminativeEfficiency),
  },
  {
    id: "weight",
    short: { es: "peso", en: "weight" },
    name: { es: "Peso", en: "Weight" },
    meaning: {
      es: "El que tiene en la nota → el que tiene de verdad en las diferencias entre estudiantes.",
      en: "The one it has in the mark → the one it really has in the differences among students.",
    },
    value: ({ intendedWeight, effectiveWeight }) =>
      intendedWeight === undefined ? noFigure : `${percent(intendedWeight)} → ${percent(effectiveWeight)}`,
  },
  {
    id: "guess",
    short: { es: "azar", en: "guess" },
    name: { es: "A ciegas", en: "Guessing" },
    meaning: {
      es: "Lo que vale, de media, contestar sin leer; ~ si se ha simulado.",
      en: "What answering without reading is worth on average; ~ where it was simulated.",
    },
    value: ({ item: { guess } }) => guess ? `${guess.exact ? "" : "~"}${percent(guess.score)}` : percent(undefined),
  },
  {
    id: "empty",
    short: { es: "vacías", en: "empty" },
    name: { es: "En blanco", en: "Left empty" },
    meaning: {
      es: "Cuántos la dejaron en blanco, y cuántos de ellos ni llegaron a ella.",
      en: "How many left it empty, and how many of them did not even reach it.",
    },
    value: ({ omitted, notReached }) => notReached > 0 ? `${omitted + notReached} (${notReached})` : String(omitted),
  },
  {
    id: "time",
    short: { es: "tiempo", en: "time" },
    name: { es: "Tiempo", en: "Time" },
    meaning: { es: "La mediana de lo que estuvo en pantalla.", en: "The median of how long it was on the screen." },
    value: ({ time }) => duration(time?.median),
  },
];
