/** Ed25519 (RFC 8032): keys that sign sessions, tickets and attempts, and whoever checks what they signed. */

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { fromBase64Url, toBase64Url } from "../exam/base64url.ts";
import { equalBytes } from "../exam/equal_bytes.ts";
import type { Signer, Verify } from "../exam/signed.ts";

/** Both raw, 32 bytes each, base64url without padding (RFC 8037). */
export interface SigningKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function newSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  if (x === undefined || d === undefined) throw new Error("an Ed25519 key without its parts");
  return { publicKey: x, privateKey: d };
}

/** Undefined where the two are no key, or do not belong together. */
export function signerOf({ publicKey, privateKey }: SigningKey): Signer | undefined {
  const key = readKey(() => createPrivateKey({ key: { ...curve, x: publicKey, d: privateKey }, format: "jwk" }));
  if (key === undefined || createPublicKey(key).export({ format: "jwk" }).x !== publicKey) return undefined;
  const raw = fromBase64Url(publicKey, 32);
  return raw && {
    publicKey: raw,
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

/** False also for what is no key. The last key is kept: a journal is one key and many lines. */
export const verifySignature: Verify = (raw, message, signature) => {
  if (!last || !equalBytes(last.raw, raw)) {
    const x = toBase64Url(raw);
    last = { raw: raw.slice(), key: readKey(() => createPublicKey({ key: { ...curve, x }, format: "jwk" })) };
  }
  return last.key !== undefined && verify(null, message, last.key, signature);
};

let last: { readonly raw: Uint8Array; readonly key: KeyObject | undefined } | undefined;

const curve = { kty: "OKP", crv: "Ed25519" } as const;

function readKey(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
