/** Texts of docker and of programs, made safe and short enough to stand inside a sentence. */

/** Control characters, the marks that turn the direction of writing, and halves of characters. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** One line of at most `limit` characters; line ends are shown. `tail` keeps the end instead of the beginning. */
export function printable(text: string, limit = 200, tail = false): string {
  const near = text.length > limit * 2 ? (tail ? text.slice(-limit * 2) : text.slice(0, limit * 2)) : text;
  const safe = [...near.replaceAll("\r\n", "\n").replaceAll("\t", " ").replace(unsafe, "�").replaceAll("\n", " ⏎ ")];
  if (safe.length <= limit && near.length === text.length) return safe.join("");
  return tail ? `…${safe.slice(-limit + 1).join("")}` : `${safe.slice(0, limit - 1).join("")}…`;
}

/** Backquoted, as the names and commands of `because` and `next` are. */
export function code(text: string): string {
  return `\`${printable(text, 300).replaceAll("`", "'")}\``;
}
