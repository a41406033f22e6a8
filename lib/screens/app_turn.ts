/** One turn of the screen on top, whichever it is. */

import type { StudyEvent } from "../study/events.ts";
import type { Screen } from "./app_state.ts";
import { updateConcept } from "./concept.ts";
import { updateGate } from "./gate_update.ts";
import { updateHome } from "./home.ts";
import type { Key } from "./key.ts";
import { settleLab, updateLab } from "./lab_update.ts";
import type { View } from "./page.ts";
import { settleQuiz, updateQuiz } from "./quiz.ts";
import { settleReview, updateReview } from "./review_update.ts";
import { updateStats } from "./stats.ts";
import { updateSummary } from "./summary.ts";
import type { Done, Turn } from "./turn.ts";

export function updateScreen(screen: Screen, key: Key, view: View): Turn<Screen> {
  switch (screen.kind) {
    case "home": {
      const { state, wishes } = updateHome(screen.state, key, view);
      return { state: { kind: "home", state }, wishes };
    }
    case "quiz": {
      const { state, wishes } = updateQuiz(screen.state, key, view);
      return { state: { kind: "quiz", state }, wishes };
    }
    case "summary": {
      const { state, wishes } = updateSummary(screen.state, key, view);
      return { state: { kind: "summary", state }, wishes };
    }
    case "review": {
      const { state, wishes } = updateReview(screen.state, key, view);
      return { state: { kind: "review", state }, wishes };
    }
    case "stats": {
      const { state, wishes } = updateStats(screen.state, key, view);
      return { state: { kind: "stats", state }, wishes };
    }
    case "concept": {
      const { state, wishes } = updateConcept(screen.state, key, view);
      return { state: { kind: "concept", state }, wishes };
    }
    case "lab": {
      if (screen.gate) {
        const { state: gate, wishes } = updateGate(screen.gate, key, view);
        return { state: { ...screen, gate }, wishes };
      }
      const { state, wishes } = updateLab(screen.state, key, view);
      return { state: { kind: "lab", state }, wishes };
    }
  }
}

/** What waited for the store goes on; `event`: what is stored now, where it is told. */
export function settled(screen: Screen, done: Done, event: StudyEvent | undefined): Turn<Screen> {
  if (screen.kind === "lab") return { state: { ...screen, state: settleLab(screen.state, done) }, wishes: [] };
  if (screen.kind === "review") {
    const { state, wishes } = settleReview(screen.state, done, event);
    return { state: { kind: "review", state }, wishes };
  }
  if (screen.kind !== "quiz") return { state: screen, wishes: [] };
  const { state, wishes } = settleQuiz(screen.state, done);
  return { state: { kind: "quiz", state }, wishes };
}
