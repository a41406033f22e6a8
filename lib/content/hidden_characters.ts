/** Characters that nobody sees and a terminal obeys: control codes, escapes, and marks that turn the writing direction. */

import type { DataPath } from "./data_path.ts";
import type { Finding } from "./problem.ts";
import { both } from "./text.ts";

/**
 * Control codes, bidi marks and overrides (U+061C, U+200E…F, U+202A…E, U+2066…9), zero-width space and byte order mark, soft
 * hyphen, line and paragraph separators, halves of surrogate pairs, tag characters; U+FFFD, the trace of bad UTF-8.
 */
const marks = String
  .raw`\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}`;

const hidden = new RegExp(`[[${marks}]--[\\t\\n]]`, "v");

/** What may bring one into a value: itself, or an escape inside double quotes. */
const suspicious = new RegExp(`[[${marks}]--[\\t\\n\\r]]|\\\\[0abefvrNLP_xuU]`, "v");

/** Values and keys first, each with its path; comments only where those are clean. */
export function hiddenCharacters(source: string, value: unknown): readonly Finding[] {
  const text = source.startsWith("\ufeff") ? source.slice(1) : source;
  if (!suspicious.test(text)) return [];
  const findings: Finding[] = [];
  search(value, [], findings);
  return findings.length > 0 ? findings : hiddenInSource(source);
}

/** For a text that could not be read as YAML, and for comments: the first of them, by its place. */
export function hiddenInSource(source: string): readonly Finding[] {
  const start = source.startsWith("\ufeff") ? 1 : 0;
  // Lines may end as on Windows.
  const found = hidden.exec(source.slice(start).replaceAll("\r", " "));
  return found ? [{ ...described(found[0]), at: [], offset: start + found.index }] : [];
}

/** The depth of the data is bounded by the parser. */
function search(value: unknown, at: DataPath, findings: Finding[]): void {
  if (typeof value === "string") {
    const found = hidden.exec(value);
    if (found) findings.push({ ...described(found[0]), at });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => search(item, [...at, index], findings));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const found = hidden.exec(key);
      if (found) findings.push({ ...described(found[0]), at: [...at, key], on: "key" });
      search(item, [...at, key], findings);
    }
  }
}

function described(char: string): Pick<Finding, "code" | "what" | "next"> {
  const point = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (char === "\ufffd") {
    return {
      code: "replacement-character",
      what: {
        es: `No se puede usar este texto: contiene ${point}, la huella de una letra que se perdió`,
        en: `Cannot use this text: it holds ${point}, the trace of a letter that was lost`,
      },
      next: {
        es: "Escribe la letra de nuevo y guarda el archivo en UTF-8.",
        en: "Write the letter again and save the file as UTF-8.",
      },
    };
  }
  return {
    code: "control-character",
    what: both((lang) =>
      lang === "es"
        ? `No se puede usar este texto: contiene ${point}, un carácter que no se ve`
        : `Cannot use this text: it holds ${point}, a character that cannot be seen`
    ),
    next: {
      es: "Bórralo, o escribe con palabras lo que quieres decir.",
      en: "Remove it, or say in words what it stands for.",
    },
  };
}
