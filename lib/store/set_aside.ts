/** Sets aside what the learner made of a file of the workspace, without losing any version of it. */

import { UserError } from "../content/user_error.ts";
import { sameBytes } from "./same_bytes.ts";

/**
 * `FILE.bak`, or `FILE.bak2`… where there is one. Returns its name, or nothing where there was no file or it is as it came.
 * Throws a `UserError` (exit code 1) when the system does not let it go: a container may have made its folder as another user.
 */
export function setAside(folder: string, file: string, starter: string | undefined): string | undefined {
  try {
    return renamed(folder, file, starter);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(
      {
        es: `No se puede apartar "${folder}/${file}": ${error.message}`,
        en: `Cannot set aside "${folder}/${file}": ${error.message}`,
      },
      {
        es: "Mira de quién es con ls -la, y repite",
        en: "See with ls -la whose it is, and run this again",
      },
      1,
    );
  }
}

function renamed(folder: string, file: string, starter: string | undefined): string | undefined {
  const parts = file.split("/");
  const ways = parts.map((_, index) => `${folder}/${parts.slice(0, index + 1).join("/")}`);
  // A link may lead anywhere; and only plain files are anybody's work.
  if (ways.some((way) => stat(way)?.isSymlink === true) || stat(`${folder}/${file}`)?.isFile !== true) return undefined;
  if (starter !== undefined && sameBytes(`${folder}/${file}`, starter)) return undefined;
  for (let number = 1;; number++) {
    const aside = `${file}.bak${number === 1 ? "" : number}`;
    if (stat(`${folder}/${aside}`)) continue;
    Deno.renameSync(`${folder}/${file}`, `${folder}/${aside}`);
    return aside;
  }
}

function stat(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.lstatSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return undefined;
    throw error;
  }
}
