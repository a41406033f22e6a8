/** How a `$` that the shell would expand differs from one that is only a character. */

/**
 * Stands for the `$` of a variable, so that a word stays a plain string: `$HOME` is this sign and `{HOME}`, `'$HOME'` is
 * `$HOME`. A private-use character that nobody can type into an answer: `splitCommand` refuses it.
 */
export const variableSign = "\u{F0024}";

/** Whether a shell would have to put something in. */
export function hasVariable(word: string): boolean {
  return word.includes(variableSign);
}

/** A word as it would be typed, quoted where it must be. */
export function shownWord(word: string): string {
  const typed = word.replaceAll(variableSign, "$").replace(/\$\{(\w+)\}(?!\w)/g, "$$$1");
  if (!hasVariable(word) && /[\s'"\\$`|&;<>()#]|^~|^$/u.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  return hasVariable(word) && /[\s'\\`|&;<>()#]/u.test(word) ? `"${typed}"` : typed;
}

export function shownWords(words: readonly string[]): string {
  return words.map(shownWord).join(" ");
}
