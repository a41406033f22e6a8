/** Things to be put in order: the one under the pointer is carried up and down. */

import type { QuestionOf } from "../../content/schema/question.ts";
import type { AnswerOf } from "../../quiz/answer.ts";
import { actionOf, type Binding, type Key } from "../key.ts";
import { span } from "../width.ts";
import type { Drawing, Look } from "./drawing.ts";
import { judged } from "./lead.ts";
import { drawOptions, type Option, optionNamed, type Walk, walked, walking } from "./options.ts";

/** While `held`, walking carries the item along. */
export interface OrderDraft {
  readonly kind: "order";
  readonly question: QuestionOf<"order">;
  readonly items: readonly string[];
  readonly at: number;
  readonly held: boolean;
}

export const orderBindings: readonly Binding<Walk | "hold" | "raise" | "lower">[] = [
  ...walking,
  { keys: ["space"], help: { es: "coger/soltar", en: "pick up/drop" }, action: "hold" },
  {
    keys: ["shift-up", "u", "K", "alt-up"],
    label: "u/d",
    help: { es: "subir/bajar", en: "raise/lower" },
    alone: { es: "subir el elemento", en: "raise the item" },
    action: "raise",
  },
  {
    keys: ["shift-down", "d", "J", "alt-down"],
    help: { es: "bajar el elemento", en: "lower the item" },
    action: "lower",
    quiet: true,
  },
];

export function startOrder(
  question: QuestionOf<"order">,
  shown: readonly string[],
  answer?: AnswerOf<"order">,
): OrderDraft {
  const items = answer?.items ?? (shown.length > 0 ? shown : question.items.map(({ id }) => id));
  return { kind: "order", question, items, at: 0, held: false };
}

export function pressOrder(draft: OrderDraft, key: Key): OrderDraft | undefined {
  const action = actionOf(orderBindings, key);
  const count = draft.items.length;
  switch (action) {
    case undefined: {
      const named = key.kind === "key" && /^[1-9]$/.test(key.name) ? optionNamed(key, count) : undefined;
      return named === undefined ? undefined : draft.held ? carried(draft, named) : { ...draft, at: named };
    }
    case "hold":
      return { ...draft, held: !draft.held };
    case "raise":
      return carried(draft, Math.max(0, draft.at - 1));
    case "lower":
      return carried(draft, Math.min(count - 1, draft.at + 1));
    default: {
      const to = walked(draft.at, count, action);
      return draft.held ? carried(draft, to) : { ...draft, at: to };
    }
  }
}

export function answerOrder({ items }: OrderDraft): AnswerOf<"order"> {
  return { kind: "order", items };
}

/** After answering, an item is green where it stands in its place. */
export function drawOrder({ question, items, at, held }: OrderDraft, { lang, width, answered }: Look): Drawing {
  const options = items.map((id, index): Option => {
    const text = question.items.find((item) => item.id === id)?.text[lang] ?? id;
    const seen = answered ? judged(question.items[index]?.id === id, true) : undefined;
    const carried = held && index === at ? { lead: span("↕ ", "selected") } : {};
    return { ...carried, label: `${index + 1}.`, text, ...seen };
  });
  return drawOptions(options, answered ? undefined : at, width);
}

function carried(draft: OrderDraft, to: number): OrderDraft {
  const items = draft.items.filter((_, index) => index !== draft.at);
  const item = draft.items[draft.at];
  if (item === undefined) return draft;
  return { ...draft, items: [...items.slice(0, to), item, ...items.slice(to)], at: to };
}
