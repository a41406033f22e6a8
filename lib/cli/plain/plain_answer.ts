/** Questions without cursor movement: their parts with letters, and what is typed on one line read as an answer. */

import type { Question, QuestionOf } from "../../content/schema/question.ts";
import type { Lang, Text } from "../../content/text.ts";
import type { Answer } from "../../quiz/answer.ts";
import type { Refused } from "../../quiz/kind.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { blankNames } from "../../quiz/kinds/cloze.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import type { Item } from "../../quiz/session.ts";
import { readNumber } from "../../quiz/typed_number.ts";
import { letter } from "../../screens/answering/options.ts";
import type { Line } from "../../screens/frame.ts";
import { markdown } from "../../screens/markdown.ts";
import { span } from "../../screens/width.ts";

/** What is asked for, before the sign where one types. `blank` names the blank of a cloze, counted from 1. */
export function promptFor(question: Question, blank?: number): Text {
  switch (question.kind) {
    case "choice":
      return { es: "Letra", en: "Letter" };
    case "multiple":
      return { es: "Letras (a c), o 0 si ninguna", en: "Letters (a c), or 0 for none" };
    case "truefalse":
      return { es: "Verdadero o falso (v/f)", en: "True or false (t/f)" };
    case "text":
      return { es: "Respuesta", en: "Answer" };
    case "number": {
      const { unit } = question;
      return unit === undefined
        ? { es: "Número", en: "Number" }
        : { es: `Número (${unit.es})`, en: `Number (${unit.en})` };
    }
    case "order":
      return { es: "Letras en el orden correcto (b a c)", en: "Letters in the right order (b a c)" };
    case "match":
      return { es: "Letra de cada número, por orden (b a c)", en: "Letter of each number, in order (b a c)" };
    case "cloze":
      return { es: `Hueco [${blank ?? 1}]`, en: `Blank [${blank ?? 1}]` };
    case "command":
      return { es: "Orden", en: "Command" };
  }
}

/** The prompt in Markdown and what there is to choose from. */
export function questionLines({ question, shown }: Item, lang: Lang, width: number): readonly Line[] {
  const prompt = markdown(question.prompt[lang], width);
  const parts = partLines(question, shown, lang, width);
  return parts.length === 0 ? prompt : [...prompt, [], ...parts];
}

function partLines(question: Question, shown: readonly string[], lang: Lang, width: number): readonly Line[] {
  switch (question.kind) {
    case "choice":
    case "multiple":
      return lettered(textsOf(shown, question.choices, ({ text }) => text), lang, width);
    case "order":
      return lettered(textsOf(shown, question.items, ({ text }) => text), lang, width);
    case "match": {
      const lefts = question.pairs.flatMap(({ left }, index) => hung(`${index + 1}.`, left[lang], width));
      return [...lefts, [], ...lettered(textsOf(shown, rightsOf(question), ({ text }) => text), lang, width)];
    }
    case "cloze": {
      const names = blankNames(question, lang);
      return markdown(
        question.text[lang].replace(blankMark, (_, name: string) => `[${names.indexOf(name) + 1}]`),
        width,
      );
    }
    case "truefalse":
    case "text":
    case "number":
    case "command":
      return [];
  }
}

const blankMark = /\{\{\s*([a-z0-9-]+)\s*\}\}/g;

/** One typed line as an answer; for a cloze use `clozeAnswer`. */
export function readAnswer({ question, shown }: Pick<Item, "question" | "shown">, typed: string): Answer | Refused {
  switch (question.kind) {
    case "choice": {
      const [id, more] = chosen(typed, shown) ?? [];
      return id === undefined || more !== undefined ? lettersWanted(shown, "one") : { kind: "choice", choice: id };
    }
    case "multiple": {
      if (["0", "ninguna", "none"].includes(typed.toLowerCase())) return { kind: "multiple", choices: [] };
      const ids = chosen(typed, shown);
      return ids === undefined ? lettersWanted(shown, "some") : { kind: "multiple", choices: [...new Set(ids)] };
    }
    case "order": {
      const ids = chosen(typed, shown);
      const all = ids?.length === shown.length && new Set(ids).size === shown.length;
      return ids && all ? { kind: "order", items: ids } : lettersWanted(shown, "all");
    }
    case "match": {
      const ids = chosen(typed.replaceAll(/(^|[\s,;])\d+\s*[.:=)-]?\s*(?=[a-z])/gi, "$1"), shown);
      if (ids?.length !== question.pairs.length) return lettersWanted(shown, "pairs", question.pairs.length);
      return {
        kind: "match",
        pairs: Object.fromEntries(question.pairs.map(({ id }, index) => [id, ids[index] ?? ""])),
      };
    }
    case "truefalse": {
      const value = truth(typed);
      return value === undefined
        ? { problem: { es: "Escribe v (verdadero) o f (falso)", en: "Type t (true) or f (false)" } }
        : { kind: "truefalse", value };
    }
    case "number": {
      const read = readNumber(typed, question.unit);
      // A slip of the fingers is no answer.
      return read.kind === "problem" ? { problem: read.what } : kindOf(question).parse(question, typed);
    }
    case "text":
    case "command":
    case "cloze":
      return kindOf(question).parse(question, typed);
  }
}

/** Blank name → typed. */
export function clozeAnswer(question: QuestionOf<"cloze">, blanks: Readonly<Record<string, string>>): Answer | Refused {
  return kindOf(question).parse(question, blanks);
}

function truth(typed: string): boolean | undefined {
  const word = typed.toLowerCase();
  if (["v", "t", "verdadero", "true", "s", "y", "si", "sí", "yes", "a"].includes(word)) return true;
  return ["f", "falso", "false", "n", "no", "b"].includes(word) ? false : undefined;
}

/** "a c", "a,c", "ac", "1 3" → ids by their place on the screen; undefined where something is no letter of the list. */
function chosen(typed: string, shown: readonly string[]): readonly string[] | undefined {
  const words = typed.toLowerCase().split(/[\s,;.)]+/).filter((word) => word !== "");
  const names = words.flatMap((word) => /^[a-z]+$/.test(word) ? [...word] : [word]);
  const ids: string[] = [];
  for (const name of names) {
    const id = shown[/^\d{1,2}$/.test(name) ? Number(name) - 1 : name.length === 1 ? name.charCodeAt(0) - 97 : -1];
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return ids.length === 0 ? undefined : ids;
}

function lettersWanted(shown: readonly string[], how: "one" | "some" | "all" | "pairs", count = shown.length): Refused {
  const last = letter(shown.length - 1).slice(0, 1);
  const wanted: Readonly<Record<typeof how, Text>> = {
    one: { es: `Escribe una letra, de la a a la ${last}`, en: `Type one letter, a to ${last}` },
    some: { es: `Escribe letras, de la a a la ${last}, o 0`, en: `Type letters, a to ${last}, or 0` },
    all: { es: `Escribe las ${count} letras, una vez cada una`, en: `Type all ${count} letters, each once` },
    pairs: { es: `Escribe ${count} letras, una para cada número`, en: `Type ${count} letters, one for each number` },
  };
  return { problem: wanted[how] };
}

function textsOf<Part extends { readonly id: string }>(
  shown: readonly string[],
  parts: readonly Part[],
  text: (part: Part) => Text,
): readonly Text[] {
  return shown.flatMap((id) => parts.filter((part) => part.id === id).map(text));
}

function lettered(texts: readonly Text[], lang: Lang, width: number): readonly Line[] {
  return texts.flatMap((text, index) => hung(letter(index), text[lang], width));
}

/** A text that hangs from its letter or number. */
function hung(mark: string, text: string, width: number): readonly Line[] {
  const prefix = `  ${mark} `;
  return markdown(text, Math.max(10, width - prefix.length)).map((line, row) => [
    row === 0 ? span(prefix, "key") : span(" ".repeat(prefix.length)),
    ...line,
  ]);
}
