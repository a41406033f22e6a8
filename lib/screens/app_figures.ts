/** Figures that the world computes: when a screen asks for them anew, and where they go. */

import type { AppState, Screen } from "./app_state.ts";
import { withScreens } from "./app_lab.ts";
import type { Effect } from "./effects.ts";
import { reloaded } from "./home.ts";
import type { Message } from "./message.ts";
import { reloadedStats } from "./stats.ts";

export type FiguresMessage = Extract<
  Message,
  { kind: "home-loaded" | "stats-loaded" | "concept-loaded" | "summary-loaded" | "names-loaded" }
>;

/** Screens that are gone meanwhile, or show another quiz or concept, take no notice. */
export function withFigures(state: AppState, message: FiguresMessage): AppState {
  switch (message.kind) {
    case "home-loaded":
      return withScreens(
        state,
        (screen) => screen.kind === "home" ? { ...screen, state: reloaded(screen.state, message.home) } : screen,
      );
    case "stats-loaded":
      return withScreens(
        state,
        (screen) =>
          screen.kind === "stats" ? { ...screen, state: reloadedStats(screen.state, message.statistics) } : screen,
      );
    case "concept-loaded":
      return withScreens(
        state,
        (screen) =>
          screen.kind === "concept" && screen.state.opening.id === message.opening.id
            ? { ...screen, state: { ...screen.state, opening: message.opening } }
            : screen,
      );
    case "summary-loaded":
      return withScreens(
        state,
        (screen) =>
          screen.kind === "summary" && screen.state.session.quiz.id === message.news.quiz
            ? { ...screen, state: { ...screen.state, news: message.news } }
            : screen,
      );
    case "names-loaded":
      return withScreens(
        { ...state, names: message.names },
        (screen) =>
          screen.kind === "summary" ? { ...screen, state: { ...screen.state, names: message.names } } : screen,
      );
  }
}

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
