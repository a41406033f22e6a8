/** The table of verbs: flags and help of each; what a verb does is loaded when it is run. */

import { buildCommand, type Command, type CommandContext, type StricliProcess } from "@stricli/core";
import { fraction, seconds, wholeNumber } from "./flag_values.ts";
import { later } from "./later.ts";
import { questionKindNames, verifyFormats } from "./choices.ts";
import type { Lang, Text } from "../content/text.ts";
import type {
  BeginFlags,
  CleanupFlags,
  DoctorFlags,
  JsonFlags,
  LintFlags,
  ProveFlags,
  QuizFlags,
  Verb,
  VerifyFlags,
} from "./flags.ts";
import { type CommonFlags, worldOf } from "./world.ts";

type Context = CommandContext & { readonly process: StricliProcess };

export function verbs(lang: Lang): Readonly<Record<string, Command<Context>>> {
  const say = (text: Text) => text[lang];
  const optional = { kind: "parsed", optional: true } as const;

  const common = {
    lang: {
      kind: "enum",
      optional: true,
      values: ["es", "en"],
      brief: say({ es: "Idioma", en: "Language" }),
    },
    content: {
      ...optional,
      parse: String,
      variadic: true,
      brief: say({
        es: "Añade una carpeta con quizzes/ y labs/; puede repetirse",
        en: "Adds a folder with quizzes/ and labs/; may repeat",
      }),
      placeholder: "DIR",
    },
    state: {
      ...optional,
      parse: String,
      brief: say({ es: "Carpeta donde se guarda el progreso", en: "Folder where progress is kept" }),
      placeholder: "DIR",
    },
    plain: {
      kind: "boolean",
      optional: true,
      withNegated: false,
      brief: say({
        es: "Texto lineal, sin mover el cursor: lectores de pantalla y tuberías",
        en: "Linear text without cursor movement: screen readers and pipes",
      }),
    },
  } as const;
  const json = {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: say({ es: "Un documento JSON en la salida estándar", en: "A JSON document on standard output" }),
  } as const;
  const context = {
    ...optional,
    parse: String,
    brief: say({ es: "El motor de este contexto de docker", en: "The engine of this docker context" }),
    placeholder: "NAME",
  } as const;
  const agree = {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: say({
      es: "De acuerdo con lo que ejecuta un laboratorio que no viene con grumete",
      en: "Agrees to what a lab that does not come with grumete runs",
    }),
  } as const;
  const one = (placeholder: string, brief: Text) => ({
    kind: "tuple" as const,
    parameters: [{ parse: String, placeholder, brief: say(brief) }] as const,
  });
  const labRef = one("LAB", {
    es: "Id de un laboratorio, o la ruta de su carpeta",
    en: "Id of a lab, or the path of its folder",
  });
  /** Loads the verb when it is run, and keeps its exit code where the runner looks for it. */
  function lazily<Flags extends CommonFlags, Arguments extends readonly string[]>(
    verb: string,
  ) {
    return async () => {
      const { run } = await later<{ readonly run: Verb<Flags, Arguments> }>(import.meta.url, `./verbs/${verb}.ts`);
      return async function (this: Context, flags: Flags, ...args: Arguments): Promise<void> {
        this.process.exitCode = await run(worldOf(flags, lang), flags, ...args);
      };
    };
  }

  return {
    home: buildCommand({
      docs: { brief: say({ es: "La pantalla de inicio", en: "The home screen" }) },
      parameters: { flags: common },
      loader: lazily<CommonFlags, []>("home"),
    }),
    list: buildCommand({
      docs: { brief: say({ es: "Qué cuestionarios y laboratorios hay", en: "Which quizzes and labs there are" }) },
      parameters: { flags: { ...common, json } },
      loader: lazily<JsonFlags, []>("list"),
    }),
    quiz: buildCommand({
      docs: {
        brief: say({ es: "Haz un cuestionario", en: "Take a quiz" }),
        fullDescription: say({
          es: "REF es un id (grumete list) o la ruta de un fichero YAML.\n" +
            "Con --answers califica un fichero de respuestas (id de pregunta → respuesta) sin preguntar.\n" +
            "El orden depende de la semilla, que se muestra: con --seed se repite.",
          en: "REF is an id (grumete list) or the path of a YAML file.\n" +
            "With --answers it grades a file of answers (question id → answer) without asking.\n" +
            "The order depends on the seed, which is shown: --seed repeats it.",
        }),
      },
      parameters: {
        positional: one("REF", {
          es: "Id de un cuestionario, o la ruta de su fichero",
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
            kind: "parsed",
            parse: fraction(lang),
            default: "0.6",
            brief: say({ es: "Parte de los puntos con la que se aprueba", en: "Part of the points that passes" }),
            placeholder: "0…1",
          },
          json,
        },
      },
      loader: lazily<QuizFlags, [string]>("quiz"),
    }),
    lab: buildCommand({
      docs: {
        brief: say({ es: "Haz un laboratorio guiado", en: "Do a guided lab" }),
        fullDescription: say({
          es: "Muestra las tareas y las comprueba sola mientras escribes órdenes de docker en otra terminal.",
          en: "Shows the tasks and checks them by itself while you type docker commands in another terminal.",
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
          es: "Sale con 0 si está superado, 1 si no, 3 si no se pudo comprobar (motor de docker inaccesible).",
          en: "Exits with 0 if it is passed, 1 if not, 3 if it could not be checked (docker engine out of reach).",
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
            brief: say({ es: "Escribe el informe en este fichero", en: "Writes the report to this file" }),
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
            "4 si el fichero tiene errores o el enunciado calla algo.",
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
    lint: buildCommand({
      docs: {
        customUsage: [say({ es: "[RUTA...]", en: "[PATH...]" })],
        brief: say({ es: "Busca problemas en el contenido", en: "Finds problems in content" }),
        fullDescription: say({
          es: "Sin rutas revisa todo el contenido. Una ruta es un fichero YAML o una carpeta.",
          en: "Without paths it checks all content. A path is a YAML file or a folder.",
        }),
      },
      parameters: {
        positional: {
          kind: "array",
          parameter: {
            parse: String,
            placeholder: say({ es: "RUTA", en: "PATH" }),
            brief: say({ es: "Fichero o carpeta", en: "File or folder" }),
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
        brief: say({ es: "El JSON Schema de un cuestionario o laboratorio", en: "The JSON Schema of a quiz or lab" }),
      },
      parameters: {
        positional: one("quiz|lab", { es: "De qué fichero", en: "Of which file" }),
        flags: common,
      },
      loader: lazily<CommonFlags, [string]>("schema"),
    }),
    doctor: buildCommand({
      docs: {
        brief: say({
          es: "Comprueba docker, la terminal y la carpeta de estado, y dice cómo repararlos",
          en: "Checks docker, the terminal and the state folder, and says how to repair them",
        }),
      },
      parameters: { flags: { ...common, context, json } },
      loader: lazily<DoctorFlags, []>("doctor"),
    }),
  };
}
