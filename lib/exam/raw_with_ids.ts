/** What a student answered, with the names of the pack made ids again. */

import type { Question } from "../content/schema/question.ts";
import { isRecord } from "../content/is_record.ts";
import type { RawAnswer } from "../quiz/kind.ts";
import { rightsOf } from "../quiz/kinds/match.ts";
import { partName, type PartSide } from "./asked_of.ts";
import type { Naming } from "./opaque.ts";

/**
 * As an answers file for the original question would say it. A name that no part has, as after a choice was taken out of the
 * question, stays as it is: the question then refuses it. `ref` as for `askedOf`.
 */
export function rawWithIds(question: Question, ref: string, naming: Naming, raw: RawAnswer): RawAnswer {
  const idsOf = (side: PartSide, ids: readonly string[]) => {
    const known = new Map(ids.map((id) => [partName(naming, ref, side, id), id]));
    return (name: string): string => known.get(name) ?? name;
  };
  switch (question.kind) {
    case "choice":
    case "multiple": {
      const id = idsOf("choice", question.choices.map(({ id }) => id));
      return typeof raw === "string" ? id(raw) : isList(raw) ? raw.map(id) : raw;
    }
    case "order": {
      const id = idsOf("item", question.items.map(({ id }) => id));
      return isList(raw) ? raw.map(id) : raw;
    }
    case "match": {
      const left = idsOf("left", question.pairs.map(({ id }) => id));
      const right = idsOf("right", rightsOf(question).map(({ id }) => id));
      return isMap(raw) ? mapped(raw, ([from, to]) => [left(from), right(to)]) : raw;
    }
    case "cloze": {
      const blank = idsOf("blank", Object.keys(question.blanks));
      return isMap(raw) ? mapped(raw, ([name, typed]) => [blank(name), typed]) : raw;
    }
    case "truefalse":
    case "text":
    case "number":
    case "command":
      return raw;
  }
}

const isList = (raw: RawAnswer): raw is readonly string[] => Array.isArray(raw);
const isMap = (raw: RawAnswer): raw is Readonly<Record<string, string>> => isRecord(raw);

function mapped(
  raw: Readonly<Record<string, string>>,
  of: (entry: readonly [string, string]) => readonly [string, string],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(raw).map(of));
}
