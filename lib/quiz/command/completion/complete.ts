/** What could stand where the cursor is in a docker command: verbs, flags, values, and names of what is really there. */

import { type Flag, verbNames } from "../grammar.ts";
import { shownWord } from "../word.ts";
import { lastWord } from "./last_word.ts";
import type { Name, Names, Source } from "./names.ts";
import { placeOf } from "./place.ts";
import { flagValues, operandValues, type Values } from "./values.ts";

/** `text` goes in place of the word, with what follows it; `shown` is how it stands in a list. */
export interface Candidate {
  readonly text: string;
  readonly shown: string;
}

export interface Completion {
  /** Where the word begins that a candidate replaces, in UTF-16 units; it ends at the cursor. */
  readonly from: number;
  readonly candidates: readonly Candidate[];
  /** What the candidates were taken from. */
  readonly sources: readonly Source[];
}

/** `text` is what stands before the cursor, with or without `docker` at its beginning. */
export function complete(text: string, names: Names): Completion {
  const last = lastWord(text);
  if (!last) return { from: text.length, candidates: [], sources: [] };
  const { before, from, value } = last;
  const [first, ...rest] = before;
  const words = first === "docker" ? rest : first === "docker-compose" ? ["compose", ...rest] : before;
  const place = placeOf(words, value);
  switch (place.kind) {
    case "nothing":
      return { from, candidates: [], sources: [] };
    case "verb": {
      const verbs = before.length === 0 ? [...verbNames(), "docker", "docker-compose"] : verbNames(place.group);
      return { from, candidates: fitting(verbs.map((verb) => whole(verb)), value), sources: [] };
    }
    case "flag":
      return { from, candidates: fitting(place.flags.flatMap((flag) => written(flag, value)), value), sources: [] };
    case "value": {
      const start = from + (value.length > place.typed.length ? text.slice(from).indexOf("=") + 1 : 0);
      return taken(flagValues(place.verb, place.flag, place.typed), place.typed, start, names, []);
    }
    case "operand":
      return taken(operandValues(place, value), value, from, names, place.others);
  }
}

/** The longest text with which all candidates begin. */
export function commonStart(candidates: readonly Candidate[]): string {
  const [first = "", ...rest] = candidates.map(({ text }) => text.trimEnd());
  let length = first.length;
  for (const text of rest) {
    while (!text.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}

function taken(
  { words = [], sources = [], state, ending = " ", open = false }: Values,
  typed: string,
  from: number,
  names: Names,
  others: readonly string[],
): Completion {
  const found = sources.flatMap((source) =>
    (names[source] ?? [])
      .filter((name) => source !== "containers" || state === undefined || name.state === state)
      .filter(({ text }) => !source.startsWith("files:") || !text.startsWith(".") || /(?:^|\/)\.[^/]*$/.test(typed))
      .map((name) => named(source, name, typed, source.startsWith("files:") && ending === ":" ? "" : ending))
  );
  const fixed = words.map((word) => open ? { text: word, shown: word } : whole(word));
  const fresh = [...fixed, ...found].filter(({ shown }) => !others.includes(shown));
  return { from, candidates: fitting(fresh, typed), sources };
}

function named(source: Source, { text }: Name, typed: string, ending: string): Candidate {
  if (source.startsWith("files:")) {
    const path = source.slice("files:".length) + text;
    return { text: shownWord(path) + (text.endsWith("/") ? "" : ending), shown: text };
  }
  // `busybox` is `busybox:latest`, for who has not begun to type the tag.
  const name = source === "images" && !typed.includes(":") ? text.replace(/:latest$/, "") : text;
  return { text: shownWord(name) + ending, shown: name };
}

/** By its long name, unless what is typed of it is the short one. */
function written({ names }: Flag, typed: string): readonly Candidate[] {
  const fit = names.filter((name) => name.startsWith(typed));
  const name = fit.find((name) => name.startsWith("--")) ?? fit[0];
  return name === undefined ? [] : [{ text: `${name} `, shown: names.join(" ") }];
}

function whole(word: string): Candidate {
  return { text: `${word} `, shown: word };
}

/** In the order of the alphabet, each once. `typed` is compared as it was meant, without quotes. */
function fitting(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const fit = candidates.filter(({ text }) => text.replace(/^'/, "").startsWith(typed));
  const unique = [...new Map(fit.map((candidate) => [candidate.text, candidate])).values()];
  return unique.sort((one, other) => order(one.shown, other.shown));
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
