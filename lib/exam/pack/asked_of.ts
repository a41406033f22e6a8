/** From a question to what may be known of it: answers, explanations, feedback, concepts and wrong answers stay behind. */

import type { Question } from "../../content/schema/question.ts";
import { both, type Text } from "../../content/text.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import type { AskedPart, AskedQuestion } from "./asked.ts";
import type { Naming } from "./opaque.ts";

/** What the parts of a question are; the same id may stand on both sides of a match. */
export type PartSide = "choice" | "item" | "left" | "right" | "blank";

/** Name of a part in the pack. `ref`: `quiz/question`, or `lab/task/question`. */
export function partName(naming: Naming, ref: string, side: PartSide, id: string): string {
  return naming(ref, side, id);
}

/**
 * `hints` only where the session shows them. Built from nothing, field by field, so that a field that questions get one day does
 * not find its way into packs.
 */
export function askedOf(question: Question, ref: string, naming: Naming, hints: boolean): AskedQuestion {
  const named = (side: PartSide) => ({ id, text }: AskedPart): AskedPart => ({
    id: partName(naming, ref, side, id),
    text,
  });
  const common = {
    id: naming(ref),
    prompt: question.prompt,
    points: question.points,
    hints: hints ? question.hints : [],
  };
  switch (question.kind) {
    case "choice":
    case "multiple": {
      const { choices, shuffle } = question;
      const shown = choices.map((choice) => ({ ...named("choice")(choice), ...(choice.last ? last : {}) }));
      const free = shown.filter((choice) => !("last" in choice));
      const fixed = shown.filter((choice) => "last" in choice);
      return { kind: question.kind, ...common, choices: [...(shuffle ? byName(free) : free), ...fixed], shuffle };
    }
    case "truefalse":
    case "text":
    case "command":
      return { kind: question.kind, ...common };
    case "number":
      return { kind: "number", ...common, ...(question.unit ? { unit: question.unit } : {}) };
    case "order":
      return { kind: "order", ...common, items: byName(question.items.map(named("item"))) };
    case "match":
      return {
        kind: "match",
        ...common,
        lefts: byName(question.pairs.map(({ id, left }) => named("left")({ id, text: left }))),
        rights: byName(rightsOf(question).map(named("right"))),
      };
    case "cloze": {
      const blanks = Object.keys(question.blanks);
      const names = new Map(blanks.map((id) => [id, partName(naming, ref, "blank", id)]));
      return { kind: "cloze", ...common, text: renamed(question.text, names), blanks: [...names.values()].sort() };
    }
  }
}

const last = { last: true } as const;

function byName<Part extends AskedPart>(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((one, other) => one.id < other.id ? -1 : 1);
}

function renamed(text: Text, names: ReadonlyMap<string, string>): Text {
  return both((lang) =>
    text[lang].replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, (mark, id: string) => {
      const name = names.get(id);
      return name === undefined ? mark : `{{${name}}}`;
    })
  );
}
