/** Texts exist in every language at once, so that the language can change while a screen is open. */

export const langs = ["es", "en"] as const;

export type Lang = (typeof langs)[number];

/** One text in each language. Never holds markup for the terminal: Markdown at most. */
export type Text = Readonly<Record<Lang, string>>;

/** Builds a text from a function that is asked once per language. */
export function both(say: (lang: Lang) => string): Text {
  return { es: say("es"), en: say("en") };
}

/** A text that reads the same in every language: names, commands, numbers. */
export function same(text: string): Text {
  return { es: text, en: text };
}

/** Puts texts one after another, language by language. */
export function join(texts: readonly Text[], separator: string): Text {
  return both((lang) => texts.map((text) => text[lang]).join(separator));
}
