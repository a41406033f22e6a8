/** The words of a line as a shell would split it, for shells that hand over the line and not its words. */

/** What is being completed: `words` without quotes, and which of them the cursor is in; that one ends at the cursor. */
export interface Cursor {
  readonly words: readonly string[];
  readonly at: number;
}

/** The cursor stands between the two. Quotes may be open, and nothing is expanded. */
export function cursorIn(before: string, after: string): Cursor {
  const words = wordsOf(before);
  // A cursor in the middle of a word completes what stands before it.
  const rest = wordsOf(after);
  const behind = /^\s/.test(after) || after === "" ? rest : rest.slice(1);
  return { words: [...words, ...behind.filter((word) => word !== "")], at: words.length - 1 };
}

/** The last one is empty behind a blank. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote === "" && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === quote) {
      quote = "";
    } else if (quote === "" && (char === "'" || char === '"')) {
      quote = char;
      word ??= "";
    } else if (char === "\\" && quote !== "'") {
      const next = line.charAt(++at);
      word = (word ?? "") + (quote === '"' && !/["\\$`]/.test(next) ? `\\${next}` : next);
    } else word = (word ?? "") + char;
  }
  return [...words, word ?? ""];
}
