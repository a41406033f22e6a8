/** Lefts to be joined with rights: each left takes the letter of its right. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { rightsOf } from "../../quiz/kinds/match.ts";
import type { Line } from "../frame.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { inlineMarkdown } from "../markdown.ts";
import { span } from "../width.ts";
import { wrap } from "../wrap.ts";
import type { Drawing, Look } from "./drawing.ts";
import { judged } from "./lead.ts";
import { drawOptions, letter, optionNamed, type Walk, walked, walking } from "./options.ts";

/** `shown` are the ids of the rights as they stand on the screen; `at` is a place among the pairs. */
export interface MatchDraft {
  readonly kind: "match";
  readonly question: QuestionOf<"match">;
  readonly shown: readonly string[];
  readonly at: number;
  readonly pairs: Readonly<Record<string, string>>;
}

export const matchBindings: readonly Binding<Walk | "next" | "before" | "clear">[] = [
  {
    keys: ["right", "space"],
    label: "a-z ←→",
    help: { es: "emparejar", en: "join" },
    alone: { es: "pareja siguiente", en: "next partner" },
    action: "next",
  },
  ...walking,
  { keys: ["left"], help: { es: "pareja anterior", en: "partner before" }, action: "before", quiet: true },
  {
    keys: ["backspace", "delete"],
    help: { es: "quitar la pareja", en: "take the partner away" },
    action: "clear",
    quiet: true,
  },
];

/** The letters of the right side, for the help. */
export const pairing: Binding<"pair"> = {
  keys: ["a-z"],
  help: { es: "elegir la pareja", en: "choose the partner" },
  action: "pair",
  quiet: true,
};

export function startMatch(
  question: QuestionOf<"match">,
  shown: readonly string[],
  answer?: AnswerOf<"match">,
): MatchDraft {
  const rights = shown.length > 0 ? shown : rightsOf(question).map(({ id }) => id);
  return { kind: "match", question, shown: rights, at: 0, pairs: answer?.pairs ?? {} };
}

export function pressMatch(draft: MatchDraft, key: Key): MatchDraft | undefined {
  const count = draft.question.pairs.length;
  const named = key.kind === "key" && /^[a-z]$/.test(key.name) ? optionNamed(key, draft.shown.length) : undefined;
  if (named !== undefined) {
    const joined = taken(draft, named);
    return { ...joined, at: Math.min(count - 1, draft.at + 1) };
  }
  const action = actionOf(matchBindings, key);
  switch (action) {
    case undefined:
      return undefined;
    case "next":
      return taken(draft, walked(current(draft), draft.shown.length, "down"));
    case "before":
      return taken(draft, walked(Math.max(0, current(draft)), draft.shown.length, "up"));
    case "clear": {
      const left = draft.question.pairs[draft.at]?.id;
      return { ...draft, pairs: Object.fromEntries(Object.entries(draft.pairs).filter(([id]) => id !== left)) };
    }
    default:
      return { ...draft, at: walked(draft.at, count, action) };
  }
}

/** Every left must have its right. */
export function answerMatch({ question, pairs }: MatchDraft): AnswerOf<"match"> | undefined {
  return question.pairs.every(({ id }) => Object.hasOwn(pairs, id)) ? { kind: "match", pairs } : undefined;
}

/** The lefts with what they took, then the rights with their letters. */
export function drawMatch({ question, shown, at, pairs }: MatchDraft, { lang, width, answered }: Look): Drawing {
  const rights = rightsOf(question);
  const textOf = (id: string | undefined) => rights.find((right) => right.id === id)?.text[lang] ?? "";
  const lefts = question.pairs.map(({ id, left, right }, index) => {
    const takenId = Object.hasOwn(pairs, id) ? pairs[id] : undefined;
    const place = takenId === undefined ? -1 : shown.indexOf(takenId);
    const label = place < 0 ? "…" : answered ? textOf(takenId) : letter(place);
    const good = textOf(takenId) === right[lang];
    return { label: `${index + 1}.`, text: `${left[lang]} → ${label}`, ...(answered ? judged(good, true) : {}) };
  });
  const drawn = drawOptions(lefts, answered ? undefined : at, width);
  if (answered) return drawn;
  const inUse = new Set(Object.values(pairs));
  const list = shown.flatMap((id, index): readonly Line[] =>
    wrap(inlineMarkdown(textOf(id), inUse.has(id) ? "dim" : "plain"), width, {
      first: [span(`  ${letter(index)} `, inUse.has(id) ? "dim" : "key")],
      rest: [span("     ")],
    })
  );
  return { ...drawn, lines: [...drawn.lines, [], ...list] };
}

function current({ question, at, pairs, shown }: MatchDraft): number {
  const left = question.pairs[at]?.id;
  return left === undefined || !Object.hasOwn(pairs, left) ? -1 : shown.indexOf(pairs[left] ?? "");
}

function taken(draft: MatchDraft, place: number): MatchDraft {
  const left = draft.question.pairs[draft.at]?.id;
  const right = draft.shown[place];
  return left === undefined || right === undefined ? draft : { ...draft, pairs: { ...draft.pairs, [left]: right } };
}
