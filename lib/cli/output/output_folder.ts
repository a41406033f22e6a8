/** Writes files into a folder that the user named, making it where there is none. */

import { UserError } from "../../content/user_error.ts";
import { writeSecret } from "./output_file.ts";

/**
 * Whole, and for their owner only; `name` may go through folders. What is there already stays: a file that takes the place of
 * another costs the disk much more than one that is read. Throws a `UserError` (2).
 */
export function writeInto(folder: string, name: string, text: string): void {
  const path = `${folder}/${name}`;
  if (holds(path, text)) return;
  makeFolder(path.slice(0, path.lastIndexOf("/")));
  writeSecret(path, text, "--out");
}

function holds(path: string, text: string): boolean {
  try {
    return Deno.readTextFileSync(path) === text;
  } catch {
    return false;
  }
}

/** Where there is none yet. Throws a `UserError` (2). */
export function makeFolder(path: string): void {
  try {
    Deno.mkdirSync(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      {
        es: `No se puede crear la carpeta "${path}": ${error.message}`,
        en: `Cannot make the folder "${path}": ${error.message}`,
      },
      { es: "Elige otra carpeta con --out", en: "Choose another folder with --out" },
    );
  }
}
