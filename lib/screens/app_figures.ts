/** Figures that the world computes: when a screen asks for them anew. */

import type { AppState, Screen } from "./app_state.ts";
import type { Effect } from "./effects.ts";

/** What is asked for when a screen comes into view: of a summary always, of others when they come back. */
export function figuresFor(before: AppState, after: AppState): readonly Effect[] {
  const [earlier, top] = [before.screens.at(-1), after.screens.at(-1)];
  const back = after.screens.length < before.screens.length;
  switch (top?.kind) {
    case "home":
      return back ? [{ kind: "load-home" }] : [];
    case "stats":
      return back ? [{ kind: "load-stats" }] : [];
    case "concept":
      return back ? [{ kind: "load-concept", id: top.state.opening.id }] : [];
    case "step": {
      const { path, place } = top.state.opening;
      return back ? [{ kind: "load-step", path, place }] : [];
    }
    case "summary":
      return sessionOf(earlier) === top.state.session
        ? []
        : [{ kind: "load-summary", quiz: top.state.session.quiz.id }];
    default:
      return [];
  }
}

function sessionOf(screen: Screen | undefined): object | undefined {
  return screen?.kind === "summary" ? screen.state.session : undefined;
}
