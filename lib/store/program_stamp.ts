/** Tells whether what was computed before was computed by this very program. */

const stamps = new Map<string, string>();

/** Changes with every change to the code in a folder of `lib/`; undefined where its files cannot be seen. */
export function programStamp(folder: "content" | "study" | "store"): string | undefined {
  try {
    const known = stamps.get(folder);
    if (known !== undefined) return known;
    const files = filesBelow(decodeURIComponent(new URL(`../${folder}/`, import.meta.url).pathname));
    const stamp = files.toSorted().join("\n");
    stamps.set(folder, stamp);
    return stamp;
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}${name}`;
    if (isDirectory) return filesBelow(`${path}/`);
    const { size, mtime } = Deno.statSync(path);
    return [`${path} ${size} ${mtime?.getTime()}`];
  });
}
