/** A signed document: one line that says what it is, one with the signer and the signature, then the body. */

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

const format = 1;
const encoder = new TextEncoder();
/** A byte order mark before it is a byte that nobody signed. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const base64url = { alphabet: "base64url", omitPadding: true } as const;

/**
 * `grumete exam 1`, `ed25519 KEY SIGNATURE` (base64url without padding), body, each but the last ended by a line feed. What is
 * signed is the first line, the key and the body, so that neither another kind nor another signer can be put before it.
 */
export function signDocument(kind: SignedKind, body: Uint8Array, { publicKey, sign }: Signer): Uint8Array {
  const signature = sign(signedBytes(kind, publicKey, body));
  return joined(encoder.encode(`grumete ${kind} ${format}\n${signerLine(publicKey, signature)}\n`), body);
}

/** Every byte counts: what is not spelt exactly as `signDocument` would spell it is altered. */
export function openSigned(kind: SignedKind, bytes: Uint8Array, verify: Verify): Opened {
  const first = bytes.indexOf(10);
  const second = first < 0 ? -1 : bytes.indexOf(10, first + 1);
  const head = decoder.decode(bytes.subarray(0, Math.max(0, Math.min(first, 64))));
  const said = head.match(/^grumete (exam|ticket|submission) ([1-9]\d{0,3})$/);
  if (!said || said[1] !== kind) return { kind: "foreign" };
  if (Number(said[2]) > format) return { kind: "newer", format: Number(said[2]) };
  const line = decoder.decode(bytes.subarray(first + 1, Math.max(first + 1, second)));
  const written = line.match(/^ed25519 ([\w-]{43}) ([\w-]{86})$/);
  if (!written?.[1] || !written[2]) return { kind: "altered" };
  const signer = fromBase64(written[1]);
  const signature = fromBase64(written[2]);
  if (!signer || !signature || signerLine(signer, signature) !== line) return { kind: "altered" };
  const body = bytes.subarray(second + 1);
  return verify(signer, signedBytes(kind, signer, body), signature)
    ? { kind: "signed", signer, body }
    : { kind: "altered" };
}

function signerLine(publicKey: Uint8Array, signature: Uint8Array): string {
  return `ed25519 ${publicKey.toBase64(base64url)} ${signature.toBase64(base64url)}`;
}

function signedBytes(kind: SignedKind, publicKey: Uint8Array, body: Uint8Array): Uint8Array {
  return joined(encoder.encode(`grumete ${kind} ${format}\n${publicKey.toBase64(base64url)}\n`), body);
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text, { alphabet: "base64url" });
  } catch {
    return undefined;
  }
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}
