/** A question with an empty key: what screens and answers files understand, and what nobody can grade. */

import type { Question } from "../../content/schema/question.ts";
import { same } from "../../content/text.ts";
import type { AskedQuestion } from "./asked.ts";

const nothing = same("");

/**
 * `parse`, `raw`, `shown` and `describe` of its kind work on it as on any other; `grade` and `solution` mean nothing. Its ids are
 * the names of the pack.
 */
export function blankQuestion(asked: AskedQuestion): Question {
  const { id, points, hints } = asked;
  const common = { id, prompt: asked.prompt, points, hints, concepts: [], explanation: nothing };
  switch (asked.kind) {
    case "choice":
    case "multiple": {
      const choices = asked.choices.map(({ id, text, last = false }) => ({ id, text, last, correct: false }));
      const { kind, shuffle } = asked;
      return kind === "choice"
        ? { kind, ...common, choices, shuffle }
        : { kind, ...common, choices, shuffle, scoring: "balanced" };
    }
    case "truefalse":
      return { kind: "truefalse", ...common, answer: false };
    case "text":
      return { kind: "text", ...common, ...emptyKey };
    case "command":
      return { kind: "command", ...common, accept: [], reject: [], allowFlags: [] };
    case "number":
      return { kind: "number", ...common, reject: [], ...(asked.unit ? { unit: asked.unit } : {}) };
    case "order":
      return { kind: "order", ...common, items: asked.items, scoring: "exact" };
    case "match":
      return {
        kind: "match",
        ...common,
        pairs: asked.lefts.map(({ id, text }) => ({ id, left: text, right: nothing })),
        distractors: asked.rights,
      };
    case "cloze":
      return {
        kind: "cloze",
        ...common,
        text: asked.text,
        blanks: Object.fromEntries(asked.blanks.map((name) => [name, emptyKey])),
      };
  }
}

const emptyKey = { accept: [], reject: [], accents: 0, caseSensitive: false };
