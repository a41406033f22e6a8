/** Colours of the code in quizzes and labs, by the language that its fence names. */

import type { Line } from "../frame.ts";
import { span } from "../width.ts";
import { dockerfile } from "./dockerfile.ts";
import { session, shell } from "./shell.ts";
import { yaml } from "./yaml.ts";

type Highlighter = (lines: readonly string[]) => readonly Line[];

const plain: Highlighter = (lines) => lines.map((text) => [span(text, "code")]);

const diff: Highlighter = (lines) =>
  lines.map((text) => [span(text, text.startsWith("+") ? "good" : text.startsWith("-") ? "bad" : "code")]);

const commands: Highlighter = (lines) => (lines.some((line) => line.startsWith("$ ")) ? session : shell)(lines);

const byLanguage: ReadonlyMap<string, Highlighter> = new Map([
  ...["sh", "bash", "zsh", "shell", "console", "terminal"].map((name): [string, Highlighter] => [name, commands]),
  ["shell-session", session],
  ["dockerfile", dockerfile],
  ["docker", dockerfile],
  ...["yaml", "yml", "compose", "json"].map((name): [string, Highlighter] => [name, yaml]),
  ["diff", diff],
]);

/** Of a file, by its name; empty where that says nothing. */
export function languageOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  if (/^(?:docker|container)file\b/.test(name) || name.endsWith(".dockerfile")) return "dockerfile";
  return /\.(ya?ml|sh|json)$/.exec(name)?.[1] ?? "";
}

/** One line for each, of the same characters. Languages that are not known stay plain; without any a prompt tells. */
export function highlighted(language: string, lines: readonly string[]): readonly Line[] {
  const known = byLanguage.get(language.toLowerCase());
  if (known) return known(lines);
  return language === "" && lines.some((line) => line.startsWith("$ ")) ? session(lines) : plain(lines);
}
