/** The variant of a student: which questions are drawn, their order, and the order of their parts. */

import type { Question } from "../../content/schema/question.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { seeded } from "../../quiz/rng.ts";
import type { AskedQuestion } from "../pack/asked.ts";
import { blankQuestion } from "../pack/blank.ts";
import { keyedHash } from "../hash.ts";
import type { Pack } from "../pack/pack.ts";

/** A question of the paper; its number is its place in the list. */
export interface PaperQuestion {
  readonly asked: AskedQuestion;
  /** The same with an empty key: see `blank.ts`. */
  readonly question: Question;
  /** Names of choices, items or rights in the order shown; empty where nothing is shuffled. */
  readonly shown: readonly string[];
}

/** Where there is no ticket: HMAC-SHA256(seed of the pack as 32 bytes, student id as UTF-8); hex, 64 digits. */
export function seedWithoutTicket(pack: Pick<Pack, "seed">, student: string): string {
  return keyedHash(Uint8Array.fromHex(pack.seed), student).toHex();
}

/**
 * `seed`: hex, the key of every HMAC-SHA256 below as 32 bytes; all are compared as hex.
 *
 * - of each pool the `count` questions with the least HMAC("draw:" + name) are drawn;
 * - where the session shuffles, they are asked by HMAC("place:" + name), the least first; otherwise pool after pool, each in the
 *   order of its list;
 * - the first four bytes of HMAC("order:" + name), big-endian, seed `seeded()` of quiz/rng.ts, which `shown` of the kind draws from.
 *
 * Each question draws for itself: one that is added to a pool takes the place of one drawn question at most, or of none, and leaves
 * the others as they were. tests/exam/paper_test.ts holds test vectors.
 */
export function paperOf(pack: Drawing, seed: string): readonly PaperQuestion[] {
  const known = new Map(pack.questions.map((question) => [question.id, question]));
  return drawnNames(pack, seed).flatMap((name) => {
    const asked = known.get(name);
    if (!asked) return [];
    const question = blankQuestion(asked);
    return [{ asked, question, shown: shownOf(question, seed) }];
  });
}

type Drawing = Pick<Pack, "pools" | "questions" | "shuffle">;

/** The names of the questions of `paperOf`, for whoever shows none of them. */
export function drawnNames({ pools, shuffle }: Omit<Drawing, "questions">, seed: string): readonly string[] {
  const key = Uint8Array.fromHex(seed);
  const by = (purpose: string, names: readonly string[]): readonly string[] =>
    names.map((name) => ({ name, place: keyedHash(key, `${purpose}:${name}`).toHex() }))
      .sort((one, other) => one.place < other.place ? -1 : 1)
      .map(({ name }) => name);
  const drawn = pools.flatMap((pool) => {
    const chosen = new Set(by("draw", pool.questions).slice(0, pool.count));
    return pool.questions.filter((name) => chosen.has(name));
  });
  return shuffle ? by("place", drawn) : drawn;
}

/** Of a blank question: see `PaperQuestion`. */
export function shownOf(question: Question, seed: string): readonly string[] {
  const order = keyedHash(Uint8Array.fromHex(seed), `order:${question.id}`).toHex();
  const shown = kindOf(question).shown(question, seeded(Number.parseInt(order.slice(0, 8), 16)));
  if (question.kind !== "match") return shown;
  // Its lefts have rights without a text, which are nothing to choose.
  return shown.filter((id) => question.distractors.some((right) => right.id === id));
}
