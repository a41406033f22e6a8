/** The answer in the question's own text: its prompt, its hints, or a choice that says of itself that it is right. */

import { quoted } from "../../content/shown.ts";
import { langs } from "../../content/text.ts";
import type { Text } from "../../content/text.ts";
import { answersOf, type Leak, type LeakItem, says } from "./item.ts";

/** What a choice that is right would hardly say to a student. */
const marked = /\((?:in)?correct[ao]?s?\)|\((?:right|wrong) answer\)|^\s*\[x\]|[✓✔\u2705]/iu;

export function toldByItself(items: readonly LeakItem[]): readonly Leak[] {
  return items.flatMap((item) => [...typedAnswers(item), ...markedChoices(item)]);
}

/** What is to be typed and can be read is copied. Numbers stand in many prompts to be computed with: only hints are looked through. */
function typedAnswers({ file, at, question, hints }: LeakItem): readonly Leak[] {
  if (question.kind === "choice" || question.kind === "multiple") return [];
  const places: readonly { readonly text: Text; readonly at: Leak["at"] }[] = [
    ...(question.kind === "number" ? [] : [{ text: question.prompt, at: [...at, "prompt"] }]),
    ...(hints ? question.hints.map((text, index) => ({ text, at: [...at, "hints", index] })) : []),
  ];
  return places.flatMap((place): Leak[] => {
    const told = answersOf(question).find((answer) => langs.some((lang) => says(place.text, answer, lang)));
    if (!told) return [];
    return [{
      file,
      at: place.at,
      severity: "warning",
      code: "other",
      what: {
        es: `Aquí se lee lo que hay que escribir: ${quoted(told.es)}`,
        en: `What must be typed can be read here: ${quoted(told.en)}`,
      },
    }];
  });
}

/** An error: nobody writes that for a student. */
function markedChoices({ file, at, question }: LeakItem): readonly Leak[] {
  if (question.kind !== "choice" && question.kind !== "multiple") return [];
  return question.choices.flatMap(({ text }, index): Leak[] =>
    langs.some((lang) => marked.test(text[lang]))
      ? [{
        file,
        at: [...at, "choices", index],
        code: "other",
        what: { es: "La opción dice de sí misma si es la buena", en: "The choice says of itself whether it is right" },
        next: { es: "Quita la marca del texto.", en: "Take the mark out of its text." },
      }]
      : []
  );
}
