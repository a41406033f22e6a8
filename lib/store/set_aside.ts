/** Sets aside what the learner made of a file of the workspace, without losing any version of it. */

/** `FILE.bak`, or `FILE.bak2`… where there is one. Returns its name, or nothing where there was no file or it is as it came. */
export function setAside(folder: string, file: string, starter: string | undefined): string | undefined {
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

function sameBytes(one: string, other: string): boolean {
  try {
    const [a, b] = [Deno.readFileSync(one), Deno.readFileSync(other)];
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  } catch {
    return false;
  }
}
