/** A key in a few figures that two people can compare aloud. */

import { hashOf } from "./hash.ts";

/** The first 16 hex digits of its SHA-256, in fours: "a1b2 c3d4 e5f6 0718". `publicKey`: raw Ed25519, 32 bytes. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return hashOf(publicKey).slice(0, 16).replaceAll(/(.{4})(?=.)/g, "$1 ");
}
