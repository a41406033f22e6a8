/** Reads a command line that somebody typed: docker by its grammar, any other program word by word. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { nearest } from "../../content/near.ts";
import { type ParsedCommand, parseDocker } from "./parse.ts";
import { splitCommand } from "./split.ts";

export type ReadCommand =
  | { readonly kind: "docker"; readonly command: ParsedCommand; readonly remarks: readonly Text[] }
  | { readonly kind: "other"; readonly words: readonly string[]; readonly remarks: readonly Text[] }
  | { readonly kind: "problem"; readonly what: Text; readonly remarks: readonly Text[] };

/** A prompt that was copied along is left out; `sudo` is too, with a remark. */
export function readCommand(line: string): ReadCommand {
  const split = splitCommand(line.replace(/^\s*[$#%>]\s+/, ""));
  if (split.kind === "problem") return { ...split, remarks: [] };
  const sudo = split.words[0] === "sudo";
  const words = sudo ? split.words.slice(split.words[1] === "-E" ? 2 : 1) : split.words;
  const program = words[0];
  if (program === undefined) return { kind: "problem", what: empty, remarks: [] };
  if (/(?:^|\/)docker(?:-compose)?(?:\.exe)?$/.test(program)) {
    const parsed = parseDocker(words);
    const remarks = sudo ? [sudoRemark] : [];
    return parsed.kind === "problem" ? { ...parsed, remarks } : { kind: "docker", command: parsed.command, remarks };
  }
  return { kind: "other", words: split.words, remarks: slipOf(program) };
}

function slipOf(program: string): readonly Text[] {
  const guess = nearest(program, ["docker", "docker-compose"]);
  if (guess === undefined) return [];
  const [typed, meant] = [inlineCode(program), inlineCode(guess)];
  return [{ es: `${typed} no existe: ¿querías decir ${meant}?`, en: `There is no ${typed}: did you mean ${meant}?` }];
}

const empty: Text = { es: "No has escrito ninguna orden", en: "You typed no command" };

const sudoRemark: Text = {
  es: "`sudo` no forma parte de la respuesta: quien está en el grupo `docker` no lo necesita",
  en: "`sudo` is no part of the answer: members of the group `docker` do not need it",
};
