/** Writes files into a folder that the user named, making it where there is none. */

import { same } from "../content/text.ts";
import { UserError } from "../content/user_error.ts";
import { writeSecret } from "./output_file.ts";

/** Whole, and for their owner only; `name` may go through folders. Throws a `UserError` (2). */
export function writeInto(folder: string, name: string, text: string): void {
  const path = `${folder}/${name}`;
  try {
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = same(error.message);
    throw new UserError(
      {
        es: `No se puede crear la carpeta de "${path}": ${why.es}`,
        en: `Cannot make the folder of "${path}": ${why.en}`,
      },
      { es: "Elige otra carpeta con --out", en: "Choose another folder with --out" },
    );
  }
  writeSecret(path, text, "--out");
}
