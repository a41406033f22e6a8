/** What content was decoded to, kept in the state folder: reading it back is many times quicker than checking it again. */

import type { Decoded } from "../content/decode.ts";
import { later } from "../content/later.ts";
import { programStamp } from "./program_stamp.ts";

/** The stored form, one JSON file per name: `{ "key": all that `value` depends on, "value": … }`. */
interface Kept {
  readonly key: string;
  readonly value: unknown;
}

/** What is decoded: `name` is a file name without its end; `source` is the text and where it comes from. */
export interface Decoding<Value> {
  readonly name: string;
  readonly source: readonly string[];
  readonly decode: () => Promise<Decoded<Value>>;
}

/**
 * Decodes, unless this very program has decoded the same text before. Only what has no error is kept, so problems come from a
 * fresh look; warnings are not kept. A cache that cannot be read or written is as good as none.
 */
export async function decodedOnce<Value>(folder: string | undefined, what: Decoding<Value>): Promise<Decoded<Value>> {
  if (folder === undefined || !/^[a-z0-9-]{1,80}$/.test(what.name)) return await what.decode();
  const path = `${folder}/cache/${what.name}.json`;
  const key = keyOf(what.source);
  const kept = read(path);
  // The key covers the program and the text, and the folder is the learner's own: the value is what was written.
  if (key !== undefined && kept?.key === key) return { value: kept.value as Value, problems: [] };
  const decoded = await what.decode();
  const sound = decoded.value !== undefined && decoded.problems.every(({ severity }) => severity !== "error");
  if (sound && key !== undefined) await keep(path, { key, value: decoded.value });
  return decoded;
}

function read(path: string): Kept | undefined {
  try {
    return JSON.parse(Deno.readTextFileSync(path)) as Kept;
  } catch {
    return undefined;
  }
}

async function keep(path: string, kept: Kept): Promise<void> {
  try {
    const { writeWhole } = await later<typeof import("./write_whole.ts")>(import.meta.url, "./write_whole.ts");
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true, mode: 0o700 });
    writeWhole(path, JSON.stringify(kept));
  } catch {
    // A full disk or a folder that is read only: next time it is decoded again.
  }
}

/** Whole: a few kilobytes are compared sooner than hashed. */
function keyOf(source: readonly string[]): string | undefined {
  const program = programStamp("content");
  return program === undefined ? undefined : JSON.stringify([program, ...source]);
}
