/** Reads a number as people type it, with comma or point and perhaps its unit, and never guesses at thousands. */

import { both, langs, type Text } from "../content/text.ts";
import { type Decimal, parseDecimal, spelled } from "./decimal.ts";
import { inlineCode } from "./inline_code.ts";

export type TypedNumber =
  | {
    readonly kind: "number";
    readonly value: Decimal;
    /** The value if the only separator had been meant for thousands: `1.000` is 1, perhaps 1000 was meant. */
    readonly asThousands?: Decimal;
  }
  | { readonly kind: "problem"; readonly what: Text };

/** The unit, if there is one, may follow the number in any language, upper and lower case as it is written: `mb` is not `MB`. */
export function readNumber(typed: string, unit: Text | undefined): TypedNumber {
  const plain = typed.normalize("NFC").replace(/[\u2212\u2013\ufe63\uff0d]/gu, "-").replace(/\s+/gu, " ").trim();
  const figures = /^[+-]?[\d.,](?:[\d.,]|[ '\u2019](?=\d))*(?:e[+-]?\d+)?/i.exec(plain)?.[0]
    // The full stop of a sentence.
    .replace(/(?<=\d)[.,]$/, "");
  if (figures === undefined) return problem(notANumber(typed));
  const rest = plain.slice(figures.length).replace(/^[.,]$/, "").trim();
  if (rest !== "" && !langs.some((lang) => rest === unit?.[lang].normalize("NFC"))) {
    return problem(wrongUnit(rest, unit));
  }

  const [mantissa = "", power] = figures.split(/e/i);
  const separators = mantissa.match(/[., '\u2019]/gu) ?? [];
  if (separators.length > 1 || separators.some((one) => one !== "." && one !== ",")) {
    return problem(thousands(mantissa));
  }
  const written = mantissa.replace(",", ".") + (power === undefined ? "" : `e${power}`);
  const value = parseDecimal(written);
  if (!value) return problem(/\d/.test(mantissa) ? tooLarge : notANumber(typed));
  const grouped = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(figures) ? parseDecimal(figures.replace(/[.,]/, "")) : undefined;
  return { kind: "number", value, ...(grouped ? { asThousands: grouped } : {}) };
}

/** A number as it is written in each language: 3,14 and 3.14. */
export function numberText(written: string): Text {
  return { es: written.replace(".", ","), en: written };
}

/** Said when `typed` is wrong as it stands and right without its separator. */
export function thousandsRemark(typed: string, asThousands: Decimal): Text {
  const whole = spelled(asThousands);
  return {
    es: `${inlineCode(typed.trim())} se lee con decimales: si querías decir ${inlineCode(whole)}, no separes los miles`,
    en: `${inlineCode(typed.trim())} is read with decimals: if you meant ${
      inlineCode(whole)
    }, do not separate thousands`,
  };
}

function problem(what: Text): TypedNumber {
  return { kind: "problem", what };
}

function notANumber(typed: string): Text {
  const shown = inlineCode(typed.trim().slice(0, 60));
  return {
    es: `${shown} no es un número: escribe solo cifras, como 3,14`,
    en: `${shown} is not a number: write figures only, such as 3.14`,
  };
}

function wrongUnit(rest: string, unit: Text | undefined): Text {
  const shown = inlineCode(rest.slice(0, 40));
  return both((lang) => {
    if (unit === undefined) {
      return lang === "es" ? `Sobra ${shown}: escribe solo el número` : `${shown} is too much: write the number only`;
    }
    return lang === "es"
      ? `La respuesta se pide en ${inlineCode(unit[lang])}, no en ${shown}`
      : `The answer is asked for in ${inlineCode(unit[lang])}, not in ${shown}`;
  });
}

function thousands(mantissa: string): Text {
  const last = Math.max(mantissa.lastIndexOf("."), mantissa.lastIndexOf(","));
  const kinds = new Set(mantissa.match(/[., '\u2019]/gu) ?? []);
  const bare = (text: string): string => text.replace(/[^\d+-]/gu, "");
  const plain = kinds.size > 1 && last > 0
    ? `${bare(mantissa.slice(0, last))}.${bare(mantissa.slice(last))}`
    : bare(mantissa);
  return {
    es: `No separes los miles: escribe ${inlineCode(plain.replace(".", ","))} en vez de ${inlineCode(mantissa)}`,
    en: `Do not separate thousands: write ${inlineCode(plain)} instead of ${inlineCode(mantissa)}`,
  };
}

const tooLarge: Text = {
  es: "El número tiene demasiadas cifras o un exponente demasiado grande",
  en: "The number has too many figures or too large an exponent",
};
