/** What tells a wrong answer from the right one, where the author of the question has not said it. */

import type { Question } from "../content/schema/question.ts";
import { both, type Text } from "../content/text.ts";
import type { Answer } from "./answer.ts";
import { compare, parseDecimal } from "./decimal.ts";
import { inlineCode } from "./inline_code.ts";
import { kindOf } from "./kinds.ts";
import { readNumber } from "./typed_number.ts";

/** Markdown, one sentence; nothing for what was not answered. */
export function contrast(question: Question, answer: Answer | undefined): Text | undefined {
  if (!answer || question.kind !== answer.kind) return undefined;
  if (question.kind === "number" && answer.kind === "number") return sideOf(question, answer.typed);
  const given = kindOf(question).describe(question, answer);
  switch (answer.kind) {
    case "text":
    case "command":
      return { es: `Has escrito ${inlineCode(given.es)}`, en: `You typed ${inlineCode(given.en)}` };
    case "choice":
    case "truefalse":
    case "number":
      return { es: `Has elegido «${given.es}»`, en: `You chose “${given.en}”` };
    case "multiple":
    case "order":
    case "match":
      return { es: `Has contestado: ${given.es}`, en: `You answered: ${given.en}` };
    case "cloze":
      return {
        es: "Has dejado huecos vacíos: cuentan como fallados",
        en: "You left blanks empty: they count as wrong",
      };
  }
}

function sideOf(question: Question & { kind: "number" }, typed: string): Text | undefined {
  const read = readNumber(typed, question.unit);
  const least = parseDecimal(question.answer ?? question.range?.min ?? "");
  if (read.kind === "problem" || !least) return undefined;
  const less = compare(read.value, least) < 0;
  const shown = inlineCode(typed.trim());
  return both((lang) =>
    lang === "es"
      ? `${shown} es ${less ? "menos" : "más"} de lo correcto`
      : `${shown} is ${less ? "less" : "more"} than what is right`
  );
}
