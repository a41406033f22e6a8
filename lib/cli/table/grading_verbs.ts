/** The verbs for who gave a graded session: grading what was handed in, and looking at one of them. */

import { buildCommand } from "@stricli/core";
import { studentFormats } from "../../exam/formats/per_student.ts";
import type { ExamGradeFlags, ExamInspectFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function gradingVerbs({ say, optional, common, json, one, lazily }: VerbParts): Commands {
  const key = {
    kind: "parsed",
    parse: String,
    brief: say({ es: "La carpeta de las claves (exam keygen)", en: "The folder of the keys (exam keygen)" }),
    placeholder: "DIR",
  } as const;
  return {
    "exam grade": buildCommand({
      docs: {
        brief: say({ es: "Corrige las entregas de una clase", en: "Grade the submissions of a class" }),
        fullDescription: say({
          es:
            "DIR tiene los archivos .submission. Se corrige con el contenido tal como está ahora: cambia una respuesta o unos " +
            "puntos, repite la orden, y dice quién cambia de nota y cómo cambian las estadísticas.\n" +
            "Escribe en --out: grades.csv, moodle.csv, grades.json, marks.json (para grumete report), lo que lee cada " +
            "estudiante y un cuestionario con lo que la clase falló.\n" +
            "Sale con 0 si todo está corregido y 3 si algo queda por corregir.",
          en:
            "DIR holds the .submission files. They are graded with the content as it is now: change an answer or a weight, run it " +
            "again, and it says whose grade moves and how the statistics do.\n" +
            "Writes to --out: grades.csv, moodle.csv, grades.json, marks.json (for grumete report), what each student " +
            "gets to read, and a quiz with what the class missed.\n" +
            "Exits with 0 if everything is graded and 3 if something is owed.",
        }),
      },
      parameters: {
        positional: one("DIR", { es: "La carpeta de las entregas", en: "The folder of the submissions" }),
        flags: {
          ...common,
          key,
          out: {
            kind: "parsed",
            parse: String,
            brief: say({ es: "La carpeta de las notas", en: "The folder for the grades" }),
            placeholder: "DIR",
          },
          marks: {
            ...optional,
            parse: String,
            brief: say({
              es: "Puntos dados a mano (CSV: estudiante,pregunta,puntos), también donde algo quedó por corregir",
              en: "Points given by hand (CSV: student,item,points), also where something is owed",
            }),
            placeholder: "FILE",
          },
          format: {
            kind: "enum",
            optional: true,
            variadic: true,
            values: studentFormats,
            brief: say({
              es: "Además un archivo por estudiante; puede repetirse",
              en: "Also one file for each student; may repeat",
            }),
          },
          json,
        },
      },
      loader: lazily<ExamGradeFlags, [string]>("exam_grade"),
    }),
    "exam inspect": buildCommand({
      docs: {
        customUsage: [say({ es: "--key DIR ARCHIVO...", en: "--key DIR FILE..." })],
        brief: say({ es: "Qué prueba una entrega y qué no", en: "What a submission proves, and what not" }),
        fullDescription: say({
          es:
            "Dice en palabras si la entrega se cambió, si el ticket es el suyo, si se salió de la ventana o del tiempo, si el reloj " +
            "retrocedió y dónde hay huecos. Varias se comparan: copias, tickets y claves usados dos veces.\n" +
            "Sale con 0 si nada habla en contra, 1 si conviene mirar algo y 4 si no se puede corregir.",
          en:
            "Says in words whether the submission was altered, whether the ticket is its own, whether it left its window or its " +
            "time, whether the clock went back, and where there are gaps. Several are compared: copies, tickets and keys used twice.\n" +
            "Exits with 0 if nothing speaks against it, 1 if something is worth a look and 4 if it cannot be graded.",
        }),
      },
      parameters: {
        positional: {
          kind: "array",
          minimum: 1,
          parameter: {
            parse: String,
            placeholder: "FILE",
            brief: say({ es: "Entregas", en: "Submissions" }),
          },
        },
        flags: { ...common, key, json },
      },
      loader: lazily<ExamInspectFlags, string[]>("exam_inspect"),
    }),
  };
}
