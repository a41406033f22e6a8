/** What has to be said before any figure: who counts, and how far the figures can be trusted. */

import type { Text } from "../../content/text.ts";
import type { ClassStatistics } from "../statistics/class_statistics.ts";
import { brief } from "./figures.ts";
import { enoughStudents } from "../statistics/flags.ts";

/** `maxGiven`: false where a table of marks did not say what items are worth. */
export function notesOf(statistics: ClassStatistics, maxGiven = true): readonly Text[] {
  const { small, standings, leftOut, pending, unjudged, complete, resamples } = statistics;
  const count = standings.length;
  return [
    ...(small && count > 0 ? [smallClass(count)] : []),
    ...(leftOut.length > 0 ? [absent(leftOut.length)] : []),
    ...(pending.length > 0 ? [waiting(pending.length)] : []),
    ...(unjudged.length > 0
      ? [{
        es: `Sin corregir para casi todos, y fuera de las cifras: ${
          unjudged.map(({ title }) => brief(title.es)).join(", ")
        }.`,
        en: `Not judged for nearly everybody, and left out: ${
          unjudged.map(({ title }) => brief(title.en)).join(", ")
        }.`,
      }]
      : []),
    ...(complete || count === 0 ? [] : [{
      es:
        "No todos tuvieron las mismas preguntas: las notas van en porcentaje de lo que cada cual podía sacar, y no hay " +
        "alfa ni pesos.",
      en:
        "Not everybody had the same questions: scores are percent of what each could get, and there is neither alpha " +
        "nor weight.",
    }]),
    ...(maxGiven ? [] : [{
      es: "La tabla no tiene una fila «max»: como máximo de cada ítem vale la mayor nota que aparece, 1 al menos.",
      en: "The table has no row “max”: the maximum of each item is the largest mark that appears, 1 at least.",
    }]),
    ...(resamples === 0 && count >= enoughStudents
      ? [{ es: "La tabla es demasiado grande para calcular intervalos.", en: "The table is too large for intervals." }]
      : []),
  ];
}

function smallClass(count: number): Text {
  return {
    es:
      `Son ${
        count === 1 ? "1 estudiante" : `${count} estudiantes`
      }: con menos de ${enoughStudents} las cifras cambian ` +
      "mucho por azar. Se dan con su intervalo y sin calificativos.",
    en:
      `There ${
        count === 1 ? "is 1 student" : `are ${count} students`
      }: with fewer than ${enoughStudents}, figures vary ` +
      "widely by chance. They are given with their interval and without a verdict.",
  };
}

function waiting(count: number): Text {
  return count === 1
    ? {
      es: "1 estudiante tiene algo sin corregir y no cuenta hasta entonces: no es ni fallo ni acierto.",
      en: "1 student has an answer to be judged and does not count until then: it is neither wrong nor right.",
    }
    : {
      es: `${count} estudiantes tienen algo sin corregir y no cuentan hasta entonces: no es ni fallo ni acierto.`,
      en: `${count} students have an answer to be judged and do not count until then: it is neither wrong nor right.`,
    };
}

function absent(count: number): Text {
  return count === 1
    ? { es: "1 estudiante no contestó nada y no cuenta.", en: "1 student answered nothing and does not count." }
    : {
      es: `${count} estudiantes no contestaron nada y no cuentan.`,
      en: `${count} students answered nothing and do not count.`,
    };
}
