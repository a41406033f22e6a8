/** A text with blanks to be filled in. */

import type { QuestionOf } from "../../content/schema/question.ts";
import { isRecord } from "../../content/is_record.ts";
import { both, join, type Lang, type Text } from "../../content/text.ts";
import { inlineCode, listed } from "../inline_code.ts";
import type { Kind } from "../kind.ts";
import { markOf } from "../mark.ts";
import { nearest } from "../../content/near.ts";
import { refused, scalar } from "../raw.ts";
import { judgeText } from "../typed_text.ts";

type Question = QuestionOf<"cloze">;

export const cloze: Kind<"cloze"> = {
  /** The mean of the blanks; one left empty is worth nothing. */
  grade(question, answer) {
    const names = blankNames(question);
    const remarks: Text[] = [];
    let sum = 0;
    for (const name of names) {
      const blank = question.blanks[name];
      const typed = typedInto(answer.blanks, name);
      if (!blank || typed.trim() === "") continue;
      const judged = judgeText(blank, typed);
      sum += judged.fraction;
      const where = both((lang) =>
        `${lang === "es" ? "Hueco" : "Blank"} ${blankNames(question, lang).indexOf(name) + 1}: `
      );
      if (judged.remarks.length > 0) remarks.push(...judged.remarks.map((remark) => join([where, remark], "")));
      else if (judged.fraction < 1) remarks.push(join([where, notExpected(typed)], ""));
    }
    return markOf(sum / names.length, remarks, cloze.solution(question));
  },

  parse(question, raw) {
    if (!isRecord(raw)) return refused({ es: "una asignación hueco: texto", en: "a mapping blank: text" }, raw);
    const names = blankNames(question);
    const blanks: Record<string, string> = {};
    for (const [name, value] of Object.entries(raw)) {
      if (!names.includes(name)) return { problem: noBlank(name, names) };
      if (value === null) continue;
      const typed = scalar(value);
      if (typed === undefined) return refused({ es: "un texto", en: "a text" }, value);
      blanks[name] = typed;
    }
    return { kind: "cloze", blanks };
  },

  raw: (answer) => answer.blanks,

  shown: () => [],

  solution: (question) =>
    both((lang) =>
      filled(
        question.text[lang],
        (name) =>
          `**${Object.hasOwn(question.blanks, name) ? question.blanks[name]?.accept[0]?.[lang] ?? name : name}**`,
      )
    ),

  describe: (question, answer) =>
    both((lang) => filled(question.text[lang], (name) => `[${typedInto(answer.blanks, name)}]`)),
};

/** In the order in which they are read; those that the text does not mention come last, so that none is forgotten. */
export function blankNames(question: Question, lang: Lang = "es"): readonly string[] {
  const named = [...question.text[lang].matchAll(blankMark)].flatMap(([, name]) => name === undefined ? [] : [name]);
  const known = named.filter((name) => Object.hasOwn(question.blanks, name));
  return [...new Set([...known, ...Object.keys(question.blanks)])];
}

const blankMark = /\{\{\s*([a-z0-9-]+)\s*\}\}/g;

function filled(text: string, fill: (name: string) => string): string {
  return text.replace(blankMark, (_mark, name: string) => fill(name));
}

function typedInto(blanks: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(blanks, name) ? blanks[name] ?? "" : "";
}

function notExpected(typed: string): Text {
  return { es: `no va ${inlineCode(typed)}`, en: `${inlineCode(typed)} does not go here` };
}

function noBlank(name: string, names: readonly string[]): Text {
  const guess = nearest(name, names);
  const shown = inlineCode(name);
  return both((lang) => {
    if (guess !== undefined) {
      return lang === "es"
        ? `No hay un hueco ${shown}: ¿querías decir ${inlineCode(guess)}?`
        : `There is no blank ${shown}: did you mean ${inlineCode(guess)}?`;
    }
    return lang === "es"
      ? `No hay un hueco ${shown}: los huecos son ${listed(names.map(inlineCode), "y")}`
      : `There is no blank ${shown}: the blanks are ${listed(names.map(inlineCode), "and")}`;
  });
}
