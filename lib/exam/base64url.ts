/** Keys and signatures as text: base64url without padding (RFC 4648), each spelt in one way only. */

export function toBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Only as `toBase64Url` would spell so many bytes. */
export function fromBase64Url(text: string, length: number): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
    return bytes.length === length && toBase64Url(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
