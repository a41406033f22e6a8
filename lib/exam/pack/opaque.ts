/** Names that say nothing: authors call the right choice `a`, or `correct`, and list the steps of an order in their order. */

import { keyedHash } from "../hash.ts";

/**
 * Original id → name in the pack, and back by trying. `salt` is the teacher's secret of this pack (32 random bytes): without it
 * nobody can tell which id a name stands for, not even by trying all of them.
 */
export type Naming = (...path: readonly string[]) => string;

/** `quiz/question`, or `quiz/question` and `choice`: 16 hex digits of HMAC-SHA256(salt, JSON of the path), after a letter. */
export function namingWith(salt: Uint8Array): Naming {
  return (...path) => `n${keyedHash(salt, JSON.stringify(path)).toHex().slice(0, 16)}`;
}
