/**
 * The learner's folder for a lab: starter files laid out, never overwritten, taken away only while unchanged.
 *
 * A link inside it may lead anywhere: nothing is written or deleted behind one.
 */

import { UserError } from "../content/user_error.ts";
import { sameBytes } from "./same_bytes.ts";

/** Copies what is not there yet; what the learner changed stays. Throws a `UserError` when the folder cannot be made. */
export function layOut(folder: string, labFolder: string, files: readonly string[]): void {
  try {
    Deno.mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = `${folder}/${file}`;
      if (exists(target)) continue;
      makeFolders(folder, file);
      writeNew(target, starter(labFolder, file));
    }
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw new UserError(
      {
        es: `No se puede preparar la carpeta de trabajo "${folder}": ${error.message}`,
        en: `Cannot lay out the workspace "${folder}": ${error.message}`,
      },
      {
        es: "Libera espacio o elige otra carpeta con --state CARPETA",
        en: "Free some space or choose another folder with --state FOLDER",
      },
      3,
    );
  }
}

/** Whole or not at all: half a file would be taken for what the learner made of it. */
function writeNew(path: string, bytes: Uint8Array<ArrayBuffer>): void {
  try {
    // `createNew` follows no link and overwrites nothing, whatever came in between.
    Deno.writeFileSync(path, bytes, { createNew: true });
  } catch (error) {
    // Another grumete lays out the same.
    if (error instanceof Deno.errors.AlreadyExists) return;
    if (exists(path)) Deno.removeSync(path);
    throw error;
  }
}

/** The folders that a file of the workspace is in. Throws a `UserError` (exit code 1) where one of them is a link. */
function makeFolders(folder: string, file: string): void {
  const link = linkOnTheWay(folder, file);
  if (link !== undefined) {
    throw new UserError(
      {
        es: `No se puede preparar "${link}": es un enlace que lleva fuera de la carpeta de trabajo`,
        en: `Cannot lay out "${link}": it is a link that leads out of the workspace`,
      },
      { es: `Quítalo con: rm "${link}"`, en: `Remove it with: rm "${link}"` },
      1,
    );
  }
  Deno.mkdirSync(`${folder}/${file}`.replace(/\/[^/]*$/, ""), { recursive: true });
}

/** The first part of the way to a file, without the file itself, that is a link. */
function linkOnTheWay(folder: string, file: string): string | undefined {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => `${folder}/${parts.slice(0, index + 1).join("/")}`).find(isLink);
}

function isLink(path: string): boolean {
  try {
    return Deno.lstatSync(path).isSymlink;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether the lab brings the file. */
export function hasStarter(labFolder: string, file: string): boolean {
  return exists(`${labFolder}/workspace/${file}`);
}

/** Throws a `UserError` (exit code 4) when the lab does not bring the file. */
function starter(labFolder: string, file: string): Uint8Array<ArrayBuffer> {
  const path = `${labFolder}/workspace/${file}`;
  try {
    return Deno.readFileSync(path);
  } catch {
    throw new UserError(
      {
        es: `No se puede leer "${path}": el laboratorio lo nombra en workspace y no está`,
        en: `Cannot read "${path}": the lab names it in workspace and it is not there`,
      },
      undefined,
      4,
    );
  }
}

/**
 * Removes starter files that are still as they came, and folders that end up empty. Returns what stays, relative paths.
 * Throws a `UserError` (exit code 1) when the system does not let them go.
 */
export function takeAway(folder: string, labFolder: string, files: readonly string[]): readonly string[] {
  try {
    if (!exists(folder)) return [];
    for (const file of files) {
      const path = `${folder}/${file}`;
      if (
        !isLink(path) && linkOnTheWay(folder, file) === undefined && sameBytes(path, `${labFolder}/workspace/${file}`)
      ) {
        Deno.removeSync(path);
      }
    }
    return withoutEmpty(folder);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      {
        es: `No se puede vaciar la carpeta de trabajo "${folder}": ${error.message}`,
        en: `Cannot empty the workspace "${folder}": ${error.message}`,
      },
      {
        es: "Mira de quién son sus archivos con ls -la, y repite",
        en: "See with ls -la whose files those are, and run this again",
      },
      1,
    );
  }
}

/** Deletes empty folders below and including this one; returns the files that are left. */
function withoutEmpty(folder: string): readonly string[] {
  const left = [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? withoutEmpty(`${folder}/${name}`).map((file) => `${name}/${file}`) : [name]
  );
  if (left.length === 0) Deno.removeSync(folder);
  return left;
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
