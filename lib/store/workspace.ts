/** The learner's folder for a lab: starter files laid out, never overwritten, taken away only while unchanged. */

import { UserError } from "../content/user_error.ts";

/** Where a lab's workspace is. `id` is a checked id, so it cannot leave the folder. */
export function workspaceFolder(stateFolder: string, id: string): string {
  return `${stateFolder}/workspaces/${id}`;
}

/** Copies what is not there yet; what the learner changed stays. Throws a `UserError` when the folder cannot be made. */
export function layOut(folder: string, labFolder: string, files: readonly string[]): void {
  try {
    Deno.mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = `${folder}/${file}`;
      if (exists(target)) continue;
      Deno.mkdirSync(target.slice(0, target.lastIndexOf("/")), { recursive: true });
      Deno.writeFileSync(target, starter(labFolder, file));
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

/** Removes starter files that are still as they came, and folders that end up empty. Returns what stays, relative paths. */
export function takeAway(folder: string, labFolder: string, files: readonly string[]): readonly string[] {
  if (!exists(folder)) return [];
  for (const file of files) {
    if (same(`${folder}/${file}`, `${labFolder}/workspace/${file}`)) Deno.removeSync(`${folder}/${file}`);
  }
  return withoutEmpty(folder);
}

/** Deletes empty folders below and including this one; returns the files that are left. */
function withoutEmpty(folder: string): readonly string[] {
  const left = [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? withoutEmpty(`${folder}/${name}`).map((file) => `${name}/${file}`) : [name]
  );
  if (left.length === 0) Deno.removeSync(folder);
  return left;
}

function same(one: string, other: string): boolean {
  try {
    const [a, b] = [Deno.readFileSync(one), Deno.readFileSync(other)];
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
