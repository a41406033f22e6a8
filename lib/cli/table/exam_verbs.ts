/** The verbs of graded sessions: what stands behind `grumete exam`. */

import { buildCommand } from "@stricli/core";
import type { ExamKeygenFlags, ExamPackFlags, ExamTakeFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function examVerbs({ say, optional, common, json, context, one, lazily }: VerbParts): Commands {
  const switched = { kind: "boolean", optional: true, withNegated: false } as const;
  return {
    "exam keygen": buildCommand({
      docs: {
        brief: say({ es: "Crea las claves de quien pone la prueba", en: "Make the keys of a teacher" }),
        fullDescription: say({
          es: "Con ellas se firman las pruebas y se abren las entregas. Se crean una vez y sirven para todas; " +
            "si ya las hay, no se tocan.",
          en: "They sign sessions and open submissions. They are made once and serve for all; " +
            "keys that are there are not touched.",
        }),
      },
      parameters: {
        flags: {
          ...common,
          out: {
            kind: "parsed",
            parse: String,
            brief: say({ es: "La carpeta de las claves", en: "The folder of the keys" }),
            placeholder: "DIR",
          },
          json,
        },
      },
      loader: lazily<ExamKeygenFlags, []>("exam_keygen"),
    }),
    "exam pack": buildCommand({
      docs: {
        brief: say({ es: "Prepara una prueba en un archivo", en: "Pack a session into one file" }),
        fullDescription: say({
          es: "SPEC.yaml dice de dónde salen las preguntas, cuándo y cuánto tiempo. " +
            "El archivo .exam va firmado y no lleva respuestas, explicaciones ni soluciones. " +
            "Con la lista de la clase hace además un ticket por estudiante. Antes busca lo que delataría respuestas.",
          en: "SPEC.yaml says where questions come from, when and how long. " +
            "The .exam file is signed and holds neither answers nor explanations nor solutions. " +
            "With the list of the class it also makes a ticket for each student. It first looks for what would give answers away.",
        }),
      },
      parameters: {
        positional: one("SPEC.yaml", { es: "El archivo YAML de la prueba", en: "The session's YAML file" }),
        flags: {
          ...common,
          key: {
            kind: "parsed",
            parse: String,
            brief: say({ es: "La carpeta de las claves (exam keygen)", en: "The folder of the keys (exam keygen)" }),
            placeholder: "DIR",
          },
          out: {
            kind: "parsed",
            parse: String,
            brief: say({ es: "El archivo .exam que se escribe", en: "The .exam file to write" }),
            placeholder: "FILE",
          },
          roster: {
            ...optional,
            parse: String,
            brief: say({
              es: "La lista de la clase (CSV: id, nombre, minutos)",
              en: "The list of the class (CSV: id, name, minutes)",
            }),
            placeholder: "FILE",
          },
          tickets: {
            ...optional,
            parse: String,
            brief: say({ es: "La carpeta de los tickets", en: "The folder for the tickets" }),
            placeholder: "DIR",
          },
          strict: {
            ...switched,
            brief: say({ es: "También los avisos impiden empaquetar", en: "Warnings keep it from being packed, too" }),
          },
          replace: {
            ...switched,
            brief: say({ es: "Cambia lo que se preparó antes", en: "Replaces what was packed before" }),
          },
          json,
        },
      },
      loader: lazily<ExamPackFlags, [string]>("exam_pack"),
    }),
    "exam take": buildCommand({
      docs: {
        brief: say({ es: "Haz una prueba calificada", en: "Take a graded session" }),
        fullDescription: say({
          es:
            "FILE es el archivo .exam que te han dado. Dice las reglas y qué se anota, y pregunta antes de empezar. " +
            "Cada paso se guarda: tras un corte, la misma orden sigue donde estabas. Al final escribe un archivo " +
            "cifrado para quien pone la prueba. Con --answers contesta desde un archivo, sin preguntar.",
          en:
            "FILE is the .exam file that you were given. It says the rules and what is recorded, and asks before it begins. " +
            "Each step is stored: after a crash the same command goes on where you were. At the end it writes a file " +
            "encrypted to whoever gives the session. With --answers it answers from a file, without asking.",
        }),
      },
      parameters: {
        positional: one("FILE", { es: "El archivo .exam", en: "The .exam file" }),
        flags: {
          ...common,
          context,
          student: {
            ...optional,
            parse: String,
            brief: say({ es: "Quién eres, como te llama tu centro", en: "Who you are, as your school calls you" }),
            placeholder: "NAME",
          },
          ticket: {
            ...optional,
            parse: String,
            brief: say({ es: "Tu ticket, si te han dado uno", en: "Your ticket, where you were given one" }),
            placeholder: "FILE",
          },
          out: {
            ...optional,
            parse: String,
            brief: say({
              es: "Dónde escribir la entrega; si no, PRUEBA-ID.submission",
              en: "Where to write the submission; otherwise SESSION-ID.submission",
            }),
            placeholder: "FILE",
          },
          answers: {
            ...optional,
            parse: String,
            brief: say({
              es: "Entrega estas respuestas (YAML o JSON: número o nombre de pregunta → respuesta)",
              en: "Hands in these answers (YAML or JSON: number or name of a question → answer)",
            }),
            placeholder: "FILE|-",
          },
          teacher: {
            ...optional,
            parse: String,
            brief: say({
              es: "Solo si la firmó quien tiene este public.json",
              en: "Only where the owner of this public.json signed it",
            }),
            placeholder: "FILE",
          },
          again: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Otro intento, si quedan", en: "Another attempt, where any are left" }),
          },
          yes: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Empieza sin preguntar", en: "Begins without asking" }),
          },
          json,
        },
      },
      loader: lazily<ExamTakeFlags, [string]>("exam_take"),
    }),
  };
}
