/** The verbs about labs: flags and help of each. */

import { buildCommand } from "@stricli/core";
import { verifyFormats } from "./choices.ts";
import { seconds } from "./flag_values.ts";
import type { BeginFlags, CleanupFlags, ProveFlags, VerifyFlags } from "./flags.ts";
import type { Commands, VerbParts } from "./verb_parts.ts";

export function labVerbs({ lang, say, optional, common, json, context, agree, labRef, lazily }: VerbParts): Commands {
  return {
    lab: buildCommand({
      docs: {
        brief: say({ es: "Haz un laboratorio guiado", en: "Do a guided lab" }),
        fullDescription: say({
          es: "Muestra las tareas y las comprueba sola mientras escribes órdenes de docker,\n" +
            "ahí mismo (con :) o en otra terminal.",
          en: "Shows the tasks and checks them by itself while you type docker commands,\n" +
            "right there (with :) or in another terminal.",
        }),
      },
      parameters: { positional: labRef, flags: { ...common, context, yes: agree } },
      loader: lazily<BeginFlags, [string]>("lab"),
    }),
    prepare: buildCommand({
      docs: { brief: say({ es: "Prepara un laboratorio sin pantalla", en: "Prepares a lab without a screen" }) },
      parameters: { positional: labRef, flags: { ...common, context, yes: agree } },
      loader: lazily<BeginFlags, [string]>("prepare"),
    }),
    verify: buildCommand({
      docs: {
        brief: say({ es: "Verifica un laboratorio sin pantalla", en: "Verifies a lab without a screen" }),
        fullDescription: say({
          es: "Dice tarea a tarea qué es verdad en el motor. Con --save lo que ha visto se puede volver a juzgar\n" +
            "en cualquier parte con --from; con varios --context mira varios motores a la vez.\n" +
            "Sale con 0 si está superado, 1 si no, 3 si no se pudo comprobar (motor inaccesible).",
          en: "Says task by task what is true on the engine. What --save kept can be judged again anywhere\n" +
            "with --from; with several --context it looks at several engines at once.\n" +
            "Exits with 0 if it is passed, 1 if not, 3 if it could not be checked (engine out of reach).",
        }),
      },
      parameters: {
        positional: labRef,
        flags: {
          ...common,
          context: {
            ...context,
            variadic: true,
            brief: say({
              es: "El motor de este contexto de docker; repetido, mira varios a la vez, una fila cada uno",
              en: "The engine of this docker context; repeated, it looks at several at once, one row each",
            }),
          },
          task: {
            ...optional,
            parse: String,
            brief: say({ es: "Solo esta tarea", en: "Only this task" }),
            placeholder: "ID",
          },
          wait: {
            kind: "parsed",
            parse: seconds(lang),
            default: "0s",
            brief: say({ es: "Espera hasta este tiempo a que se supere", en: "Waits up to this long for it to pass" }),
            placeholder: "10s",
          },
          format: {
            kind: "enum",
            values: verifyFormats,
            default: "text",
            brief: say({ es: "Formato", en: "Format" }),
          },
          out: {
            ...optional,
            parse: String,
            brief: say({ es: "Escribe el informe en este archivo", en: "Writes the report to this file" }),
            placeholder: "FILE",
          },
          json,
          save: {
            ...optional,
            parse: String,
            brief: say({
              es: "Guarda lo que ha visto; puede contener contraseñas de los contenedores",
              en: "Keeps what was seen; it may hold passwords of the containers",
            }),
            placeholder: "FILE",
          },
          from: {
            ...optional,
            parse: String,
            brief: say({
              es: "Vuelve a juzgar lo que guardó --save, sin ningún motor",
              en: "Judges again what --save kept, without any engine",
            }),
            placeholder: "FILE",
          },
          yes: agree,
        },
      },
      loader: lazily<VerifyFlags, [string]>("verify"),
    }),
    cleanup: buildCommand({
      docs: {
        brief: say({
          es: "Quita lo que creó un laboratorio, y nada más",
          en: "Removes what a lab created, and nothing else",
        }),
      },
      parameters: {
        positional: labRef,
        flags: {
          ...common,
          context,
          dryRun: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Solo muestra lo que quitaría", en: "Only shows what it would remove" }),
          },
          yes: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({ es: "Quita sin preguntar", en: "Removes without asking" }),
          },
          allNew: {
            kind: "boolean",
            optional: true,
            withNegated: false,
            brief: say({
              es: "También lo demás que es nuevo desde que empezó el laboratorio",
              en: "Also what else is new since the lab began",
            }),
          },
          task: {
            ...optional,
            parse: String,
            brief: say({
              es: "Solo lo de esta tarea, para volver a hacerla",
              en: "Only what is of this task, to do it again",
            }),
            placeholder: "ID",
          },
        },
      },
      loader: lazily<CleanupFlags, [string]>("cleanup"),
    }),
    prove: buildCommand({
      docs: {
        customUsage: [say({ es: "LAB... [--json]", en: "LAB... [--json]" })],
        brief: say({ es: "Demuestra laboratorios en un motor de verdad", en: "Proves labs on a real engine" }),
        fullDescription: say({
          es:
            "Para quien los escribe. Sin resolver, ninguna tarea se supera; con su solución, cada una y ninguna posterior;\n" +
            "las otras soluciones valen; cada error de mistakes falla donde dice y con sus palabras, en los dos idiomas;\n" +
            "la limpieza deja el motor como estaba, y el enunciado dice todo lo que se comprueba.\n" +
            "No toca tu progreso. Sale con 0 si todo se demuestra, 1 si no, 3 si no se pudo preguntar al motor,\n" +
            "4 si el archivo tiene errores o el enunciado calla algo.",
          en: "For their authors. Unsolved no task passes; with its solution each does, and no later one;\n" +
            "other solutions pass too; each of its mistakes fails where it says and with its words, in both languages;\n" +
            "clean-up leaves the engine as it was, and the text states all that is checked.\n" +
            "Your own progress is not touched. Exits with 0 if all is proven, 1 if not, 3 if the engine could not be\n" +
            "asked, 4 if a file has errors or its text leaves something out.",
        }),
      },
      parameters: {
        positional: {
          kind: "array",
          minimum: 1,
          parameter: {
            parse: String,
            placeholder: "LAB",
            brief: say({
              es: "Id de un laboratorio, o la ruta de su carpeta",
              en: "Id of a lab, or the path of its folder",
            }),
          },
        },
        flags: { ...common, context, json, yes: agree },
      },
      loader: lazily<ProveFlags, string[]>("prove"),
    }),
  };
}
