/** What several verbs share: flags with their help, and how a verb is loaded. */

import type { Command, CommandContext, StricliProcess } from "@stricli/core";
import type { Lang, Text } from "../../content/text.ts";
import type { Verb } from "./flags.ts";
import { later } from "../../content/later.ts";
import { type CommonFlags, worldOf } from "../world.ts";

export type Context = CommandContext & { readonly process: StricliProcess };
/** By their names; what stands behind another word is written with it: "exam take". */
export type Commands = Readonly<Record<string, Command<Context>>>;
export type VerbParts = ReturnType<typeof verbParts>;

/** In the language of the help. */
export function verbParts(lang: Lang) {
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
  function lazily<Flags extends CommonFlags, Arguments extends readonly (string | undefined)[]>(
    verb: string,
  ) {
    return async () => {
      const { run } = await later<{ readonly run: Verb<Flags, Arguments> }>(import.meta.url, `../verbs/${verb}.ts`);
      return async function (this: Context, flags: Flags, ...args: Arguments): Promise<void> {
        this.process.exitCode = await run(worldOf(flags, lang), flags, ...args);
      };
    };
  }

  return { lang, say, optional, common, json, context, agree, one, labRef, lazily };
}
