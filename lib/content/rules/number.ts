/** A number question has one way to be right, and it can be met. */

import type { Finding } from "../problem.ts";
import type { QuestionOf } from "../schema/question.ts";
import { isRecord } from "../is_record.ts";

export function numberAnswer(question: QuestionOf<"number">): readonly Finding[] {
  const { answer, tolerance, range } = question;
  if ((answer === undefined) === (range === undefined)) {
    return [{
      at: [],
      code: "number-answer",
      what: {
        es: "No se puede usar esta pregunta: lleva «answer» o «range», uno de los dos",
        en: 'Cannot use this question: it needs "answer" or "range", one of the two',
      },
      next: answer === undefined
        ? {
          es: "Añade «answer: 8» o «range: { min: 1, max: 8 }».",
          en: 'Add "answer: 8" or "range: { min: 1, max: 8 }".',
        }
        : { es: "Quita uno de los dos.", en: "Remove one of the two." },
    }];
  }
  if (tolerance !== undefined && answer === undefined) {
    return [{
      at: ["tolerance"],
      on: "key",
      code: "number-tolerance",
      what: {
        es: "No se puede usar «tolerance» con «range»: el intervalo ya dice qué se admite",
        en: 'Cannot use "tolerance" with "range": the range says what is accepted',
      },
      next: { es: "Quítala, o ensancha el intervalo.", en: "Remove it, or widen the range." },
    }];
  }
  if (tolerance?.endsWith("%") && Number(answer) === 0) {
    return [{
      at: ["tolerance"],
      code: "number-tolerance",
      what: {
        es: "No se puede usar un porcentaje de tolerancia con la respuesta 0: no deja margen",
        en: "Cannot use a percentage as tolerance with answer 0: it leaves no margin",
      },
      next: { es: "Escribe la tolerancia como número: 0.5.", en: "Write the tolerance as a number: 0.5." },
    }];
  }
  if (range && !mayHold(range)) {
    return [{
      at: ["range"],
      code: "number-range",
      what: {
        es: `No se puede usar este intervalo: «min» (${range.min}) debe ser menor que «max» (${range.max})`,
        en: `Cannot use this range: "min" (${range.min}) must be less than "max" (${range.max})`,
      },
      next: { es: "Intercámbialos, o usa «answer».", en: 'Swap them, or use "answer".' },
    }];
  }
  return [];
}

/** Decimals with many digits may be equal as floating point: those are let through. */
function mayHold({ min, max }: { readonly min: string; readonly max: string }): boolean {
  return Number(min) < Number(max) || (Number(min) === Number(max) && min !== max);
}

/** YAML reads a number of more than 15 digits as a near one; `written` is the question as it was read. */
export function exactNumbers(written: unknown): readonly Finding[] {
  if (!isRecord(written) || written["kind"] !== "number") return [];
  const range = isRecord(written["range"]) ? written["range"] : {};
  const places = [
    { at: ["answer"], value: written["answer"] },
    { at: ["range", "min"], value: range["min"] },
    { at: ["range", "max"], value: range["max"] },
  ];
  return places.flatMap(({ at, value }): readonly Finding[] =>
    typeof value !== "number" || Math.abs(value) <= Number.MAX_SAFE_INTEGER ? [] : [{
      at,
      severity: "warning",
      code: "inexact-number",
      what: {
        es: "Un número de más de 15 cifras se lee solo aproximadamente",
        en: "A number of more than 15 digits is read only approximately",
      },
      next: { es: "Ponlo entre comillas: así cuentan todas.", en: "Put it in quotes: then every digit counts." },
    }]
  );
}
