/** A pack as bytes, and back: what cannot be read is a value, never a crash. */

import { readBody } from "../json_body.ts";
import type { Pack } from "./pack.ts";
import { packSchema } from "./pack_schema.ts";

/** Bytes of an `.exam` file, 16 MiB: what is larger is not read. */
export const maxPackBytes = 16 * 1024 * 1024;

/** `newer`: made by a later grumete. `broken`: the signature may be right, and yet this is no session; `at` is the first fault's place. */
export type DecodedPack =
  | { readonly kind: "pack"; readonly pack: Pack }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "broken"; readonly at: string };

/** JSON, UTF-8, keys in the order in which they stand: the same pack gives the same bytes. */
export function encodePack(pack: Pack): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(pack));
}

/** Never throws. */
export function decodePack(body: Uint8Array): DecodedPack {
  const read = readBody(body, maxPackBytes, packSchema);
  return read.kind === "read" ? { kind: "pack", pack: read.value } : read;
}
