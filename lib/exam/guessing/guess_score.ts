/** What blind guessing is worth: the mean mark of all answers that are equally likely to be given without reading. */

import type { Question, QuestionOf } from "../../content/schema/question.ts";
import type { Answer } from "../../quiz/answer.ts";
import { grade } from "../../quiz/grade.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import { type Rng, seeded, seedFor, shuffled } from "../../quiz/rng.ts";
import type { GuessScore } from "../marks/marks.ts";
import { tickScore } from "./tick_score.ts";

/**
 * The random guess score of Moodle's statistics report (`get_random_guess_score` of each question type), also where Moodle gives
 * none. Always through the grader of the question: there is one truth about what an answer is worth.
 *
 * - choice, truefalse: the mean of the choices.
 * - multiple: every set of ticks is equally likely, the empty one too; see `tick_score.ts`.
 * - order: every order is equally likely; counted for up to 7 items. Beyond: 1 / n! where all counts; with pairs a half, for each
 *   order and its reverse share the pairs between them.
 * - match: every right is equally likely for every left; pairs add up, so the mean of each left does.
 * - typed answers: 0, unless anything at all is taken.
 */
export function guessScore(question: Question): GuessScore {
  const mark = (answer: Answer) => grade(question, answer).fraction;
  const exact = (score: number): GuessScore => ({ score, exact: true });
  switch (question.kind) {
    case "choice":
      return exact(mean(question.choices.map(({ id }) => mark({ kind: "choice", choice: id }))));
    case "truefalse":
      return exact(mean([true, false].map((value) => mark({ kind: "truefalse", value }))));
    case "multiple":
      return tickScore(question, seeded(seedFor(0, question.id)));
    case "order":
      return exact(orderScore(question, mark));
    case "match": {
      const rights = rightsOf(question);
      return exact(question.pairs.reduce(
        (sum, { id }) => sum + mean(rights.map((right) => mark({ kind: "match", pairs: { [id]: right.id } }))),
        0,
      ));
    }
    case "text":
    case "number":
    case "command": {
      const { kind } = question;
      const probes = kind === "number" ? numbers : words;
      return exact(Math.min(...probes.map((typed) => mark({ kind, typed }))));
    }
    case "cloze":
      return exact(Math.min(...words.map((typed) => mark({ kind: "cloze", blanks: typedInto(question, typed) }))));
  }
}

/** What nobody would accept who does not accept everything. */
const words = ["qzxjw", "0"];
const numbers = ["-987654321987", "0.000123", "987654321987"];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function typedInto({ blanks }: QuestionOf<"cloze">, typed: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(blanks).map((name) => [name, typed]));
}

/** 7! is 5040. */
const mostCounted = 7;

function orderScore({ items, scoring }: QuestionOf<"order">, mark: (answer: Answer) => number): number {
  const ids = items.map(({ id }) => id);
  if (ids.length > mostCounted) {
    if (scoring === "pairs") return 0.5;
    return ids.reduce((share, _, index) => share / (index + 1), 1);
  }
  let sum = 0;
  let count = 0;
  for (const order of orders(ids)) {
    sum += mark({ kind: "order", items: order });
    count++;
  }
  return sum / count;
}

function* orders(ids: readonly string[]): Generator<readonly string[]> {
  if (ids.length < 2) yield ids;
  for (const [index, first] of ids.length < 2 ? [] : ids.entries()) {
    for (const rest of orders(ids.toSpliced(index, 1))) yield [first, ...rest];
  }
}

/** One answer as somebody gives it who does not read; nothing for what has to be typed. What simulations are made of. */
export function blindAnswer(question: Question, rng: Rng): Answer | undefined {
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(rng() * items.length)];
  switch (question.kind) {
    case "choice":
      return { kind: "choice", choice: one(question.choices)?.id ?? "" };
    case "truefalse":
      return { kind: "truefalse", value: rng() < 0.5 };
    case "multiple":
      return { kind: "multiple", choices: question.choices.filter(() => rng() < 0.5).map(({ id }) => id) };
    case "order":
      return { kind: "order", items: shuffled(question.items.map(({ id }) => id), rng) };
    case "match": {
      const rights = rightsOf(question);
      return {
        kind: "match",
        pairs: Object.fromEntries(question.pairs.map(({ id }) => [id, one(rights)?.id ?? ""])),
      };
    }
    default:
      return undefined;
  }
}
