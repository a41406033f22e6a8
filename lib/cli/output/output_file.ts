/** Writes a file that the user named, or says in words why it cannot be written. */

import { same, type Text } from "../../content/text.ts";
import { UserError } from "../../content/user_error.ts";
import { writeWhole } from "../../store/write_whole.ts";

/** Throws a `UserError` (2). */
export function writeOutput(path: string, content: string | Uint8Array, flag: string): void {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  explained(path, flag, () => Deno.writeFileSync(path, bytes));
}

/** For its owner only, and whole or not at all; a device such as `/dev/stdout` is written to. Throws a `UserError` (2). */
export function writeSecret(path: string, text: string | Iterable<string | Uint8Array>, flag: string): void {
  explained(path, flag, () => {
    const target = realPath(path);
    if (!isDevice(target)) return writeWhole(target, text);
    if (typeof text === "string") return Deno.writeTextFileSync(target, text);
    for (const piece of text) {
      const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
      Deno.writeFileSync(target, bytes, { append: true });
    }
  });
}

function explained(path: string, flag: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    // What is to be written may itself be out of reach.
    if (!(error instanceof Error) || error instanceof UserError) throw error;
    const why = unwritable(error);
    throw new UserError(
      { es: `No se puede escribir "${path}": ${why.es}`, en: `Cannot write "${path}": ${why.en}` },
      { es: `Elige otro archivo con ${flag}`, en: `Choose another file with ${flag}` },
    );
  }
}

/** A link is written through, not replaced. */
function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return path;
    throw error;
  }
}

function isDevice(path: string): boolean {
  try {
    const { isFile, isDirectory } = Deno.statSync(path);
    if (isDirectory) throw new Deno.errors.IsADirectory();
    return !isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function unwritable(error: Error): Text {
  if (error instanceof Deno.errors.NotFound) {
    return { es: "no existe esa carpeta", en: "there is no such folder" };
  }
  if (error instanceof Deno.errors.IsADirectory) return { es: "es una carpeta", en: "it is a folder" };
  if (error instanceof Deno.errors.NotADirectory) {
    return { es: "una parte de la ruta no es una carpeta", en: "a part of the path is not a folder" };
  }
  if (error instanceof Deno.errors.PermissionDenied) {
    return { es: "no hay permiso de escritura", en: "writing is not permitted" };
  }
  if (error instanceof Deno.errors.NotCapable) {
    return {
      es: "Deno no tiene permiso para escribir ahí (--allow-write)",
      en: "Deno has no permission to write there (--allow-write)",
    };
  }
  return same(error.message);
}
