/** Compares a typed command line with an accepted one, both as they are written. */

import type { Text } from "../../content/text.ts";
import { inlineCode } from "../inline_code.ts";
import { compareCommands, type CompareOptions, type Comparison } from "./compare.ts";
import { notDocker } from "./parse_problems.ts";
import { type ReadCommand, readCommand } from "./read.ts";
import { shownWords } from "./word.ts";

/** Never throws; what cannot be read is different, and `differences` say why. */
export function compareLines(accepted: string, typed: string, options: CompareOptions = {}): Comparison {
  return compareRead(readCommand(accepted), readCommand(typed), options);
}

export function compareRead(accepted: ReadCommand, typed: ReadCommand, options: CompareOptions = {}): Comparison {
  if (typed.kind === "problem") return different([typed.what]);
  if (accepted.kind === "problem") return different([accepted.what]);
  if (accepted.kind === "docker" && typed.kind === "docker") {
    return compareCommands(accepted.command, typed.command, options);
  }
  if (accepted.kind === "docker" && typed.kind === "other") {
    return different(typed.remarks.length > 0 ? typed.remarks : [notDocker(typed.words[0] ?? "")]);
  }
  if (accepted.kind === "other" && typed.kind === "other") return compareWords(accepted.words, typed.words);
  return different([otherProgram(accepted.kind === "other" ? accepted.words[0] ?? "" : "docker")]);
}

/** Programs without a grammar here: the same words in the same order, however they are quoted. */
function compareWords(accepted: readonly string[], typed: readonly string[]): Comparison {
  if (accepted.length === typed.length && accepted.every((word, index) => word === typed[index])) {
    return { kind: "equal" };
  }
  if (accepted[0] !== typed[0]) return different([otherProgram(accepted[0] ?? "")]);
  const missing = accepted.filter((word) => !typed.includes(word));
  const extra = typed.filter((word) => !accepted.includes(word));
  return different([
    ...(missing.length > 0 ? [missingWords(missing)] : []),
    ...(extra.length > 0 ? [extraWords(extra)] : []),
    ...(missing.length + extra.length === 0 ? [otherOrder] : []),
  ], true);
}

function different(differences: readonly Text[], sameVerb = false): Comparison {
  return { kind: "different", differences, sameVerb };
}

function otherProgram(wanted: string): Text {
  const shown = inlineCode(wanted);
  return { es: `La orden empieza por ${shown}`, en: `The command begins with ${shown}` };
}

function missingWords(words: readonly string[]): Text {
  const shown = inlineCode(shownWords(words));
  return { es: `Falta ${shown}`, en: `${shown} is missing` };
}

function extraWords(words: readonly string[]): Text {
  const shown = inlineCode(shownWords(words));
  return { es: `Sobra ${shown}`, en: `${shown} is too much` };
}

const otherOrder: Text = {
  es: "Están las palabras que hacen falta, pero en otro orden",
  en: "The words are the right ones in another order",
};
