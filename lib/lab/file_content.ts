/** What of a file's content is kept, and what counts as text. */

/** Bytes that are looked at. */
export const contentLimit = 64 * 1024;

/** `undefined` where it is no text in UTF-8. `size` is that of the whole file: a character may have been cut at the end. */
export function textOfBytes(bytes: Uint8Array, size: number): string | undefined {
  if (bytes.includes(0)) return undefined;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    // What is left of a character at the cut is kept back, not refused.
    return decoder.decode(bytes, { stream: bytes.length < size });
  } catch {
    return undefined;
  }
}
