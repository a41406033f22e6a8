/** The word that is being typed at the end of a text, quotes and all, and the words before it. */

import { splitCommand } from "../split.ts";

export interface LastWord {
  readonly before: readonly string[];
  /** Where it begins, in UTF-16 units. */
  readonly from: number;
  /** Without quotes and backslashes. */
  readonly value: string;
}

/** Undefined where the words before it are no command of one piece. */
export function lastWord(text: string): LastWord | undefined {
  let from = 0;
  let value = "";
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
      else if (char === "\\" && quote === '"' && /["\\$`]/.test(text.charAt(at + 1))) value += text.charAt(++at);
      else value += char;
    } else if (char === "'" || char === '"') quote = char;
    else if (char === "\\") value += text.charAt(++at);
    else if (/\s/.test(char)) {
      from = at + 1;
      value = "";
    } else value += char;
  }
  const before = splitCommand(text.slice(0, from));
  return before.kind === "words" ? { before: before.words, from, value } : undefined;
}
