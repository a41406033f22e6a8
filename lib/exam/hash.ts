/** SHA-256 and HMAC-SHA256 (FIPS 180-4, RFC 2104): the same bytes give the same digest on every machine. */

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();

const bytesOf = (input: string | Uint8Array): Uint8Array => typeof input === "string" ? encoder.encode(input) : input;

/** Hex, 64 digits; a text is hashed as UTF-8. */
export function hashOf(input: string | Uint8Array): string {
  return sha256(bytesOf(input)).toHex();
}

/** 32 bytes; texts as UTF-8. */
export function keyedHash(key: string | Uint8Array, message: string): Uint8Array {
  return hmac(sha256, bytesOf(key), encoder.encode(message));
}
