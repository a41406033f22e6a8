/** Reads a text file a user named, or says in words why it cannot be read. */

import { same, type Text } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";

/** Bytes; a quiz of 10,000 questions is 5 MB. */
const largest = 20 * 1024 * 1024;

/** UTF-8 only. Throws a `UserError` with exit code 4: a missing file, a folder, no permission, too large, not UTF-8. */
export function readText(path: string, most = largest): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readBytes(path, most));
  } catch (error) {
    throw readFault(error, path);
  }
}

/** At most `most` bytes. Throws as `readText` does. */
export function readBytes(path: string, most: number): Uint8Array {
  try {
    const { size, isDirectory } = Deno.statSync(path);
    if (isDirectory) throw new Deno.errors.IsADirectory();
    if (size > most) {
      const megabytes = Math.round(size / 1024 / 1024);
      throw unreadable(path, {
        es: `ocupa ${megabytes} MB y el máximo son ${most / 1024 / 1024} MB`,
        en: `it has ${megabytes} MB, the most is ${most / 1024 / 1024} MB`,
      });
    }
    return Deno.readFileSync(path);
  } catch (error) {
    throw readFault(error, path);
  }
}

/** All of standard input, as UTF-8, with the same limit. */
export async function readStandardInput(): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of Deno.stdin.readable) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > largest) throw unreadable("-", { es: "es demasiado largo", en: "it is too long" });
    }
    return text + decoder.decode();
  } catch (error) {
    throw readFault(error, "-");
  }
}

/** Why a file cannot be read, with exit code 4; a `UserError` stays as it is. Throws what is none of the system's faults. */
export function readFault(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  if (error instanceof Deno.errors.IsADirectory) {
    return unreadable(path, { es: "es una carpeta", en: "it is a folder" });
  }
  if (error instanceof Deno.errors.NotFound) {
    return unreadable(path, { es: "no existe", en: "it does not exist" }, {
      es: "Revisa la ruta",
      en: "Check the path",
    });
  }
  if (error instanceof Deno.errors.NotADirectory) {
    return unreadable(path, { es: "una parte de la ruta no es una carpeta", en: "a part of the path is not a folder" });
  }
  if (error instanceof Deno.errors.NotCapable) {
    return unreadable(path, {
      es: "Deno no tiene permiso de lectura (--allow-read)",
      en: "Deno has no permission to read (--allow-read)",
    });
  }
  if (error instanceof Deno.errors.PermissionDenied) {
    return unreadable(path, { es: "no hay permiso de lectura", en: "reading is not permitted" });
  }
  if (error instanceof TypeError) {
    return unreadable(path, { es: "no es texto UTF-8", en: "it is not UTF-8 text" }, {
      es: "Guárdalo como UTF-8 en tu editor",
      en: "Save it as UTF-8 in your editor",
    });
  }
  if (error instanceof Error && "code" in error) return unreadable(path, same(error.message));
  throw error;
}

function unreadable(path: string, state: Text, next?: Text): UserError {
  return new UserError(
    { es: `No se puede leer "${path}": ${state.es}`, en: `Cannot read "${path}": ${state.en}` },
    next,
    4,
  );
}
