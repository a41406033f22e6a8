/** The names of docker's contexts, from the files in which docker keeps them: starting docker would take longer than a key may. */

/** `config` is docker's own folder. Without what cannot be read; `default` is always there. */
export function contextNames(config: string): readonly string[] {
  const folder = `${config}/contexts/meta`;
  return ["default", ...folders(folder).flatMap((name) => nameIn(`${folder}/${name}/meta.json`)).sort()];
}

function folders(path: string): readonly string[] {
  try {
    return [...Deno.readDirSync(path)].map(({ name }) => name);
  } catch {
    return [];
  }
}

function nameIn(path: string): readonly string[] {
  try {
    const meta: unknown = JSON.parse(Deno.readTextFileSync(path));
    const name = typeof meta === "object" && meta !== null && "Name" in meta ? meta.Name : undefined;
    return typeof name === "string" ? [name] : [];
  } catch {
    return [];
  }
}
