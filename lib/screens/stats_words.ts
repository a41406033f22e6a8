/** The words of the statistics, for the screen and for the linear text. */

import type { Lang, Text } from "../content/text.ts";
import { enoughAnswers } from "../study/statistics/hardest.ts";
import { enoughReviews, type RetentionSpan, type Standing } from "../study/statistics/retention.ts";

export const sections = ["overview", "mastery", "calendar", "forecast", "retention", "time", "hardest"] as const;

export type Section = (typeof sections)[number];

export const sectionNames: Readonly<Record<Section, Text>> = {
  overview: { es: "Resumen", en: "Overview" },
  mastery: { es: "Dominio", en: "Mastery" },
  calendar: { es: "Calendario", en: "Calendar" },
  forecast: { es: "Previsión", en: "Forecast" },
  retention: { es: "Retención", en: "Retention" },
  time: { es: "Tiempo", en: "Time" },
  hardest: { es: "Difíciles", en: "Hardest" },
};

export const statsWords = {
  title: { es: "Estadísticas", en: "Statistics" },
  empty: {
    es: "Aquí verás qué dominas, tu racha, el calendario del año, los repasos que vienen y qué se te resiste.\n\n" +
      "Todavía no hay nada que contar. Haz un cuestionario o un laboratorio: con la primera respuesta empieza.\n\n" +
      "`grumete list` muestra los que hay.",
    en:
      "Here you will see what you master, your streak, the calendar of the year, the reviews to come and what is hard.\n\n" +
      "There is nothing to tell yet. Take a quiz or a lab: it begins with the first answer.\n\n" +
      "`grumete list` shows what there is.",
  },
  noForecast: {
    es: "Aún no hay nada que repasar: lo que respondas entra en el calendario de repasos.",
    en: "Nothing to review yet: what you answer enters the schedule of reviews.",
  },
  noRetention: {
    es: `Aún no hay bastante: hacen falta ${enoughReviews} repasos tras el mismo número de días.`,
    en: `Not enough yet: it takes ${enoughReviews} reviews after about as many days.`,
  },
  noTime: { es: "Aún no se ha medido ningún tiempo.", en: "No time has been measured yet." },
  noHardest: {
    es: `Nada todavía: aquí sale lo que falla alguna vez, desde ${enoughAnswers} respuestas.`,
    en: `Nothing yet: what goes wrong shows up here, from ${enoughAnswers} answers on.`,
  },
  noConcepts: { es: "No hay conceptos que mostrar.", en: "There are no concepts to show." },
  elsewhere: { es: "Otros", en: "Others" },
  recalled: { es: "recordado", en: "recalled" },
  expected: { es: "esperado por FSRS", en: "expected by FSRS" },
} satisfies Readonly<Record<string, Text>>;

/** Against what FSRS expected; "few": too few reviews to tell. */
export const standingWords: Readonly<Record<Standing, Text>> = {
  unknown: { es: "pocos", en: "few" },
  better: { es: "mejor", en: "better" },
  expected: { es: "igual", en: "same" },
  worse: { es: "peor", en: "worse" },
};

/** "1", "2-3", "4-7": days since the review before. */
export function spanLabel({ from, to }: RetentionSpan): string {
  return to === undefined || to <= from ? `${from}` : `${from}-${to}`;
}

const countable = {
  day: { es: ["día", "días"], en: ["day", "days"] },
  answer: { es: ["respuesta", "respuestas"], en: ["answer", "answers"] },
  review: { es: ["repaso", "repasos"], en: ["review", "reviews"] },
  task: { es: ["tarea de laboratorio", "tareas de laboratorio"], en: ["lab task", "lab tasks"] },
  overdue: { es: ["atrasado", "atrasados"], en: ["overdue", "overdue"] },
  item: { es: ["pregunta", "preguntas"], en: ["question", "questions"] },
} satisfies Readonly<Record<string, Readonly<Record<Lang, readonly [string, string]>>>>;

/** "1 día", "3 days". */
export function countOf(count: number, what: keyof typeof countable, lang: Lang): string {
  return `${count} ${countable[what][lang][count === 1 ? 0 : 1]}`;
}
