/** From arguments to exit code: finds the verb, runs it, and says what went wrong in the user's language. */

import { buildApplication, buildRouteMap, run, type StricliProcess } from "@stricli/core";
import type { Lang } from "../content/text.ts";
import { type ExitCode, UserError } from "../content/user_error.ts";
import { commandTexts } from "./table/command_texts.ts";
import { environment } from "../store/state_folder.ts";
import { firstFailure } from "./first_failure.ts";
import { languageOf } from "./language.ts";
import manifest from "../../deno.json" with { type: "json" };
import { later } from "../content/later.ts";
import { cleanWriter, printError, printUserError } from "./output/print.ts";
import type { Commands } from "./table/verb_parts.ts";
import { verbGroups } from "./table/verb_groups.ts";
import { verbs } from "./table/verbs.ts";

/** Runs one command line. Never throws: a bug is told in plain words, with its stack only when GRUMETE_DEBUG is set. */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  if (args[0] === "complete") return await atTab(args.slice(1));
  const lang = languageOf(args);
  const process: StricliProcess = { stdout: cleanWriter(Deno.stdout), stderr: cleanWriter(Deno.stderr) };
  const line = verbFirst(args);
  const routes = buildRouteMap({
    routes: routesOf(asksHelp(line) ? await withHelp(lang) : await verbs(lang, line[0]), lang),
    docs: {
      brief: lang === "es"
        ? "Tutor y examinador de máquinas virtuales, contenedores y Docker en la terminal"
        : "Terminal tutor and examiner for virtual machines, containers and Docker",
      fullDescription: lang === "es" ? welcome.es : welcome.en,
      hideRoute: { home: true },
    },
  });
  const app = buildApplication(routes, {
    name: "grumete",
    versionInfo: { currentVersion: manifest.version },
    scanner: {
      caseStyle: "allow-kebab-for-camel",
      allowArgumentEscapeSequence: true,
      // Near in letters only: a word that shares one letter is no suggestion.
      distanceOptions: { threshold: 4, weights: { insertion: 1, deletion: 3, substitution: 2, transposition: 0 } },
    },
    documentation: { disableAnsiColor: true, onlyRequiredInUsageLine: true },
    localization: { text: commandTexts(lang) },
    determineExitCode: (error) => {
      if (!(error instanceof UserError)) throw error;
      return error.exitCode;
    },
  });
  try {
    await run(app, line, { process });
  } catch (error) {
    return await reportFailure(firstFailure(error));
  }
  const code = Number(process.exitCode ?? 0);
  return code < 0 ? 2 : code as ExitCode;

  /** A failure of our own is no verdict on the learner: it could not be checked. */
  async function reportFailure(error: unknown): Promise<ExitCode> {
    if (error instanceof UserError) {
      printUserError(error, lang);
      return error.exitCode;
    }
    const { crashReport } = await later<typeof import("../terminal/crash.ts")>(import.meta.url, "../terminal/crash.ts");
    printError(crashReport(error, lang, environment("GRUMETE_DEBUG") !== undefined));
    return 3;
  }
}

const welcome = {
  es: `Sin verbo abre la pantalla de inicio: continuar, cuestionarios, laboratorios
y progreso. Cada verbo se explica con --help: grumete lab --help

Ejemplos:
  grumete                               abre la pantalla de inicio
  grumete list                          qué cuestionarios y laboratorios hay
  grumete quiz docker-architecture      haz un cuestionario
  grumete lab first-container           haz un laboratorio; docker lo verifica
  grumete review                        repasa lo que toca hoy
  grumete exam --help                   una prueba calificada para una clase
  grumete doctor                        comprueba docker y la terminal

Códigos de salida: 0 hecho o superado, 1 no superado, 2 uso,
3 no se pudo comprobar, 4 contenido con errores, 130 interrumpido.`,
  en: `Without a verb it opens the home screen: continue, quizzes, labs and progress.
Each verb is explained by --help: grumete lab --help

Examples:
  grumete                               opens the home screen
  grumete list                          which quizzes and labs there are
  grumete quiz docker-architecture      take a quiz
  grumete lab first-container           do a lab; docker verifies it
  grumete review                        review what is due today
  grumete exam --help                   a graded session for a class
  grumete doctor                        checks docker and the terminal

Exit codes: 0 done or passed, 1 not passed, 2 usage, 3 could not check,
4 bad content, 130 interrupted.`,
} as const;

/** The shell's own question, and no verb: what follows is somebody's half a line. */
async function atTab(words: readonly string[]): Promise<ExitCode> {
  const { complete } = await later<typeof import("./completion/complete.ts")>(
    import.meta.url,
    "./completion/complete.ts",
  );
  await complete(words);
  return 0;
}

/** Verbs of two words stand behind the first of them. */
function routesOf(commands: Commands, lang: Lang) {
  const [simple, grouped] = [false, true].map((inGroup) =>
    Object.entries(commands).filter(([name]) => name.includes(" ") === inGroup)
  );
  const groups = Map.groupBy(grouped ?? [], ([name]) => name.split(" ", 1)[0] ?? "");
  const maps = [...groups].map(([group, verbs]) =>
    [
      group,
      buildRouteMap({
        routes: Object.fromEntries(verbs.map(([name, command]) => [name.slice(group.length + 1), command])),
        docs: {
          brief: verbGroups[group]?.brief[lang] ?? "",
          fullDescription: verbGroups[group]?.description[lang] ?? "",
        },
      }),
    ] as const
  );
  return Object.fromEntries([...simple ?? [], ...maps]);
}

/** No verb means `home`; flags may stand before the verb, and before the second word of one. */
function verbFirst(args: readonly string[]): readonly string[] {
  const verb = firstWord(args);
  if (args.some((arg) => ["--help", "-h", "--help-all"].includes(arg)) && verb < 0) return ["--help"];
  if (verb < 0 && args.includes("--version")) return ["--version"];
  if (verb < 0) return ["home", ...args];
  const [name = "", ...rest] = moved(args, verb);
  return Object.hasOwn(verbGroups, name) ? [name, ...moved(rest, firstWord(rest))] : [name, ...rest];
}

function firstWord(args: readonly string[]): number {
  return args.findIndex((arg, index) => !arg.startsWith("-") && !takesValue(args[index - 1]));
}

/** That word to the front. */
function moved(args: readonly string[], at: number): readonly string[] {
  const word = args[at];
  return word === undefined ? args : [word, ...args.slice(0, at), ...args.slice(at + 1)];
}

/** Of a verb; that of grumete itself is the library's. */
function asksHelp([verb = "", ...words]: readonly string[]): boolean {
  return !verb.startsWith("-") && words.some((word) => /^(?:-h|--help(?:-?all)?)$/i.test(word));
}

async function withHelp(lang: Lang): Promise<Commands> {
  const { withHelp } = await later<typeof import("./table/verb_help.ts")>(import.meta.url, "./table/verb_help.ts");
  return withHelp(await verbs(lang), lang);
}

function takesValue(arg: string | undefined): boolean {
  return arg !== undefined && ["--lang", "--content", "--state"].includes(arg);
}
