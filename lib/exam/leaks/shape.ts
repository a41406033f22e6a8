/** Answers that show without reading: by their length, by their place, or by the numbers before them. */

import type { Question } from "../../content/schema/question.ts";
import { langs } from "../../content/text.ts";
import type { Leak, LeakItem } from "./item.ts";

export function toldByShape(items: readonly LeakItem[]): readonly Leak[] {
  return [...items.flatMap(longest), ...items.flatMap(numbered), ...samePlace(items)];
}

/** How much longer than the longest wrong one the right choice may be: by half, and by these letters. */
const longer = { part: 1.5, letters: 20 };

/** A warning. Who knows nothing takes the longest. */
function longest({ file, at, question }: LeakItem): readonly Leak[] {
  if (question.kind !== "choice") return [];
  const stands = langs.some((lang) => {
    const lengths = (right: boolean) =>
      question.choices.filter(({ correct }) => correct === right).map(({ text }) => [...text[lang]].length);
    const right = Math.min(...lengths(true));
    const wrong = Math.max(0, ...lengths(false));
    return right > wrong * longer.part && right > wrong + longer.letters;
  });
  if (!stands) return [];
  return [{
    file,
    at: [...at, "choices"],
    severity: "warning",
    code: "other",
    what: {
      es: "La opción correcta es con mucho la más larga: se acierta sin saber",
      en: "The right choice is by far the longest: it is found without knowing",
    },
    next: { es: "Acórtala, o alarga las otras.", en: "Shorten it, or make the others longer." },
  }];
}

/** An error. "1. …", "2. …" or "a) …", "b) …" in the right order are the answer. */
function numbered({ file, at, question }: LeakItem): readonly Leak[] {
  if (question.kind !== "order") return [];
  const tells = langs.some((lang) => {
    const leads = question.items.map(({ text }) => leadOf(text[lang]));
    return leads.every((lead, index) => lead !== undefined && (index === 0 || lead > (leads[index - 1] ?? lead)));
  });
  if (!tells) return [];
  return [{
    file,
    at: [...at, "items"],
    code: "other",
    what: {
      es: "Los elementos llevan su número: el orden se lee",
      en: "The items carry their number: the order can be read",
    },
    next: { es: "Quita los números de sus textos.", en: "Take the numbers out of their texts." },
  }];
}

/** `3.`, `3)`, `Paso 3:`, `c)` → 3; undefined where there is none. */
function leadOf(text: string): number | undefined {
  const [, digits, letter] = /^\s*(?:(?:paso|step|fase|phase)\s+)?(?:(\d{1,3})\s*[.):–-]|([a-z])\))/iu.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return letter === undefined ? undefined : letter.toLowerCase().charCodeAt(0) - 96;
}

/** Of fewer questions nobody learns a habit. */
const habit = 4;

/** Warnings. Choices that keep their place: all that stand last are right, or the right one is always in the same place. */
function samePlace(items: readonly LeakItem[]): readonly Leak[] {
  const kept = items.flatMap((item) => isChoice(item.question) ? [{ item, question: item.question }] : []);
  const last = kept.filter(({ question }) => question.choices.some((choice) => choice.last));
  const lastIsRight = last.length >= habit &&
    last.every(({ question }) => question.choices.some((one) => one.last && one.correct));
  const unmoved = kept.filter(({ question }) => !question.shuffle);
  const places = new Set(unmoved.map(({ question }) => question.choices.findIndex(({ correct }) => correct)));
  const told = [
    ...(lastIsRight ? last : []),
    ...(unmoved.length >= habit && places.size === 1 ? unmoved : []),
  ];
  return told.map(({ item }): Leak => ({
    file: item.file,
    at: [...item.at, "choices"],
    severity: "warning",
    code: "other",
    what: {
      es: `En ${told.length} preguntas la correcta está siempre en el mismo sitio`,
      en: `In ${told.length} questions the right one always stands in the same place`,
    },
    next: { es: "Deja que se barajen, o cambia el sitio.", en: "Let them be shuffled, or change the place." },
  }));
}

type ChoiceQuestion = Extract<Question, { kind: "choice" }>;

function isChoice(question: Question): question is ChoiceQuestion {
  return question.kind === "choice";
}
