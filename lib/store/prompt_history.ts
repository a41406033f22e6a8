/**
 * The commands typed at the docker prompt, over all labs and sessions: `prompt_history` in the state folder, one line each,
 * the newest last. A convenience, so nothing is said where it cannot be kept.
 */

import { writeWhole } from "./write_whole.ts";

/** Lines that are given back. */
export const historyLimit = 500;
/** Lines after which the file is written anew with the last ones. */
const fileLimit = 2 * historyLimit;

/** Oldest first, no line twice in a row. Empty where there is none, or none that can be read. */
export function readHistory(stateFolder: string): readonly string[] {
  return withoutRepeats(linesOf(pathIn(stateFolder))).slice(-historyLimit);
}

/** `line` is one line without control characters, as the line editor gives it. */
export function rememberLine(stateFolder: string, line: string): void {
  const path = pathIn(stateFolder);
  try {
    Deno.mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    // In one write, so that two grumetes do not mix their lines.
    Deno.writeTextFileSync(path, `${line}\n`, { append: true, mode: 0o600 });
    const lines = linesOf(path);
    if (lines.length <= fileLimit) return;
    writeWhole(path, withoutRepeats(lines).slice(-historyLimit).map((kept) => `${kept}\n`).join(""));
  } catch {
    // A full disk is told by what matters more.
  }
}

function pathIn(stateFolder: string): string {
  return `${stateFolder}/prompt_history`;
}

function linesOf(path: string): readonly string[] {
  try {
    return Deno.readTextFileSync(path).split("\n").filter((line) => line !== "");
  } catch {
    return [];
  }
}

function withoutRepeats(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => line !== lines[index - 1]);
}
