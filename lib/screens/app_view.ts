/** The picture of the whole program: the top screen or what lies over it, made to fit. */

import { type AppState, keysOn, type Screen, viewOf } from "./app_state.ts";
import { inAscii } from "./ascii.ts";
import { viewConcept } from "./concept_view.ts";
import type { Frame, Size } from "./frame.ts";
import { footer } from "./footer.ts";
import { viewGate } from "./gate_view.ts";
import { viewHome } from "./home_view.ts";
import type { Binding } from "./key.ts";
import { viewLab } from "./lab_view.ts";
import { viewOverlay } from "./overlay.ts";
import { fitted, type View } from "./page.ts";
import { viewQuiz } from "./quiz_view.ts";
import { viewPrompt } from "./prompt_view.ts";
import { viewReview } from "./review_view.ts";
import { isTooSmall, viewSmall } from "./small.ts";
import { viewStats } from "./stats_view.ts";
import { viewSummary } from "./summary_view.ts";
import { span } from "./width.ts";

const giveUp: readonly Binding<"cancel">[] = [
  { keys: ["escape"], help: { es: "cancelar", en: "cancel" }, action: "cancel" },
];

/** Never throws and always fits, whatever the size. */
export function viewApp(state: AppState, size: Size): Frame {
  const frame = fitted(isTooSmall(size) ? viewSmall(state.lang, size) : drawn(state, viewOf(state, size)), size);
  return state.theme.ascii ? inAscii(frame) : frame;
}

function drawn(state: AppState, view: View): Frame {
  const screen = state.screens.at(-1);
  if (state.overlay) return viewOverlay(state.overlay, view, keysOn(screen));
  if (!screen) return { lines: [] };
  const frame = viewScreen(screen, view);
  if (!state.opening) return frame;
  const line = [span(state.opening.text[view.lang], "accent"), span("  "), ...footer(giveUp, view.lang, 20)];
  return { lines: [...frame.lines.slice(0, -1), line] };
}

function viewScreen(screen: Screen, view: View): Frame {
  switch (screen.kind) {
    case "home":
      return viewHome(screen.state, view);
    case "quiz":
      return viewQuiz(screen.state, view);
    case "summary":
      return viewSummary(screen.state, view);
    case "review":
      return viewReview(screen.state, view);
    case "stats":
      return viewStats(screen.state, view);
    case "concept":
      return viewConcept(screen.state, view);
    case "lab":
      if (screen.gate) return viewGate(screen.gate, view);
      return screen.state.prompt.open ? viewPrompt(screen.state, view) : viewLab(screen.state, view);
  }
}
