/** Output of programs as it is compared: the line end that closes it is not part of what was said. */

/** Written as a loop: a pattern for "line ends at the end" takes quadratic time on a text full of them. */
export function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return text.slice(0, end);
}
