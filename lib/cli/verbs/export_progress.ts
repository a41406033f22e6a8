/** `grumete export-progress`: all that is stored, as a text for another machine. */

import { type ExitCode, UserError } from "../../content/user_error.ts";
import manifest from "../../../deno.json" with { type: "json" };
import type { EventStore } from "../../store/event_store.ts";
import { absolute, storeExists } from "../../store/state_folder.ts";
import { openForReading } from "../../store/store_copy.ts";
import { encodeEvent, encodeHeader } from "../../study/exported.ts";
import type { ExportFlags } from "../table/flags.ts";
import { writeSecret } from "../output/output_file.ts";
import { homely, relative } from "../output/paths.ts";
import { print, printDocument, printError } from "../output/print.ts";
import type { World } from "../world.ts";

/** Throws a `UserError`: nothing to export, or nowhere to write it (2), a store that cannot be read (3). */
export async function run(world: World, flags: ExportFlags): Promise<ExitCode> {
  const folder = world.stateFolder();
  if (!storeExists(folder)) throw nothingStored(homely(folder));
  using store = openForReading(folder);
  const { count, pieces } = exportOf(store, new Date());
  const said = sentence(world.lang, count);
  if (flags.out === undefined) {
    for (const piece of pieces) printDocument(piece);
    printError(said);
  } else {
    const path = absolute(flags.out);
    writeSecret(path, pieces, "--out");
    print(`${said} ${relative(path)}`);
  }
  return await Promise.resolve(0);
}

/** Of about a hundred thousand characters each, whole lines. */
function exportOf(store: EventStore, now: Date): { readonly count: number; readonly pieces: Iterable<string> } {
  const { count, events } = store.exported();
  const program = manifest.version;
  const header = encodeHeader({ program, store: store.identity, exported: now.toISOString(), events: count });
  function* pieces(): Iterable<string> {
    let piece = header;
    for (const event of events) {
      piece += encodeEvent(event);
      if (piece.length < 100_000) continue;
      yield piece;
      piece = "";
    }
    if (piece !== "") yield piece;
  }
  return { count, pieces: pieces() };
}

function sentence(lang: World["lang"], count: number): string {
  if (lang === "es") return count === 1 ? "1 suceso exportado." : `${count} sucesos exportados.`;
  return count === 1 ? "1 event exported." : `${count} events exported.`;
}

function nothingStored(folder: string): UserError {
  return new UserError(
    {
      es: `No se puede exportar "${folder}": aún no hay nada guardado ahí`,
      en: `Cannot export "${folder}": nothing is stored there yet`,
    },
    {
      es: "Si tu progreso está en otra carpeta, indícala con --state CARPETA",
      en: "If your progress is in another folder, name it with --state FOLDER",
    },
  );
}
