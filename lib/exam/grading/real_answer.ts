/** An answer in the names of the pack, back in the ids of the content. */

import type { Question } from "../../content/schema/question.ts";
import type { Answer } from "../../quiz/answer.ts";
import type { RawAnswer } from "../../quiz/kind.ts";
import { kindOf } from "../../quiz/kinds.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import { isRefused } from "../../quiz/raw.ts";
import { partName, type PartSide } from "../pack/asked_of.ts";
import type { Naming } from "../pack/opaque.ts";

/** Name in the pack → id, of the choices, items, lefts, rights and blanks of one question. */
export type PartIds = ReadonlyMap<string, string>;

/** `ref`: `quiz/question`, or `lab/task/question`. */
export function partIdsOf(question: Question, ref: string, naming: Naming): PartIds {
  const named = (side: PartSide, ids: readonly string[]) =>
    ids.map((id) => [partName(naming, ref, side, id), id] as const);
  switch (question.kind) {
    case "choice":
    case "multiple":
      return new Map(named("choice", question.choices.map(({ id }) => id)));
    case "order":
      return new Map(named("item", question.items.map(({ id }) => id)));
    case "match":
      return new Map([
        ...named("left", question.pairs.map(({ id }) => id)),
        ...named("right", rightsOf(question).map(({ id }) => id)),
      ]);
    case "cloze":
      return new Map(named("blank", Object.keys(question.blanks)));
    case "truefalse":
    case "text":
    case "number":
    case "command":
      return new Map();
  }
}

/** Undefined where it is no answer to this question: its parts are not there any more, or never were. */
export function realAnswer(question: Question, raw: RawAnswer, ids: PartIds): Answer | undefined {
  const real = realRaw(question.kind, raw, ids);
  if (real === undefined) return undefined;
  const answer = kindOf(question).parse(question, real);
  return isRefused(answer) ? undefined : answer;
}

function realRaw(kind: Question["kind"], raw: RawAnswer, ids: PartIds): RawAnswer | undefined {
  switch (kind) {
    case "truefalse":
    case "text":
    case "number":
    case "command":
      return raw;
    case "choice":
      return typeof raw === "string" ? ids.get(raw) : undefined;
    case "multiple":
    case "order":
      return isList(raw) ? every(raw, (name) => ids.get(name)) : undefined;
    case "match":
      return pairs(raw, ids, (name) => ids.get(name));
    case "cloze":
      return pairs(raw, ids, (typed) => typed);
  }
}

const isList = (raw: RawAnswer): raw is readonly string[] => Array.isArray(raw);

function every(names: readonly string[], real: (name: string) => string | undefined): readonly string[] | undefined {
  const all = names.flatMap((name) => real(name) ?? []);
  return all.length === names.length ? all : undefined;
}

function pairs(
  raw: RawAnswer,
  ids: PartIds,
  real: (value: string) => string | undefined,
): Readonly<Record<string, string>> | undefined {
  if (typeof raw !== "object" || isList(raw)) return undefined;
  const keys = every(Object.keys(raw), (name) => ids.get(name));
  const values = every(Object.values(raw), real);
  return keys && values && Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
}
