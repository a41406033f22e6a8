/** The blanks of a cloze text and the list of blanks name each other. */

import { suggest } from "../near.ts";
import type { Finding } from "../problem.ts";
import type { QuestionOf } from "../schema/question.ts";
import { quoted } from "../shown.ts";
import { type Lang, langs, type Text } from "../text.ts";

const languages: Readonly<Record<Lang, Text>> = {
  es: { es: "en español", en: "in Spanish" },
  en: { es: "en inglés", en: "in English" },
};

/** The names between `{{` and `}}`, in the order of the text. */
function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = ""]) => name.trim());
}

export function clozeBlanks({ text, blanks }: QuestionOf<"cloze">): readonly Finding[] {
  const known = Object.keys(blanks);
  const findings: Finding[] = [];
  for (const lang of langs) {
    const named = new Set(blanksIn(text[lang]));
    const where = text.es === text.en ? undefined : languages[lang];
    for (const name of named) {
      if (known.includes(name)) continue;
      findings.push({
        at: ["text"],
        code: "unknown-blank",
        what: {
          es: `No se puede usar el hueco ${quoted(`{{${name}}}`)}${where ? ` ${where.es}` : ""}: no está en «blanks»`,
          en: `Cannot use blank ${quoted(`{{${name}}}`)}${where ? ` ${where.en}` : ""}: it is not in "blanks"`,
        },
        next: suggest(name, known),
      });
    }
    for (const name of known) {
      if (named.has(name)) continue;
      findings.push({
        at: ["blanks", name],
        on: "key",
        code: "unused-blank",
        what: {
          es: `No se puede usar el hueco ${quoted(name)}: el texto${where ? ` ${where.es}` : ""} no lo lleva`,
          en: `Cannot use blank ${quoted(name)}: the text${where ? ` ${where.en}` : ""} does not have it`,
        },
        next: { es: `Escribe {{${name}}} donde va el hueco.`, en: `Write {{${name}}} where the blank goes.` },
      });
    }
    if (!where) break;
  }
  return findings;
}
