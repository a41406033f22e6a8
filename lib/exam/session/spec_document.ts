/** The door for what a teacher writes of a session: YAML in, a typed one or all its problems with their places out. */

import { decode, type Decoded, outside, type Rule } from "../../content/decode.ts";
import type { Finding } from "../../content/problem.ts";
import { quotedList } from "../../content/shown.ts";
import { type ExamSpec, examSpec } from "./spec.ts";

const sources = ["quiz", "area", "concept", "questions"] as const;

/** `rules` say what only who has the content knows. `path` is shown in problems. Never throws. */
export function decodeSpec(text: string, path: string, rules: readonly Rule<ExamSpec>[] = []): Decoded<ExamSpec> {
  return decode(text, path, examSpec, (_, spec) => [...outside(spec, [specFindings]), ...outside(spec, rules)]);
}

function specFindings({ opens, closes, feedback, draw, labs }: ExamSpec): readonly Finding[] {
  const findings = draw.flatMap((one, index): Finding[] => {
    const named = sources.filter((source) => one[source] !== undefined);
    if (named.length === 1) return [];
    return [{
      at: ["draw", index],
      code: "other",
      what: named.length === 0
        ? { es: "No se puede sortear: no dice de dónde", en: "Cannot draw: it does not say from where" }
        : {
          es: `No se puede sortear de ${quotedList(named)} a la vez`,
          en: `Cannot draw from ${quotedList(named)} at once`,
        },
      next: { es: `Escribe uno de ${quotedList(sources)}.`, en: `Write one of ${quotedList(sources)}.` },
    }];
  });
  if (opens !== undefined && closes !== undefined && opens >= closes) {
    findings.push({
      at: ["closes"],
      code: "other",
      what: { es: "No se puede cerrar antes de abrir", en: "Cannot close before it opens" },
      next: { es: "Pon «closes» después de «opens».", en: 'Put "closes" after "opens".' },
    });
  }
  if (feedback === "after-closing" && closes === undefined) {
    findings.push({
      at: ["feedback"],
      severity: "warning",
      code: "other",
      what: {
        es: "No se cierra nunca: al corregir se dicen las respuestas, aunque alguien no haya hecho la prueba",
        en: "It never closes: grading tells the answers, also while somebody has not taken it",
      },
      next: { es: "Añade «closes», o pon «feedback: score».", en: 'Add "closes", or write "feedback: score".' },
    });
  }
  if (draw.length === 0 && labs.length === 0) {
    findings.push({
      at: [],
      code: "other",
      what: {
        es: "No se puede empaquetar: no hay preguntas ni laboratorios",
        en: "Cannot pack: there are neither questions nor labs",
      },
      next: {
        es: "Añade «draw: [{ quiz: ID, count: 10 }]», o «labs: [{ lab: ID }]».",
        en: 'Add "draw: [{ quiz: ID, count: 10 }]", or "labs: [{ lab: ID }]".',
      },
    });
  }
  return findings;
}
