/** The table of verbs: flags and help of each; what a verb does is loaded when it is run. */

import { buildCommand } from "@stricli/core";
import type { Lang } from "../../content/text.ts";
import { passMark } from "../../quiz/pass_mark.ts";
import { questionKindNames } from "./choices.ts";
import { fraction, wholeNumber } from "./flag_values.ts";
import { examVerbs } from "./exam_verbs.ts";
import type { DoctorFlags, JsonFlags, LintFlags, ListFlags, QuizFlags } from "./flags.ts";
import { gradingVerbs } from "./grading_verbs.ts";
import { labVerbs } from "./lab_verbs.ts";
import { reportVerb } from "./report_verb.ts";
import { studyVerbs } from "./study_verbs.ts";
import { type Commands, verbParts } from "./verb_parts.ts";
import type { CommonFlags } from "../world.ts";

export function verbs(lang: Lang): Commands {
  const parts = verbParts(lang);
  const { say, optional, common, json, context, one, lazily } = parts;
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
    ...studyVerbs(parts),
    ...labVerbs(parts),
    ...examVerbs(parts),
    ...gradingVerbs(parts),
    ...reportVerb(parts),
    lint: buildCommand({
      docs: {
        customUsage: [say({ es: "[RUTA...]", en: "[PATH...]" })],
        brief: say({ es: "Busca problemas en el contenido", en: "Finds problems in content" }),
        fullDescription: say({
          es: "Sin rutas revisa todo el contenido. Una ruta es un archivo YAML o una carpeta.",
          en: "Without paths it checks all content. A path is a YAML file or a folder.",
        }),
      },
      parameters: {
        positional: {
          kind: "array",
          parameter: {
            parse: String,
            placeholder: say({ es: "RUTA", en: "PATH" }),
            brief: say({ es: "Archivo o carpeta", en: "File or folder" }),
          },
        },
        flags: {
          ...common,
          format: {
            kind: "enum",
            values: ["text", "json"],
            default: "text",
            brief: say({ es: "Formato", en: "Format" }),
          },
        },
      },
      loader: lazily<LintFlags, string[]>("lint"),
    }),
    schema: buildCommand({
      docs: {
        brief: say({
          es: "El JSON Schema de un cuestionario, un laboratorio o los cursos",
          en: "The JSON Schema of a quiz, a lab or the paths",
        }),
      },
      parameters: {
        positional: one("quiz|lab|path", { es: "De qué archivo", en: "Of which file" }),
        flags: common,
      },
      loader: lazily<CommonFlags, [string]>("schema"),
    }),
    coverage: buildCommand({
      docs: {
        brief: say({
          es: "Conceptos del curso × preguntas × tareas de laboratorio",
          en: "Concepts of the course × questions × tasks of labs",
        }),
      },
      parameters: { flags: { ...common, json } },
      loader: lazily<JsonFlags, []>("coverage"),
    }),
    doctor: buildCommand({
      docs: {
        brief: say({
          es: "Comprueba docker, la terminal y el estado, y dice cómo repararlos",
          en: "Checks docker, terminal and state, and says how to repair them",
        }),
      },
      parameters: { flags: { ...common, context, json } },
      loader: lazily<DoctorFlags, []>("doctor"),
    }),
  };
}
