/** `grumete import-progress`: adds what another machine exported and is not here yet; all of it, or nothing where a line is bad. */

import { formatProblem, type Problem } from "../../content/problem.ts";
import { both, type Text } from "../../content/text.ts";
import { type ExitCode, UserError } from "../../content/user_error.ts";
import { openStore } from "../../store/event_store.ts";
import { Incoming } from "../../store/incoming.ts";
import { type NumberedLine, readLines } from "../../store/read_lines.ts";
import { absolute, storeExists } from "../../store/state_folder.ts";
import { decodeEvent, decodeHeader, type Line } from "../../study/exported.ts";
import type { ImportFlags } from "../table/flags.ts";
import { relative } from "../output/paths.ts";
import { print } from "../output/print.ts";
import { type Reporting, reporting } from "../output/reporting.ts";
import type { World } from "../world.ts";

/** More are not looked for: nobody mends a file that a program wrote. */
const mostProblems = 10;

/** Throws a `UserError`: a file that is not what `export-progress` writes (4), a store that cannot be used (3). */
export async function run(world: World, { dryRun = false }: ImportFlags, file: string): Promise<ExitCode> {
  const path = file === "-" ? "-" : absolute(file);
  const shown = path === "-" ? "-" : relative(path);
  const lines = readLines(path)[Symbol.asyncIterator]();
  const first = (await lines.next()).value ?? { text: "", number: 1, bytes: 0 };
  const header = valueOf(decodeHeader(first.text, { path: shown, line: 1 }));

  const folder = world.stateFolder();
  // Who only asks leaves no store behind.
  using store = dryRun && !storeExists(folder) ? undefined : openStore(folder);
  using incoming = new Incoming(store?.path);
  using telling = reporting(world, { es: "Importando", en: "Importing" });
  const progress = progressIn(world, sizeOf(path), telling);
  const read = await gather({ [Symbol.asyncIterator]: () => lines }, shown, incoming, progress);
  if (read < header.events) throw cut(shown, read, header.events);
  const fresh = dryRun ? incoming.fresh() : incoming.keep();
  telling.aside(() => print(sentence(fresh, read - fresh, dryRun)[world.lang]));
  return 0;
}

/** Gives how many events there are. */
async function gather(
  lines: AsyncIterable<NumberedLine>,
  path: string,
  incoming: Incoming,
  announce: (line: NumberedLine) => void,
): Promise<number> {
  const problems: Problem[] = [];
  let events = 0;
  for await (const line of lines) {
    announce(line);
    if (line.text.trim() === "") continue;
    const decoded = decodeEvent(line.text, { path, line: line.number });
    if (decoded.kind === "bad") problems.push(...decoded.problems);
    else if (problems.length === 0) incoming.add(decoded.value);
    events++;
    if (problems.length >= mostProblems) break;
  }
  if (problems.length > 0) throw refused(problems);
  return events;
}

function valueOf<Value>(line: Line<Value>): Value {
  if (line.kind === "bad") throw refused(line.problems);
  return line.value;
}

function refused(problems: readonly Problem[]): UserError {
  const told = problems.slice(0, mostProblems);
  return new UserError(both((lang) => told.map((problem) => formatProblem(problem, lang)).join("\n")), nothing, 4);
}

const nothing: Text = {
  es: "No se ha importado nada. Exporta otra vez en la otra máquina (grumete export-progress) y repite",
  en: "Nothing was imported. Export again on the other machine (grumete export-progress) and repeat",
};

function cut(path: string, events: number, expected: number): UserError {
  return new UserError(
    {
      es: `No se puede importar "${path}": está cortado, tiene ${events} sucesos de ${expected}`,
      en: `Cannot import "${path}": it was cut, it has ${events} of ${expected} events`,
    },
    nothing,
    4,
  );
}

function sentence(fresh: number, known: number, dryRun: boolean): Text {
  if (dryRun) {
    return {
      es: `Sucesos nuevos que se importarían: ${fresh}. Ya están: ${known}. No se ha cambiado nada.`,
      en: `New events that would be imported: ${fresh}. Here already: ${known}. Nothing was changed.`,
    };
  }
  return {
    es: `Sucesos nuevos: ${fresh}. Ya estaban: ${known}.`,
    en: `New events: ${fresh}. Here already: ${known}.`,
  };
}

/** Nothing for what is no plain file. */
function sizeOf(path: string): number | undefined {
  try {
    const { isFile, size } = Deno.statSync(path);
    return isFile ? size : undefined;
  } catch {
    return undefined;
  }
}

/** How far it is; where the size is not known, only how many lines were read. */
function progressIn({ lang }: World, size: number | undefined, { tell }: Reporting): (line: NumberedLine) => void {
  return ({ number, bytes }) =>
    tell({
      note: lang === "es"
        ? `${number} líneas; Ctrl-C lo deja sin importar nada`
        : `${number} lines; Ctrl-C stops it, and nothing is imported`,
      ...(size === undefined ? {} : { steps: { done: Math.floor(100 * bytes / Math.max(size, 1)), total: 100 } }),
    });
}
