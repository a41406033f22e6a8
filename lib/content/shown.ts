/** How a value from a file is quoted in a message: short, on one line, nothing in it that a terminal would obey. */

import { both, same, type Text } from "./text.ts";

/** Characters that are never printed as they are; U+FFFD is printed, it is visible. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** At most 40 characters, in quotes; hidden characters as `\u{202e}`. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const safe = short.replaceAll(unsafe, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
  return `"${safe.replaceAll('"', "'")}"`;
}

/** A scalar as it was written, or the name of what it is. */
export function shown(value: unknown): Text {
  if (typeof value === "string") return same(quoted(value));
  if (typeof value === "number" || typeof value === "boolean") return same(String(value));
  if (value === null || value === undefined) return { es: "un valor vacío", en: "an empty value" };
  return Array.isArray(value)
    ? { es: "una lista", en: "a list" }
    : { es: "un mapa (clave: valor)", en: "a mapping (key: value)" };
}

/** `"a", "b", "c"`, at most `limit` of them. */
export function quotedList(words: readonly unknown[], limit = 12): string {
  const list = words.slice(0, limit).map((word) => typeof word === "string" ? quoted(word) : String(word));
  return [...list, ...(words.length > limit ? ["…"] : [])].join(", ");
}

/** `Cannot use …: state` with what was found. */
export function cannotUse(value: unknown, state: Text): Text {
  const found = shown(value);
  return both((lang) => `${lang === "es" ? "No se puede usar" : "Cannot use"} ${found[lang]}: ${state[lang]}`);
}
