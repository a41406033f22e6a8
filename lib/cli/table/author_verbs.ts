/** The verbs of who writes content, and of who wants to know what is wrong with the machine. */

import { buildCommand } from "@stricli/core";
import type { CommonFlags } from "../world.ts";
import type { DoctorFlags, JsonFlags, LintFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function authorVerbs({ say, common, json, context, one, lazily }: VerbParts): Commands {
  return {
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
