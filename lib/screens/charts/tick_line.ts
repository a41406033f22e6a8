/** Texts under an axis, as far as they have room. */

/** Texts at their cells, from left to right; one that would touch the one before it, or go over the end, is left out. */
export function tickLine(texts: readonly { readonly at: number; readonly text: string }[], width: number): string {
  let line = "";
  for (const { at, text } of texts) {
    const touches = line !== "" && at <= line.length;
    if (!touches && at + text.length <= width) line = line.padEnd(at) + text;
  }
  return line;
}
