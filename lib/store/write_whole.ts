/** Writes a file at once: whoever reads it sees the old text or the new one, never a part. */

/** Only its owner may read it. Throws what the system says; nothing half written stays behind. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.${crypto.randomUUID()}.part`;
  try {
    Deno.writeTextFileSync(part, text, { mode: 0o600 });
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
