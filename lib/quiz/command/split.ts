/** Splits a command line into words as a POSIX shell does, expands nothing, and says what it will not take. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { variableSign } from "./word.ts";

export type SplitCommand =
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** `shell`: it needs a shell that runs several commands, or puts the output of one into another. */
  | { readonly kind: "problem"; readonly what: Text; readonly shell?: boolean };

/** One simple command: pipes, lists, redirections and substitutions are problems. Never throws. */
export function splitCommand(line: string): SplitCommand {
  const source = line.replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ").trim();
  if (/[\p{Cc}\p{Co}\p{Cs}\u200b\u2060\ufeff]/u.test(source.replace(/[\n\t]/g, ""))) return problem(strangeCharacter);
  if (source.length > mostCharacters) return problem(tooLong);
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const char = rest.charAt(0);
    if (char === " " || char === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else if (char === "#" && word === undefined) {
      at += rest.search(/\n|$/);
    } else if (char === "'") {
      const end = rest.indexOf("'", 1);
      if (end < 0) return problem(unclosed("'"));
      word = (word ?? "") + rest.slice(1, end);
      at += end + 1;
    } else if (char === '"') {
      const quoted = doubleQuoted(rest);
      if ("what" in quoted) return quoted;
      word = (word ?? "") + quoted.text;
      at += quoted.length;
    } else if (char === "\\") {
      // A backslash at the end of a line joins it with the next one.
      if (rest.length === 1) return problem(danglingBackslash);
      if (rest.charAt(1) !== "\n") word = (word ?? "") + firstCharacter(rest.slice(1));
      at += 1 + firstCharacter(rest.slice(1)).length;
    } else if (char === "$" || char === "`") {
      const variable = substitution(rest);
      if ("what" in variable) return variable;
      word = (word ?? "") + variable.text;
      at += variable.length;
    } else if (word === undefined && /^~(?=[/:\s]|$)/.test(rest)) {
      word = `${variableSign}{HOME}`;
      at++;
    } else {
      const refusal = refusalOf(rest, word);
      if (refusal) return refusal;
      const plain = firstCharacter(rest);
      word = (word ?? "") + plain;
      at += plain.length;
    }
  }
  if (word !== undefined) words.push(word);
  return { kind: "words", words };
}

/** Far beyond any command that a person types. */
const mostCharacters = 8000;

interface Piece {
  readonly text: string;
  /** Of the source, in UTF-16 units. */
  readonly length: number;
}

type Problem = Extract<SplitCommand, { kind: "problem" }>;

/** `rest` starts with the opening quote. Within, a backslash means something before four characters only. */
function doubleQuoted(rest: string): Piece | Problem {
  let text = "";
  let at = 1;
  while (at < rest.length) {
    const char = rest.charAt(at);
    if (char === '"') return { text, length: at + 1 };
    if (char === "\\" && /["$`\\\n]/.test(rest.charAt(at + 1))) {
      text += rest.charAt(at + 1) === "\n" ? "" : rest.charAt(at + 1);
      at += 2;
    } else if (char === "$" || char === "`") {
      const variable = substitution(rest.slice(at));
      if ("what" in variable) return variable;
      text += variable.text;
      at += variable.length;
    } else {
      text += char;
      at++;
    }
  }
  return problem(unclosed('"'));
}

/** `rest` starts with `$` or a backquote. `$(pwd)` is so usual in `-v` that it is taken for `$PWD`, which it is. */
function substitution(rest: string): Piece | Problem {
  const folder = /^(?:\$\(\s*pwd\s*\)|`\s*pwd\s*`)/.exec(rest);
  if (folder) return { text: `${variableSign}{PWD}`, length: folder[0].length };
  if (rest.startsWith("$(") || rest.startsWith("`")) return needsShell(commandInside);
  const name = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest);
  if (name) {
    const digit = name[1] !== undefined && /^\d/.test(name[1]) ? name[1].charAt(0) : undefined;
    return digit === undefined
      ? { text: `${variableSign}{${name[1] ?? name[2]}}`, length: name[0].length }
      : { text: `${variableSign}{${digit}}`, length: 2 };
  }
  const other = /^\$(?:\{[^{}"'`$]*\}|[?!$#@*-])/.exec(rest);
  if (other) return { text: variableSign + other[0].slice(1), length: other[0].length };
  if (rest.startsWith("${")) return needsShell(commandInside);
  return { text: "$", length: 1 };
}

/** What stands bare and cannot be part of a word. */
function refusalOf(rest: string, word: string | undefined): Problem | undefined {
  const operator = /^(?:\|\||&&|>>|<<|[|&;<>()\n])/.exec(rest)?.[0];
  if (operator === "<" || operator === "<<" || operator === ">" || operator === ">>") {
    return needsShell(redirection(operator));
  }
  if (operator === "\n") return needsShell(severalLines);
  if (operator !== undefined) return needsShell(operatorNotTaken(operator));
  if (/^[\u2018\u2019\u201c\u201d\u00ab\u00bb]/u.test(rest)) return problem(typographicQuotes(rest.charAt(0)));
  if (word === undefined && /^[\u2013\u2014\u2212]/u.test(rest)) return problem(typographicDash(rest.charAt(0)));
  return undefined;
}

/** Not half of a surrogate pair. */
function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function problem(what: Text): Problem {
  return { kind: "problem", what };
}

function needsShell(what: Text): Problem {
  return { kind: "problem", what, shell: true };
}

function unclosed(quote: string): Text {
  return {
    es: `Falta cerrar la comilla ${inlineCode(quote)}`,
    en: `The quote ${inlineCode(quote)} is not closed`,
  };
}

function operatorNotTaken(operator: string): Text {
  return {
    es: `Se pide una sola orden, sin ${inlineCode(operator)}`,
    en: `One single command is asked for, without ${inlineCode(operator)}`,
  };
}

function redirection(operator: string): Text {
  return {
    es: `Se pide una sola orden, sin redirigir con ${inlineCode(operator)}`,
    en: `One single command is asked for, without redirecting with ${inlineCode(operator)}`,
  };
}

function typographicQuotes(quote: string): Text {
  return {
    es: `${quote} es una comilla tipográfica: la terminal solo entiende ${inlineCode("'")} y ${inlineCode('"')}`,
    en: `${quote} is a typographic quote: a shell only understands ${inlineCode("'")} and ${inlineCode('"')}`,
  };
}

function typographicDash(dash: string): Text {
  return {
    es: `${dash} es una raya: las opciones empiezan por ${inlineCode("-")} o ${inlineCode("--")}`,
    en: `${dash} is a typographic dash: flags begin with ${inlineCode("-")} or ${inlineCode("--")}`,
  };
}

const severalLines: Text = {
  es: "Se pide una sola orden, en una línea",
  en: "One single command is asked for, on one line",
};

const commandInside: Text = {
  es: "Se pide una sola orden, sin otra dentro con `$( )`, `${ }` o comillas invertidas",
  en: "One single command is asked for, without another one inside `$( )`, `${ }` or backquotes",
};

const danglingBackslash: Text = {
  es: "Sobra la barra invertida del final",
  en: "The backslash at the end is too much",
};

const strangeCharacter: Text = {
  es: "Hay un carácter invisible o de control: escribe la orden a mano",
  en: "There is an invisible or control character: type the command by hand",
};

const tooLong: Text = { es: "La orden es demasiado larga", en: "The command is too long" };
