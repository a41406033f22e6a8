/** A line typed at grumete's docker prompt → the program to start and its arguments. There is no shell behind it. */

import { nearest } from "../../content/near.ts";
import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { isGroup, verbNames } from "./grammar.ts";
import { needsTerminal } from "./needs_terminal.ts";
import { parseDocker } from "./parse.ts";
import { splitCommand } from "./split.ts";
import { hasVariable, shownWord, variableSign } from "./word.ts";

export type PromptProgram = "docker" | "docker-compose";

/** What is to be started. Words may hold `$PWD` and `$HOME` as `splitCommand` writes them: see `withFolders`. */
export interface PromptCommand {
  readonly program: PromptProgram;
  readonly args: readonly string[];
  /** How many of the arguments, from the first one, docker reads itself: what follows is run in a container. */
  readonly own: number;
  readonly terminal: boolean;
}

export type PromptLine =
  | { readonly kind: "command"; readonly command: PromptCommand }
  /** Nothing, or `docker` alone. */
  | { readonly kind: "empty" }
  | { readonly kind: "exit" | "clear" }
  | { readonly kind: "problem"; readonly what: Text };

/** `ps` is taken for `docker ps`; a prompt sign and `sudo` that were copied along are left out. */
export function readPromptLine(line: string): PromptLine {
  const split = splitCommand(line.replace(/^(?:\s*docker)?\s*[$#%>]\s+/, ""));
  if (split.kind === "problem") {
    return { kind: "problem", what: split.shell ? withElsewhere(split.what) : split.what };
  }
  const words = withoutRepeats(split.words);
  const [first, ...rest] = words;
  if (first === undefined || (first === "docker" && rest.length === 0)) return { kind: "empty" };
  if ((first === "exit" || first === "clear") && rest.length === 0) return { kind: first };
  const program = first === "docker" || first === "docker-compose" ? first : undefined;
  if (program === undefined && !isDockerWord(first)) return { kind: "problem", what: notRun(first) };
  const args = program === undefined ? words : rest;
  const variable = args.find((word) => hasVariable(word.replaceAll(known, "")));
  if (variable !== undefined) return { kind: "problem", what: noVariables(variable) };
  if (hasBareStar(line)) return { kind: "problem", what: noPatterns };
  const argv = [program ?? "docker", ...args];
  return {
    kind: "command",
    command: { program: program ?? "docker", args, own: ownWords(argv) - 1, terminal: needsTerminal(argv) },
  };
}

/** The line as it is worth remembering: `docker` is said once, and not left out; `sudo` is. */
export function rememberedLine(line: string): string {
  const copied = /^(?:(?:sudo|[$#%>])\s+|docker\s+(?=(?:docker|docker-compose|sudo|[$#%>])\s))+/;
  const text = line.trim().replace(copied, "");
  return /^docker(?:-compose)?\s/.test(text) ? text : `docker ${text}`;
}

const known = new RegExp(`${variableSign}\\{(?:PWD|HOME)\\}`, "gu");

/** Puts folders, absolute, where a shell would put them. */
export function withFolders(word: string, { here, home }: { readonly here: string; readonly home: string }): string {
  return word.replaceAll(`${variableSign}{PWD}`, () => here).replaceAll(`${variableSign}{HOME}`, () => home);
}

/** The line begins with `docker ` by itself: whoever types it again, or pastes a whole command, means it once. */
function withoutRepeats(words: readonly string[]): readonly string[] {
  const [first, second] = words;
  if (first === "sudo") return withoutRepeats(words.slice(1));
  const again = first === "docker" && (second === "docker" || second === "docker-compose" || second === "sudo");
  return again ? withoutRepeats(words.slice(1)) : words;
}

function isDockerWord(word: string): boolean {
  return word.startsWith("-") || word === "help" || isGroup(word) || verbNames().includes(word);
}

function ownWords(argv: readonly string[]): number {
  const parsed = parseDocker(argv);
  return parsed.kind === "command" ? argv.length - parsed.command.command.length : argv.length;
}

function hasBareStar(line: string): boolean {
  return line.replace(/\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs, "").includes("*");
}

function withElsewhere(what: Text): Text {
  return {
    es: `${what.es}. Aquí no hay shell: para eso usa otra terminal`,
    en: `${what.en}. There is no shell here: use another terminal for that`,
  };
}

/** UTF-16 units: what was pasted by mistake must not push the sentence around it out of sight. */
const longestWord = 40;

function notRun(word: string): Text {
  const shown = inlineCode(word.length > longestWord ? `${shownWord(word).slice(0, longestWord)}…` : shownWord(word));
  const near = nearest(word, ["docker", "docker-compose", ...verbNames()]);
  const guess = near === undefined ? undefined : inlineCode(near);
  return {
    es: `Aquí solo corren docker y docker-compose, no ${shown}${guess ? `: ¿querías decir ${guess}?` : ""}`,
    en: `Only docker and docker-compose run here, not ${shown}${guess ? `: did you mean ${guess}?` : ""}`,
  };
}

function noVariables(word: string): Text {
  const shown = inlineCode(shownWord(word));
  return {
    es: `Aquí no hay shell que ponga el valor de ${shown}: escríbelo, o usa comillas simples`,
    en: `There is no shell here to put in the value of ${shown}: write it, or use single quotes`,
  };
}

const noPatterns: Text = {
  es: "Aquí no hay shell que busque archivos con `*`: escribe los nombres, o ponlo entre comillas",
  en: "There is no shell here to look for files with `*`: write the names, or put it in quotes",
};
