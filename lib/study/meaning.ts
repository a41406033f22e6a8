/** A fingerprint of what a question means: it outlives a corrected typo, and changes with the right answer or with the question itself. */

import type { Question } from "../content/schema/question.ts";
import type { Text } from "../content/text.ts";

/**
 * Stored with each answer: `KEY-PROMPT`, 8 and 16 hexadecimal digits. KEY is a hash of the kind and of what makes an answer right;
 * PROMPT a simhash (Charikar 2002, 64 bits) of three-letter pieces of the words asked, so that few changed letters change few bits.
 * Both see the Spanish text only, which every question has: a better translation is no other question.
 */
export function meaningOf(question: Question): string {
  const key = hex(fnv(`${question.kind}\n${keyOf(question).join("\n")}`, 0));
  const [high, low] = simhash(pieces([question.prompt.es, ...contentOf(question)]));
  return `${key}-${hex(high)}${hex(low)}`;
}

/** Bits of 64. Three typos in a shipped question change 5 and hardly ever 18; two questions differ in 28: see the test. */
const farthest = 18;

/** Of two fingerprints; one that is none (a newer program's) means something else. */
export function sameMeaning(before: string, now: string): boolean {
  if (before === now) return true;
  const [one, other] = [parsed(before), parsed(now)];
  return one !== undefined && other !== undefined && one.key === other.key &&
    bits(one.high ^ other.high) + bits(one.low ^ other.low) <= farthest;
}

interface Parsed {
  readonly key: string;
  readonly high: number;
  readonly low: number;
}

function parsed(meaning: string): Parsed | undefined {
  const found = /^([0-9a-f]{8})-([0-9a-f]{8})([0-9a-f]{8})$/.exec(meaning);
  const [, key, high, low] = found ?? [];
  if (key === undefined || high === undefined || low === undefined) return undefined;
  return { key, high: parseInt(high, 16), low: parseInt(low, 16) };
}

/**
 * What makes an answer right, without its wording where an id names it. A further accepted spelling, a distractor or another
 * scoring does not change what has to be known.
 */
function keyOf(question: Question): readonly string[] {
  switch (question.kind) {
    case "choice":
      return question.choices.filter(({ correct }) => correct).map(({ id }) => id);
    case "multiple":
      return question.choices.filter(({ correct, weight = 0 }) => correct || weight > 0).map(({ id }) => id).sort();
    case "truefalse":
      return [String(question.answer)];
    case "text":
      return [words(first(question.accept)).join(" ")];
    case "number":
      return [question.answer ?? `${question.range?.min}…${question.range?.max}`];
    case "order":
      return [ranks(question.items.map(({ text }) => text)).join(" ")];
    case "match": {
      const rights = ranks(question.pairs.map(({ right }) => right));
      const order = ranks(question.pairs.map(({ left }) => left));
      return [order.map((left, at) => [left, rights[at]]).sort(([a = 0], [b = 0]) => a - b).join(" ")];
    }
    case "cloze":
      return Object.entries(question.blanks).map(([name, { accept }]) => `${name}=${words(first(accept)).join(" ")}`)
        .sort();
    case "command":
      return [(question.accept[0] ?? "").trim().split(/\s+/).join(" ")];
  }
}

/** What stands below the prompt and belongs to what is asked. */
function contentOf(question: Question): readonly string[] {
  switch (question.kind) {
    case "cloze":
      return [question.text.es];
    case "order":
      return question.items.map(({ text }) => text.es);
    case "match":
      return question.pairs.flatMap(({ left, right }) => [left.es, right.es]);
    default:
      return [];
  }
}

/**
 * The place of each text in the alphabet: it says how they are ordered in the file, where their letters a, b, c… always say the
 * same, and hardly any typo changes it.
 */
function ranks(texts: readonly Text[]): readonly number[] {
  const plain = texts.map((text) => words(text.es).join(" "));
  const sorted = plain.toSorted();
  return plain.map((text) => sorted.indexOf(text));
}

function first(texts: readonly Text[]): string {
  return texts[0]?.es ?? "";
}

/** Lower case, without accents or punctuation. */
function words(text: string): readonly string[] {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Each once; words as short as articles and prepositions are in every question and say nothing of this one. */
function pieces(texts: readonly string[]): ReadonlySet<string> {
  const all = texts.flatMap((text) => words(text));
  const telling = all.filter((word) => word.length > 3 || /\p{N}/u.test(word));
  return new Set((telling.length > 0 ? telling : all).flatMap((word) => {
    const padded = `_${word}_`;
    return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
  }));
}

function simhash(features: ReadonlySet<string>): readonly [number, number] {
  const votes = new Int32Array(64);
  for (const feature of features) {
    for (const half of [0, 1] as const) {
      const hash = fnv(feature, half);
      for (let bit = 0; bit < 32; bit++) {
        const at = half * 32 + bit;
        votes[at] = (votes[at] ?? 0) + ((hash >>> bit & 1) === 1 ? 1 : -1);
      }
    }
  }
  const half = (from: number) =>
    votes.subarray(from, from + 32).reduce((sum, vote, bit) => vote > 0 ? sum | 1 << bit : sum, 0) >>> 0;
  return [half(0), half(32)];
}

/** FNV-1a, 32 bits, with the last mixing of MurmurHash3 so that short pieces reach every bit. */
function fnv(text: string, seed: number): number {
  let hash = (2166136261 ^ Math.imul(seed, 0x9e3779b9)) >>> 0;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35) >>> 0;
  return (hash ^ hash >>> 16) >>> 0;
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
