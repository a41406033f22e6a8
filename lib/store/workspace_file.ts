/** What a check may know of a file in the learner's workspace; nothing is read behind a link that leads out of it. */

import { contentLimit, textOfBytes } from "../lab/file_content.ts";
import type { FileFacts, Sighting } from "../lab/snapshot.ts";

/** `path` is a checked inner path. Never throws: what may not be read is unknown. */
export function readWorkspaceFile(folder: string, path: string): Sighting<FileFacts> {
  try {
    const place = `${folder}/${path}`;
    const own = Deno.lstatSync(place);
    // Resolved whatever it is: a folder on the way may be a link too.
    const real = realPath(place);
    const inside = real !== undefined && isInside(real, Deno.realPathSync(folder));
    const link = own.isSymlink ? { link: Deno.readLinkSync(place) } : {};
    if (!inside) {
      return {
        kind: "found",
        facts: { type: own.isSymlink ? "link" : "other", ...link, ...real && { outside: true } },
      };
    }
    const facts = factsOf(real);
    return { kind: "found", facts: own.isSymlink ? { ...facts, ...link, type: "link" } : facts };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return { kind: "missing" };
    return {
      kind: "unknown",
      fault: { kind: "unknown", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** Names in the folder in which a file was missing, from the workspace on; empty where that folder is missing too. */
export function namesBeside(folder: string, path: string): readonly string[] {
  const parent = path.slice(0, path.lastIndexOf("/") + 1);
  try {
    const place = Deno.realPathSync(`${folder}/${parent}`);
    if (!isInside(place, Deno.realPathSync(folder))) return [];
    return [...Deno.readDirSync(place)].slice(0, mostNames).map(({ name }) => `${parent}${name}`);
  } catch {
    return [];
  }
}

const mostNames = 500;

function factsOf(place: string): FileFacts {
  const info = Deno.statSync(place);
  const about = {
    ...(info.mode === null ? {} : { mode: (info.mode & 0o7777).toString(8).padStart(3, "0") }),
    ...(info.uid === null || info.gid === null ? {} : { owner: `${info.uid}:${info.gid}` }),
  };
  if (info.isDirectory) return { type: "directory", ...about };
  // A pipe would never end.
  if (!info.isFile) return { type: "other", ...about };
  const content = textOfBytes(head(place, info.size), info.size);
  return {
    type: "file",
    size: info.size,
    ...about,
    ...(content === undefined ? { binary: true } : { content }),
  };
}

function head(place: string, size: number): Uint8Array {
  using file = Deno.openSync(place);
  const bytes = new Uint8Array(Math.min(size, contentLimit));
  let filled = 0;
  while (filled < bytes.length) {
    const count = file.readSync(bytes.subarray(filled));
    if (count === null) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** `undefined` for a link that leads nowhere. */
function realPath(place: string): string | undefined {
  try {
    return Deno.realPathSync(place);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function isInside(place: string, folder: string): boolean {
  return place === folder || (place.startsWith(folder) && /^[\\/]/.test(place.slice(folder.length)));
}
