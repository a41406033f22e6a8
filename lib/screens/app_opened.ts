/** Where a screen that was opened takes its place on the stack. */

import { type AppState, quizScreen, type Screen } from "./app_state.ts";
import type { Effect, OpenEffect } from "./effects.ts";
import { codeOf } from "./loaded.ts";
import type { OpenedMessage } from "./message.ts";

const kinds: ReadonlySet<Effect["kind"]> = new Set([
  "open-quiz",
  "open-lab",
  "open-review",
  "open-stats",
  "open-concept",
  "open-step",
]);

export function isOpening(effect: Effect): effect is OpenEffect {
  return kinds.has(effect.kind);
}

/** The session of a quiz must have questions, and the code of the screen be loaded. */
export function withOpened(state: AppState, message: OpenedMessage): readonly Screen[] {
  const { screens } = state;
  switch (message.kind) {
    case "quiz-opened":
      return [...lookedAt(screens), quizScreen(message.session, state)];
    case "lab-opened":
      return [...lookedAt(screens), codeOf("lab").start(message.opening)];
    case "review-opened":
      return [...without(screens, "review"), codeOf("review").start(message.opening)];
    case "stats-opened":
      return [...without(screens, "stats"), codeOf("stats").start(message.statistics)];
    case "concept-opened":
      return [...without(screens, "concept"), codeOf("concept").start(message.opening)];
    case "step-opened":
      return [...begunFrom(screens), codeOf("step").start(message.opening)];
  }
}

/** What a quiz or a lab is begun from comes back after it; an earlier quiz or lab does not. */
function lookedAt(screens: readonly Screen[]): readonly Screen[] {
  return screens.filter(({ kind }) => looked.has(kind));
}

const looked: ReadonlySet<Screen["kind"]> = new Set(["home", "stats", "concept", "review", "step"]);

/** A step leads on from the one before it, or from the end of its quiz: one key leads back to where the path was begun. */
function begunFrom(screens: readonly Screen[]): readonly Screen[] {
  return screens.filter(({ kind }) => kind !== "step" && looked.has(kind));
}

/** A neighbour takes the place of the one on top, so that one key leads back from however many. */
function without(screens: readonly Screen[], kind: Screen["kind"]): readonly Screen[] {
  return screens.at(-1)?.kind === kind ? screens.slice(0, -1) : screens;
}
