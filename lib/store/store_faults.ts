/** Why the store cannot be used, in words: SQLite's and the system's own phrases are known only here. */

import { same, type Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";

interface Reason {
  readonly pattern: RegExp;
  readonly state: Text;
  readonly next: Text;
}

const elsewhere: Text = {
  es: "Elige otra carpeta con --state CARPETA",
  en: "Choose another folder with --state FOLDER",
};

const startAnew: Text = {
  es:
    "No se ha borrado nada. Aparta sus archivos (mv grumete.db* OTRA_CARPETA) para empezar de nuevo, y recupera lo que " +
    "guarde una copia con grumete import-progress ARCHIVO",
  en:
    "Nothing was deleted. Move its files aside (mv grumete.db* OTHER_FOLDER) to begin anew, and get back what a copy holds " +
    "with grumete import-progress FILE",
};

const broken: Pick<Reason, "state" | "next"> = {
  state: { es: "el archivo está dañado o no es de grumete", en: "the file is damaged or not grumete's" },
  next: startAnew,
};

/** Words of SQLite. */
const busy = /database is locked|busy/i;

const reasons: readonly Reason[] = [
  {
    pattern: /disk is full|no space left|quota exceeded|disk I\/O error/i,
    state: { es: "el disco está lleno o falla", en: "the disk is full or failing" },
    next: {
      es: "Libera espacio y repite: lo guardado hasta ahora sigue ahí",
      en: "Free some space and try again: what was stored so far is still there",
    },
  },
  {
    pattern: /readonly database|read-only file system/i,
    state: { es: "es de solo lectura", en: "it is read-only" },
    next: elsewhere,
  },
  {
    pattern: /not a database|malformed|corrupt/i,
    ...broken,
  },
  {
    pattern: busy,
    state: { es: "otro grumete lo tiene ocupado", en: "another grumete keeps it busy" },
    next: { es: "Espera un momento y repite", en: "Wait a moment and try again" },
  },
  {
    pattern: /requires (?:read|write) access|not capable/i,
    state: { es: "Deno no tiene permiso para esa carpeta", en: "Deno has no permission for that folder" },
    next: {
      es: "Usa `deno run -A -q main.ts …`, o añade --allow-read y --allow-write para esa carpeta",
      en: "Use `deno run -A -q main.ts …`, or add --allow-read and --allow-write for that folder",
    },
  },
  {
    pattern: /permission denied|unable to open database file|authorization denied/i,
    state: { es: "no hay permiso para escribir ahí", en: "writing there is not permitted" },
    next: elsewhere,
  },
  {
    pattern: /file exists|not a directory|is a directory/i,
    state: { es: "hay otra cosa con ese nombre", en: "something else has that name" },
    next: elsewhere,
  },
];

/** The `UserError` for a failure of the store; exit code 3, for nothing could be checked or kept. A `UserError` stays as it is. */
export function storeFault(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  const said = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  // Anything else that SQLite says is about tables that are not as they were made.
  const known = reasons.find(({ pattern }) => pattern.test(said)) ?? (isOfSqlite(error) ? broken : undefined);
  return unusable(path, known?.state ?? same(said), known?.next ?? elsewhere);
}

function isOfSqlite(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}

/** What `work` gives; a failure of SQLite as the `UserError` that says what is wrong with the store. */
export function safely<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storeFault(error, path);
  }
}

/** Another program has it at this moment. */
export function isBusy(error: unknown): boolean {
  return isOfSqlite(error) && busy.test(error.message);
}

/** Something in it cannot be what grumete wrote. */
export function damaged(path: string): UserError {
  return unusable(path, broken.state, broken.next);
}

/** The store is gone, and the log with what was stored last is still there. */
export function leftOver(path: string): UserError {
  return unusable(
    path,
    {
      es: "falta o está vacío, pero su registro, que guarda lo último, sigue en grumete.db-wal",
      en: "it is gone or empty, but its log, which holds what came last, is still in grumete.db-wal",
    },
    {
      es:
        "Devuelve grumete.db a su sitio si lo moviste; si no, aparta también el registro (mv grumete.db* OTRA_CARPETA)",
      en: "Put grumete.db back if you moved it; else move the log aside too (mv grumete.db* OTHER_FOLDER)",
    },
  );
}

function unusable(path: string, state: Text, next: Text): UserError {
  return new UserError(
    {
      es: `No se puede guardar el progreso en "${path}": ${state.es}`,
      en: `Cannot store progress in "${path}": ${state.en}`,
    },
    next,
    3,
  );
}
