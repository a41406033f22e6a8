/** The verb that reports on a class: flags and help. */

import { buildCommand } from "@stricli/core";
import type { ReportFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function reportVerb({ say, optional, common, json, lazily }: VerbParts): Commands {
  return {
    report: buildCommand({
      docs: {
        brief: say({ es: "Qué dicen las notas de la clase y de la prueba", en: "What marks say of class and test" }),
        fullDescription: say({
          es: "DIR es la carpeta que escribe grumete exam grade. Con --marks sirve cualquier tabla de notas: " +
            "la primera fila es student,pregunta1,pregunta2…; cada fila, estudiante y notas; una celda vacía es no contestada; " +
            "una fila max puede decir cuánto vale cada pregunta.",
          en: "DIR is the folder that grumete exam grade writes. With --marks any table of marks will do: " +
            "the first row is student,item1,item2…; each other row a student and marks; an empty cell is not answered; " +
            "a row max may say what each item is worth.",
        }),
      },
      parameters: {
        positional: {
          kind: "tuple",
          parameters: [{
            parse: String,
            optional: true,
            placeholder: "DIR",
            brief: say({ es: "Carpeta con las calificaciones", en: "Folder with the grades" }),
          }],
        },
        flags: {
          ...common,
          marks: {
            ...optional,
            parse: String,
            brief: say({ es: "Una tabla de notas (CSV)", en: "A table of marks (CSV)" }),
            placeholder: "FILE",
          },
          html: {
            ...optional,
            parse: String,
            brief: say({
              es: "Escribe el informe entero como página, para pantalla e impresora",
              en: "Writes the whole report as a page, for screen and printer",
            }),
            placeholder: "FILE",
          },
          csv: {
            ...optional,
            parse: String,
            brief: say({
              es: "Escribe las cifras de cada ítem como CSV",
              en: "Writes the figures of each item as CSV",
            }),
            placeholder: "FILE",
          },
          json,
        },
      },
      loader: lazily<ReportFlags, [string?]>("report"),
    }),
  };
}
