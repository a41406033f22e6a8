/** What a session draws from the teacher's secret: packed again, it has the same names and the same variants. */

import { keyedHash } from "../hash.ts";

export interface PackSecrets {
  /** 32 bytes: see `opaque.ts`. Stays with the teacher. */
  readonly salt: Uint8Array;
  /** 32 bytes, hex: stands in the pack. */
  readonly seed: string;
  /** 32 bytes, hex, for a student's ticket: nobody else can tell it. */
  readonly seedFor: (student: string) => string;
}

/** Each is HMAC-SHA256(secret, JSON of what it is for and the session's id). A session with another id has nothing in common. */
export function packSecrets(secret: Uint8Array, exam: string): PackSecrets {
  const derived = (...purpose: readonly string[]) => keyedHash(secret, JSON.stringify([...purpose, exam]));
  return {
    salt: derived("salt"),
    seed: derived("seed").toHex(),
    seedFor: (student) => derived("ticket", student).toHex(),
  };
}
