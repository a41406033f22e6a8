/** Reads the loose shapes that people write in an answers file: ids, texts, yes and no. */

import type { Text } from "../content/text.ts";
import { codeText, inlineCode, listed } from "./inline_code.ts";
import type { Refused } from "./kind.ts";
import { nearest } from "../content/near.ts";
import { normalized } from "./typed_text.ts";

/** Something that can be named by its id or by its exact text. */
export interface Named {
  readonly id: string;
  readonly text: Text;
}

/** A scalar as text; undefined for lists, mappings and nothing. */
export function scalar(raw: unknown): string | undefined {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? String(raw) : undefined;
}

/** The id that is meant: by id, else by text in either language. */
export function named(items: readonly Named[], raw: unknown): string | Refused {
  const written = scalar(raw)?.trim();
  if (written === undefined || written === "") return refusedNames(items, raw);
  const byId = items.find(({ id }) => id === written) ?? items.find(({ id }) => id === written.toLowerCase());
  if (byId) return byId.id;
  const fold = (text: string): string => normalized(text, false);
  const byText = items.find(({ text }) => text.es === written || text.en === written) ??
    items.find(({ text }) => fold(text.es) === fold(written) || fold(text.en) === fold(written));
  return byText ? byText.id : refusedNames(items, raw);
}

/** Several of them, each once; a single one may stand without a list. */
export function namedList(items: readonly Named[], raw: unknown): readonly string[] | Refused {
  const ids = new Set<string>();
  for (const one of Array.isArray(raw) ? raw : [raw]) {
    const id = named(items, one);
    if (typeof id !== "string") return id;
    ids.add(id);
  }
  return [...ids];
}

export function isRefused(parsed: unknown): parsed is Refused {
  return typeof parsed === "object" && parsed !== null && "problem" in parsed;
}

function refusedNames(items: readonly Named[], raw: unknown): Refused {
  const ids = items.map(({ id }) => id);
  const shown = inlineCode(shownRaw(raw));
  const guess = nearest(scalar(raw) ?? "", ids.filter((id) => id.length > 2));
  const known = (and: string): string => guess === undefined ? listed(ids.map(inlineCode), and) : inlineCode(guess);
  return {
    problem: {
      es: guess === undefined
        ? `${shown} no es ninguna de ${known("y")}`
        : `${shown} no existe: ¿querías decir ${known("y")}?`,
      en: guess === undefined
        ? `${shown} is none of ${known("and")}`
        : `There is no ${shown}: did you mean ${known("and")}?`,
    },
  };
}

/** What was found, short enough for a message. */
export function shownRaw(raw: unknown): string {
  const written = scalar(raw) ?? JSON.stringify(raw) ?? String(raw);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

/** A refusal that says what was expected and what stands there. */
export function refused(expected: Text, raw: unknown): Refused {
  const found = codeText(shownRaw(raw));
  return {
    problem: {
      es: `Se esperaba ${expected.es}, y pone ${found.es}`,
      en: `Expected ${expected.en}, found ${found.en}`,
    },
  };
}
