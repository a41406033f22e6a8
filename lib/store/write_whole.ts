/** Writes a file at once: whoever reads it sees the old text or the new one, never a part. */

/** Only its owner may read it; pieces are written as they come. Throws what the system says; nothing half written stays behind. */
export function writeWhole(path: string, text: string | Iterable<string | Uint8Array>): void {
  const part = `${path}.${crypto.randomUUID()}.part`;
  try {
    if (typeof text === "string") Deno.writeTextFileSync(part, text, { mode: 0o600 });
    else writePieces(part, text);
    Deno.renameSync(part, path);
  } catch (error) {
    try {
      Deno.removeSync(part);
    } catch {
      // It was never there.
    }
    throw error;
  }
}

/** On disk when it returns: what takes pieces may be all that somebody keeps. */
function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  using file = Deno.openSync(path, { createNew: true, write: true, mode: 0o600 });
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    let bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
  }
  file.syncSync();
}
