/** A quiz is found by its file's name, a lab by its folder's: both are the id. */

import type { Finding } from "../problem.ts";
import { quoted } from "../shown.ts";

/** `path` is the file's: `…/<id>.yaml` for a quiz, `…/<id>/lab.yaml` for a lab. */
export function fileName(kind: "quiz" | "lab", id: string, path: string): readonly Finding[] {
  const parts = path.split(/[\\/]/);
  const named = kind === "quiz" ? parts.at(-1)?.replace(/\.ya?ml$/, "") : parts.at(-2);
  // A lab read from inside its own folder has no folder in its path.
  if (named === undefined || named === "." || named === "" || named === id) return [];
  return [{
    at: ["id"],
    code: "file-name",
    what: kind === "quiz"
      ? {
        es: `No se puede usar el identificador ${quoted(id)}: el archivo se llama ${quoted(named)}`,
        en: `Cannot use id ${quoted(id)}: the file is called ${quoted(named)}`,
      }
      : {
        es: `No se puede usar el identificador ${quoted(id)}: la carpeta se llama ${quoted(named)}`,
        en: `Cannot use id ${quoted(id)}: the folder is called ${quoted(named)}`,
      },
    next: { es: "Que sean iguales.", en: "Make them the same." },
  }];
}
