/** The concepts that a question or lab names are in the list of concepts, each once. */

import type { DataPath } from "../data_path.ts";
import { nearest } from "../near.ts";
import type { Finding } from "../problem.ts";
import { quoted } from "../shown.ts";

/** `at` is the path of the list. */
export function knownConcepts(
  concepts: readonly string[],
  known: ReadonlySet<string> | undefined,
  at: DataPath,
): readonly Finding[] {
  // In a bank of thousands of questions there is nearly always nothing to say.
  if (new Set(concepts).size === concepts.length && (!known || concepts.every((concept) => known.has(concept)))) {
    return [];
  }
  const findings: Finding[] = [];
  concepts.forEach((concept, index) => {
    if (known && !known.has(concept)) findings.push(unknown([...at, index], concept, known));
    if (concepts.indexOf(concept) < index) {
      findings.push({
        at: [...at, index],
        code: "repeated-concept",
        what: {
          es: `No se puede nombrar el concepto ${quoted(concept)} dos veces`,
          en: `Cannot name concept ${quoted(concept)} twice`,
        },
        next: { es: "Quita uno de los dos.", en: "Remove one of the two." },
      });
    }
  });
  return findings;
}

function unknown(at: DataPath, concept: string, known: ReadonlySet<string>): Finding {
  const near = nearest(concept, known);
  return {
    at,
    code: "unknown-concept",
    what: {
      es: `No se puede usar el concepto ${quoted(concept)}: no está en la lista de conceptos`,
      en: `Cannot use concept ${quoted(concept)}: it is not in the list of concepts`,
    },
    next: near === undefined
      ? {
        es: "Añádelo a quizzes/concepts.yaml, o usa otro.",
        en: "Add it to quizzes/concepts.yaml, or use another one.",
      }
      : { es: `¿Querías decir "${near}"?`, en: `Did you mean "${near}"?` },
  };
}
