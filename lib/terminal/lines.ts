/** Bytes that arrive in any pieces → lines, each clean and of bearable length. */

import { cleanLine } from "../screens/clean.ts";

/** More of one line is thrown away. UTF-16 units. */
export const lineLimit = 64 * 1024;

/** Asks for bytes only when no whole line is left. */
export interface LineReader {
  /** The next line without its end; undefined at the end. Asking again before it came is the same question. */
  next(): Promise<string | undefined>;
}

/** `read` gives some bytes, or undefined at the end. What is no UTF-8 becomes U+FFFD; CR LF and LF end a line. */
export function lineReader(read: () => Promise<Uint8Array | undefined>): LineReader {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  let rest = "";
  let ended = false;
  let asked: Promise<string | undefined> | undefined;

  const take = (text: string) => {
    const parts = text.split("\n");
    for (const [index, part] of parts.entries()) {
      rest += part.slice(0, Math.max(0, lineLimit - rest.length));
      if (index === parts.length - 1) break;
      lines.push(rest);
      rest = "";
    }
  };

  async function pull(): Promise<string | undefined> {
    while (lines.length === 0 && !ended) {
      const bytes = await read();
      take(bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
      if (bytes !== undefined) continue;
      ended = true;
      if (rest !== "") lines.push(rest);
    }
    const line = lines.shift();
    return line === undefined ? undefined : cleanLine(line.replace(/\r$/, ""));
  }

  return {
    next() {
      asked ??= pull().finally(() => asked = undefined);
      return asked;
    },
  };
}
