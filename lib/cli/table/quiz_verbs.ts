/** The verbs of who learns with questions: home, list, quiz. */

import { buildCommand } from "@stricli/core";
import { passMark } from "../../quiz/pass_mark.ts";
import type { CommonFlags } from "../world.ts";
import { questionKindNames } from "./choices.ts";
import { fraction, wholeNumber } from "./flag_values.ts";
import type { ListFlags, QuizFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function quizVerbs({ lang, say, optional, common, json, one, lazily }: VerbParts): Commands {
  return {
    home: buildCommand({
      docs: { brief: say({ es: "La pantalla de inicio", en: "The home screen" }) },
      parameters: { flags: common },
      loader: lazily<CommonFlags, []>("home"),
    }),
    list: buildCommand({
      docs: { brief: say({ es: "Qué cuestionarios y laboratorios hay", en: "Which quizzes and labs there are" }) },
      parameters: {
        flags: {
          ...common,
          concepts: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Los conceptos, por áreas", en: "The concepts, by area" }),
          },
          flagged: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Las preguntas marcadas como poco claras", en: "The questions flagged as unclear" }),
          },
          json,
        },
      },
      loader: lazily<ListFlags, []>("list"),
    }),
    quiz: buildCommand({
      docs: {
        brief: say({ es: "Haz un cuestionario", en: "Take a quiz" }),
        fullDescription: say({
          es: "REF es un id (grumete list) o la ruta de un archivo YAML;\n" +
            "CURSO/placement es la prueba de nivel de un curso, CURSO/exam su examen de prueba.\n" +
            "Con --answers califica un archivo de respuestas (id de pregunta → respuesta) sin preguntar.\n" +
            "El orden depende de la semilla, que se muestra: con --seed se repite.",
          en: "REF is an id (grumete list) or the path of a YAML file;\n" +
            "PATH/placement is the placement quiz of a path, PATH/exam its mock exam.\n" +
            "With --answers it grades a file of answers (question id → answer) without asking.\n" +
            "The order depends on the seed, which is shown: --seed repeats it.",
        }),
      },
      parameters: {
        positional: one("REF", {
          es: "Id de un cuestionario, o la ruta de su archivo",
          en: "Id of a quiz, or the path of its file",
        }),
        flags: {
          ...common,
          count: {
            ...optional,
            parse: wholeNumber(lang, 1),
            brief: say({ es: "Cuántas preguntas", en: "How many questions" }),
            placeholder: "N",
          },
          kind: {
            kind: "enum",
            optional: true,
            values: questionKindNames,
            brief: say({ es: "Solo las de un tipo", en: "Only those of one kind" }),
          },
          concept: {
            ...optional,
            parse: String,
            brief: say({ es: "Solo las de un concepto", en: "Only those of one concept" }),
            placeholder: "ID",
          },
          seed: {
            ...optional,
            parse: wholeNumber(lang, 0),
            brief: say({ es: "Repite el orden de una semilla", en: "Repeats the order of a seed" }),
            placeholder: "N",
          },
          answers: {
            ...optional,
            parse: String,
            brief: say({
              es: "Califica estas respuestas (YAML o JSON; - es la entrada estándar)",
              en: "Grades these answers (YAML or JSON; - is standard input)",
            }),
            placeholder: "FILE|-",
          },
          pass: {
            ...optional,
            parse: fraction(lang),
            brief: say({
              es: `Parte de los puntos con la que se aprueba (${passMark}; en un examen, la suya)`,
              en: `Part of the points that passes (${passMark}; of an exam its own)`,
            }),
            placeholder: "0…1",
          },
          json,
        },
      },
      loader: lazily<QuizFlags, [string]>("quiz"),
    }),
  };
}
