/** The answer of one question in the text of another, or of a task. */

import type { Question } from "../../content/schema/question.ts";
import { quoted } from "../../content/shown.ts";
import { type Lang, langs } from "../../content/text.ts";
import { answersOf, type Leak, type LeakItem, searchable, type ShownText, textsShown } from "./item.ts";

/** Fewer words are said everywhere, and tell nobody anything; a command of three is one already. */
const least = { words: 4, letters: 20, command: 3 };

function isTelling(question: Question, wanted: string): boolean {
  const words = wanted.trim().split(" ").length;
  return question.kind === "command" ? words >= least.command : words >= least.words && wanted.length >= least.letters;
}

/** Places that are named; more of them say nothing new. */
const named = 3;

/** Warnings, one for each question whose answer is said by others. */
export function toldElsewhere(items: readonly LeakItem[], others: readonly ShownText[]): readonly Leak[] {
  const texts = [
    ...items.map((item) => ({ ref: item.ref, texts: textsShown(item) })),
    ...others.map(({ ref, text }) => ({ ref, texts: [text] })),
  ];
  const read = (lang: Lang) =>
    texts.map(({ ref, texts }) => ({ ref, said: texts.map((text) => searchable(text[lang])).join("\n") }));
  const shown = { es: read("es"), en: read("en") };
  return items.flatMap((item): readonly Leak[] => {
    const told = new Map<string, string>();
    for (const lang of langs) {
      for (const answer of answersOf(item.question)) {
        const wanted = searchable(answer[lang]);
        if (!isTelling(item.question, wanted)) continue;
        for (const { ref, said } of shown[lang]) {
          if (ref !== item.ref && said.includes(wanted) && !told.has(ref)) told.set(ref, answer[lang]);
        }
      }
    }
    const [answer] = told.values();
    if (answer === undefined) return [];
    const refs = [...told.keys()];
    const places = [...refs.slice(0, named), ...(refs.length > named ? [`… (${refs.length})`] : [])].join(", ");
    return [{
      file: item.file,
      at: item.at,
      severity: "warning",
      code: "other",
      what: {
        es: `La respuesta ${quoted(answer)} se lee en ${places}`,
        en: `The answer ${quoted(answer)} can be read in ${places}`,
      },
      next: {
        es: "Cambia uno de los textos, o no los sortees juntos.",
        en: "Change one of the texts, or do not draw them together.",
      },
    }];
  });
}
