/** Whether two files hold the same. */

/** False where one of them cannot be read. */
export function sameBytes(one: string, other: string): boolean {
  try {
    const [a, b] = [Deno.readFileSync(one), Deno.readFileSync(other)];
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  } catch {
    return false;
  }
}
