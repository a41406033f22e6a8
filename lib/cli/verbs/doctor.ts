/** `grumete doctor`: what is there, what is wrong, and how to repair it. */

import { same, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { type Docker, findDocker } from "../../docker/binary.ts";
import { withEngineChosen } from "../../docker/engine_choice.ts";
import { readEnvironment } from "../../docker/environment.ts";
import { examine, type Finding } from "../../docker/doctor.ts";
import { openStore } from "../../store/event_store.ts";
import { damaged } from "../../store/store_faults.ts";
import { contentFiles } from "../../store/library.ts";
import { homely } from "../output/paths.ts";
import { print, printJson } from "../output/print.ts";
import { reporting } from "../output/reporting.ts";
import type { DoctorFlags } from "../table/flags.ts";
import type { World } from "../world.ts";

/** 0 when labs can be done, 3 when something is bad. */
export async function run(world: World, flags: DoctorFlags): Promise<ExitCode> {
  const { lang } = world;
  const findings: readonly Finding[] = [
    ...await examined(world),
    stateFinding(world),
    contentFinding(world),
    terminalFinding(),
    languageFinding(world),
  ];
  if (flags.json) {
    printJson({
      findings: findings.map(({ id, status, what, next }) => ({
        id,
        status,
        what: what[lang],
        ...(next ? { next: next[lang] } : {}),
      })),
    });
  } else {
    for (const { status, what, next } of findings) {
      print(`${signs[status][lang]}  ${what[lang].replaceAll("\n", "\n        ")}`);
      if (next) print(`        → ${next[lang].replaceAll("\n", "\n          ")}`);
    }
  }
  return findings.some(({ status }) => status === "bad") ? 3 : 0;
}

async function examined(world: World): Promise<readonly Finding[]> {
  using _telling = reporting(world, { es: "Preguntando a docker", en: "Asking docker" });
  return await examine(chosenDocker(world));
}

/** As the user's shell would find it, unless a context is asked for. */
function chosenDocker({ context }: World): Docker {
  const environment = readEnvironment();
  return findDocker(context === undefined ? environment : withEngineChosen(environment, context));
}

/** Words, so that no colour is needed; equally long. */
const signs: Readonly<Record<Finding["status"], Text>> = {
  ok: { es: "bien  ", en: "ok    " },
  warn: { es: "aviso ", en: "note  " },
  bad: { es: "MAL   ", en: "BAD   " },
};

/** Opens the store, as a quiz would, and reads all of it. */
function stateFinding(world: World): Finding {
  try {
    const folder = world.stateFolder();
    using store = openStore(folder);
    if (store.flaws().length > 0) throw damaged(store.path);
    const events = store.exported().count;
    return {
      id: "state",
      status: "ok",
      what: {
        es: `Progreso en ${homely(folder)} (${events} sucesos)`,
        en: `Progress in ${homely(folder)} (${events} events)`,
      },
    };
  } catch (error) {
    return findingOf("state", error);
  }
}

function contentFinding(world: World): Finding {
  try {
    const files = contentFiles(world.contentFolders);
    const count = (kind: string) => files.filter((file) => file.kind === kind).length;
    return {
      id: "content",
      status: files.length > 0 ? "ok" : "warn",
      what: {
        es: `${count("quiz")} cuestionarios y ${count("lab")} laboratorios`,
        en: `${count("quiz")} quizzes and ${count("lab")} labs`,
      },
    };
  } catch (error) {
    return findingOf("content", error);
  }
}

function findingOf(id: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error;
  return { id, status: "bad", what: error.what, ...(error.next ? { next: error.next } : {}) };
}

/** The least size that the screens are made for. */
const least = { columns: 40, rows: 15 };

function terminalFinding(): Finding {
  if (!Deno.stdout.isTerminal()) {
    return {
      id: "terminal",
      status: "ok",
      what: { es: "La salida no es una terminal: texto lineal", en: "The output is no terminal: linear text" },
    };
  }
  const { columns, rows } = Deno.consoleSize();
  const colour: Text = Deno.noColor
    ? { es: "sin color (NO_COLOR)", en: "no colour (NO_COLOR)" }
    : { es: "con color", en: "colour" };
  const what: Text = {
    es: `Terminal de ${columns}×${rows}, ${colour.es}`,
    en: `Terminal of ${columns}×${rows}, ${colour.en}`,
  };
  if (columns >= least.columns && rows >= least.rows) return { id: "terminal", status: "ok", what };
  return {
    id: "terminal",
    status: "warn",
    what,
    next: { es: "Agranda la ventana hasta 40×15 o usa --plain", en: "Enlarge the window to 40×15 or use --plain" },
  };
}

function languageFinding({ lang }: World): Finding {
  return { id: "language", status: "ok", what: lang === "es" ? same("Idioma: español") : same("Language: English") };
}
