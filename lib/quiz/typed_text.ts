/** Compares what was typed with what is accepted, as a Spanish reader would: ñ is a letter, an accent is a mark. */

import { both, type Text } from "../content/text.ts";
import { inlineCode } from "./inline_code.ts";

/** What `text` questions and the blanks of `cloze` have in common. */
export interface Expectation {
  readonly accept: readonly Text[];
  readonly reject: readonly { readonly answer: Text; readonly feedback: Text }[];
  /** The part of the points that an accent costs; 1 refuses. */
  readonly accents: number;
  readonly caseSensitive: boolean;
}

export interface Judgement {
  readonly fraction: number;
  readonly remarks: readonly Text[];
}

/** NFC, straight quotes, single spaces, no spaces around, no full stop at the end, lower case unless case matters. */
export function normalized(typed: string, caseSensitive: boolean): string {
  const plain = typed
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, "")
    .replace(/[\u2018\u2019\u201a\u201b\u00b4\u2032]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim()
    // One full stop after something else: "..." and a lone "." stay what they are.
    .replace(/([^.\s])\s*\.$/u, "$1");
  return caseSensitive ? plain : plain.toLocaleLowerCase("es").normalize("NFC");
}

/** Takes acute accents and diaereses from vowels and nothing from anything else: año never becomes ano. */
export function unaccented(text: string): string {
  return text.normalize("NFD").replace(/([aeiou])[\u0301\u0308]+/giu, "$1").normalize("NFC");
}

/** Exact forms win over forms that differ in an accent, so that "termino" can be a known wrong answer beside "término". */
export function judgeText(expected: Expectation, typed: string): Judgement {
  const fold = (text: string): string => normalized(text, expected.caseSensitive);
  const given = fold(typed);
  const bare = unaccented(given);
  const is = (text: Text): boolean => fold(text.es) === given || fold(text.en) === given;
  const isBare = (text: Text): boolean => unaccented(fold(text.es)) === bare || unaccented(fold(text.en)) === bare;

  if (expected.accept.some(is)) return { fraction: 1, remarks: [] };
  const rejected = expected.reject.find(({ answer }) => is(answer));
  if (rejected) return { fraction: 0, remarks: [rejected.feedback] };
  const accented = expected.accept.find(isBare);
  if (accented) {
    const spelled = unaccented(fold(accented.es)) === bare ? accented.es : accented.en;
    return { fraction: 1 - expected.accents, remarks: [accentRemark(spelled)] };
  }
  const nearlyRejected = expected.reject.find(({ answer }) => isBare(answer));
  if (nearlyRejected) return { fraction: 0, remarks: [nearlyRejected.feedback] };
  const caseOnly = expected.caseSensitive &&
    expected.accept.some(({ es, en }) => [es, en].some((text) => normalized(text, false) === normalized(typed, false)));
  return { fraction: 0, remarks: caseOnly ? [caseRemark] : [] };
}

function accentRemark(spelled: string): Text {
  return both((lang) =>
    lang === "es"
      ? `Revisa los acentos: se escribe ${inlineCode(spelled)}`
      : `Check the accents: it is spelled ${inlineCode(spelled)}`
  );
}

const caseRemark: Text = {
  es: "Aquí importan las mayúsculas y las minúsculas",
  en: "Upper and lower case matter here",
};

/** The first accepted form; the others after it where they differ. Markdown. */
export function acceptedForms(accept: readonly Text[]): Text {
  return both((lang) =>
    [...new Set(accept.map((text) => inlineCode(text[lang])))].join(lang === "es" ? " o " : " or ")
  );
}
