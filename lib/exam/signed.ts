/** A signed document: one line that says what it is, one with the signer and the signature, then the body. */

import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { openSessionFile, sessionFile } from "./session_file.ts";

/** Ed25519 (RFC 8032) over these bytes; 64 bytes. The key stays with whoever hands this in. */
export type Sign = (message: Uint8Array) => Uint8Array;
/** `key` is the raw public key, 32 bytes. */
export type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface Signer {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: Sign;
}

export type SignedKind = "exam" | "ticket";

/** `altered`: it was one, and some byte of it is not what was signed. */
export type Opened =
  | { readonly kind: "signed"; readonly signer: Uint8Array; readonly body: Uint8Array }
  | { readonly kind: "foreign" }
  | { readonly kind: "newer"; readonly format: number }
  | { readonly kind: "altered" };

/**
 * `grumete exam 1`, `ed25519 KEY SIGNATURE` (base64url without padding), body, each but the last ended by a line feed. What is
 * signed is the first line, the key and the body, so that neither another kind nor another signer can be put before it.
 */
export function signDocument(kind: SignedKind, body: Uint8Array, { publicKey, sign }: Signer): Uint8Array {
  const signature = sign(signedBytes(kind, publicKey, body));
  return sessionFile(kind, `ed25519 ${toBase64Url(publicKey)} ${toBase64Url(signature)}`, body);
}

/** Every byte counts: what is not spelt exactly as `signDocument` would spell it is altered. */
export function openSigned(kind: SignedKind, bytes: Uint8Array, verify: Verify): Opened {
  const file = openSessionFile(kind, bytes);
  if (file.kind !== "open") return file;
  const { line, body } = file;
  const [, key = "", written = ""] = line.match(/^ed25519 ([\w-]{43}) ([\w-]{86})$/) ?? [];
  const signer = fromBase64Url(key, 32);
  const signature = fromBase64Url(written, 64);
  return signer && signature && verify(signer, signedBytes(kind, signer, body), signature)
    ? { kind: "signed", signer, body }
    : { kind: "altered" };
}

function signedBytes(kind: SignedKind, publicKey: Uint8Array, body: Uint8Array): Uint8Array {
  return sessionFile(kind, toBase64Url(publicKey), body);
}
