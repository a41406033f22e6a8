/** A hint of a lab as lines, with its place among those that were seen. */

import type { Lang, Text } from "../content/text.ts";
import type { Line } from "./frame.ts";
import type { ShownHint } from "./lab_hints.ts";
import { markdown } from "./markdown.ts";
import { span } from "./width.ts";

const word: Text = { es: "Pista", en: "Hint" };

/** The one that is shown, with the keys that lead to the others where they work. How many there are in all is not said: some only come when they fit. */
export function hintLines(
  { hint, number, count }: ShownHint,
  lang: Lang,
  width: number,
  { keys = true }: { readonly keys?: boolean } = {},
): readonly Line[] {
  if (count > 1) {
    const others = [
      span("  "),
      span("<", number > 1 ? "key" : "dim"),
      span(" "),
      span(">", number < count ? "key" : "dim"),
    ];
    return [
      [span(`${word[lang]} ${number}`, "accent"), ...(keys ? others : [])],
      ...markdown(hint.text[lang], width),
    ];
  }
  const prefix = `${word[lang]}: `;
  return markdown(hint.text[lang], Math.max(1, width - prefix.length)).map((line, row) => [
    span(row === 0 ? prefix : " ".repeat(prefix.length), "accent"),
    ...line,
  ]);
}
