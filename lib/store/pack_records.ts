/** What a teacher keeps of each pack, in the folder of the keys: `packs/` and the first 16 digits of the pack's hash. */

import { UserError } from "../content/user_error.ts";
import type { PackRecord } from "../exam/pack/pack.ts";
import { decodePackRecord, encodePackRecord } from "../exam/pack/pack_record_document.ts";
import { maxPackBytes } from "../exam/pack/pack_document.ts";
import { readBytes, readFault } from "./read_text.ts";
import { writeWhole } from "./write_whole.ts";

const folderOf = (keys: string) => `${keys}/packs`;
const pathOf = (keys: string, pack: string) => `${folderOf(keys)}/${pack.slice(0, 16)}.json`;
const filePath = (keys: string, pack: string) => `${folderOf(keys)}/${pack.slice(0, 16)}.exam`;

/** `keys` is the key folder, `pack` the SHA-256 of the `.exam` file. Undefined where there is none. Throws a `UserError` (4). */
export function packRecord(keys: string, pack: string): PackRecord | undefined {
  const path = pathOf(keys, pack);
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw readFault(error, path);
  }
  const read = decodePackRecord(bytes);
  if (read.kind === "read" && read.value.pack === pack) return read.value;
  throw new UserError(
    read.kind === "newer"
      ? {
        es: `No se puede leer "${path}": es de un grumete más nuevo`,
        en: `Cannot read "${path}": it is from a newer grumete`,
      }
      : {
        es: `No se puede leer "${path}": está dañado o no es de grumete`,
        en: `Cannot read "${path}": it is damaged or not grumete's`,
      },
    read.kind === "newer"
      ? { es: "Actualiza grumete", en: "Update grumete" }
      : { es: "Recupera la copia de seguridad de la carpeta de claves", en: "Get the key folder back from a backup" },
    4,
  );
}

/** Of all packs made with these keys, the newest first. Throws a `UserError` (4). */
export function packRecords(keys: string): readonly PackRecord[] {
  let names: readonly string[];
  try {
    names = [...Deno.readDirSync(folderOf(keys))].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw readFault(error, folderOf(keys));
  }
  return names.flatMap((name) => {
    const hash = /^([0-9a-f]{16})\.json$/.exec(name)?.[1];
    if (hash === undefined) return [];
    const read = decodePackRecord(Deno.readFileSync(`${folderOf(keys)}/${name}`));
    return read.kind === "read" && read.value.pack.startsWith(hash) ? [read.value] : [];
  }).sort((one, other) => other.packedAt - one.packedAt);
}

/** The `.exam` file itself, as it was given out. Throws a `UserError` (4) where it cannot be read. */
export function packFile(keys: string, pack: string): Uint8Array {
  return readBytes(filePath(keys, pack), maxPackBytes);
}

/** In the place of what was kept of the same pack; `file` is the `.exam` file. Throws what the system says. */
export function keepPackRecord(keys: string, record: PackRecord, file: Uint8Array): void {
  Deno.mkdirSync(folderOf(keys), { recursive: true, mode: 0o700 });
  writeWhole(filePath(keys, record.pack), [file]);
  writeWhole(pathOf(keys, record.pack), encodePackRecord(record));
}
