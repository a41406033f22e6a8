/** The keys of the review, which depend on whether something is asked, answered, or over. */

import type { Text } from "../content/text.ts";
import type { Rating } from "../study/events.ts";
import { ratings } from "../study/rating.ts";
import { keysOf } from "./app_keys.ts";
import type { Binding } from "./key.ts";
import { quizHelp, quizHoldsText, quizTypes } from "./quiz_keys.ts";
import { ratingWords } from "./rating_words.ts";
import { counts, type ReviewState } from "./review.ts";

export type Scroll = "line-up" | "line-down" | "page-up" | "page-down";

/** A rating is an action: its key gives it. */
export type ReviewAction =
  | Rating
  | Scroll
  | "reveal"
  | "next"
  | "open-lab"
  | "more"
  | "unseen"
  | "cram"
  | "leave";

type Keys = readonly Binding<ReviewAction>[];

const rate: Text = { es: "valorar", en: "rate" };

const rates: Keys = ratings.map((rating, index) => ({
  keys: [`${index + 1}`],
  help: rate,
  alone: ratingWords[rating],
  action: rating,
  ...(index === 0 ? { label: "1-4" } : { quiet: true }),
}));

const scrolling: Keys = [
  { keys: ["up", "k"], help: { es: "subir", en: "up" }, action: "line-up", quiet: true },
  { keys: ["down", "j"], help: { es: "bajar", en: "down" }, action: "line-down", quiet: true },
];

const paging: Keys = [
  {
    keys: ["pageup"],
    help: { es: "texto hacia arriba", en: "text up" },
    action: "page-up",
    quiet: true,
  },
  {
    keys: ["pagedown"],
    help: { es: "texto hacia abajo", en: "text down" },
    action: "page-down",
    quiet: true,
  },
];

function leaving(types: boolean): Keys[number] {
  return { keys: keysOf(types, "q", "ctrl-q"), help: { es: "dejarlo", en: "leave" }, action: "leave" };
}

/** Letters are text where a task is being remembered, and where the question takes them. */
export function reviewTypes({ asked }: ReviewState): boolean {
  if (asked.kind === "question") return quizTypes(asked.quiz);
  return asked.kind === "task" && !asked.revealed;
}

/** Whether something stands in the field that is typed into. */
export function reviewHoldsText({ asked }: ReviewState): boolean {
  if (asked.kind === "question") return quizHoldsText(asked.quiz);
  return asked.kind === "task" && !asked.revealed && asked.field.text !== "";
}

/** Those of the review itself: a question has its own besides. */
export function reviewBindings(state: ReviewState): Keys {
  const { asked } = state;
  switch (asked.kind) {
    case "question":
      return asked.rating !== undefined && !asked.quiz.flagging && counts(state) ? rates : [];
    case "task": {
      const open = (types: boolean): Keys[number] => ({
        keys: keysOf(types, "o", "ctrl-o"),
        help: { es: "abrir el laboratorio", en: "open the lab" },
        action: "open-lab",
      });
      if (!asked.revealed) {
        const reveal: Keys[number] = {
          keys: ["enter"],
          help: { es: "ver la solución", en: "see the solution" },
          action: "reveal",
        };
        return [reveal, leaving(true), open(true), ...paging];
      }
      const next: Keys = asked.rating === undefined ? [] : [
        { keys: ["enter", "n", "space", "right"], help: { es: "siguiente", en: "next" }, action: "next" },
      ];
      return [...next, ...rates, leaving(false), open(false), ...scrolling, ...paging];
    }
    case "end":
      return [
        ...further(state),
        { keys: ["q", "ctrl-q", "escape"], help: { es: "terminar", en: "done" }, action: "leave" },
        ...scrolling,
        ...paging,
      ];
  }
}

/** With what to go on when all is done: the rest of today first, then what is new, then practice. */
function further(state: ReviewState): Keys {
  const { more, upcoming, unseen, cards } = state.opening;
  const rest: Keys = more === 0 ? [] : [
    { keys: ["enter"], help: { es: "seguir", en: "go on" }, action: "more" },
  ];
  const fresh: Keys = unseen === 0 ? [] : [
    { keys: ["n"], help: { es: "nuevas", en: "new ones" }, action: "unseen" },
  ];
  const any = more + upcoming.length + cards.length > 0;
  const cram: Keys = !any ? [] : [
    { keys: ["c"], help: { es: "practicar más", en: "practise more" }, action: "cram" },
  ];
  return [...rest, ...fresh, ...cram];
}

/** All that can be pressed, as footer and help show it. */
export function reviewHelp(state: ReviewState): readonly Binding<unknown>[] {
  const own = reviewBindings(state);
  if (state.asked.kind !== "question") return own;
  const [first, ...others] = quizHelp(state.asked.quiz);
  return first ? [first, ...own, ...others] : own;
}
