/** What stands twice in a list where each may stand once: ids, and texts that nobody could tell apart. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import { quoted } from "../shown.ts";
import { both, langs, type Text } from "../text.ts";

/** Something with a place; `word` is what must not come twice. */
export interface Placed {
  readonly word: string;
  readonly at: DataPath;
}

/** The second and later ones of each word. */
export function repeated(items: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>();
  return items.filter(({ word }) => seen.has(word) || !seen.add(word));
}

export function duplicateIds(items: readonly Placed[]): readonly Finding[] {
  return repeated(items).map(({ word, at }) => ({
    at,
    code: "duplicate-id",
    what: both((lang) =>
      lang === "es"
        ? `No se puede usar el identificador ${quoted(word)} dos veces`
        : `Cannot use id ${quoted(word)} twice`
    ),
    next: { es: "Cambia uno de los dos.", en: "Change one of the two." },
  }));
}

/**
 * Texts are the same when only case and spaces differ; told in the first language in which they are. `at` gives the path of
 * one, asked only where there is something to say.
 */
export function duplicateTexts(texts: readonly Text[], at: (index: number) => DataPath): readonly Finding[] {
  for (const lang of langs) {
    const plain = texts.map((text) => plainly(text[lang]));
    if (new Set(plain).size === plain.length) continue;
    return texts.flatMap((text, index) =>
      plain.indexOf(plain[index] ?? "") < index ? [duplicateText(text[lang], at(index))] : []
    );
  }
  return [];
}

function plainly(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes("  ") || lower.includes("\n") ? lower.replaceAll(/\s+/g, " ") : lower;
}

function duplicateText(text: string, at: DataPath): Finding {
  return {
    at,
    code: "duplicate-text",
    what: {
      es: `No se puede usar ${quoted(text)} dos veces: nadie podría distinguirlos`,
      en: `Cannot use ${quoted(text)} twice: nobody could tell them apart`,
    },
    next: { es: "Cambia o quita uno de los dos.", en: "Change or remove one of the two." },
  };
}
