/** Splits a docker command line of a lab into words; there is no shell, so `$`, `|` and `>` are plain characters. */

/** Quotes and backslashes work as in a POSIX shell; undefined when a quote is left open. */
export function commandWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
      else if (char === "\\" && quote === '"' && '"\\$`'.includes(line.charAt(at + 1)) && at + 1 < line.length) {
        word = (word ?? "") + line.charAt(++at);
      } else word = (word ?? "") + char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (char === "\\" && at + 1 < line.length) {
      const next = line.charAt(++at);
      if (next !== "\n") word = (word ?? "") + next;
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  if (quote !== "") return undefined;
  if (word !== undefined) words.push(word);
  return words;
}
