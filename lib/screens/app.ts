/** The program: keys and messages in, the next state and what is to be done out. */

import { same } from "../content/text.ts";
import type { Session } from "../quiz/session.ts";
import type { Effect } from "./effects.ts";
import { appBindings } from "./app_keys.ts";
import {
  type AppState,
  emptyQuiz,
  holdsText,
  keysOn,
  openingText,
  quizScreen,
  type Screen,
  takesInterrupt,
  typesOn,
} from "./app_state.ts";
import { viewApp } from "./app_view.ts";
import { startConcept, updateConcept } from "./concept.ts";
import { atGate, type GateState } from "./gate.ts";
import { updateGate } from "./gate_update.ts";
import { reloaded, updateHome } from "./home.ts";
import { actionOf, type Key, keyName } from "./key.ts";
import { clockOf, type LabState, startLab, withReset, withVerdict } from "./lab.ts";
import { settleLab, updateLab, withSession } from "./lab_update.ts";
import type { Message } from "./message.ts";
import { keptNotice, updateOverlay } from "./overlay.ts";
import type { View } from "./page.ts";
import { withEnd, withHistory, withNames, withOutput, withSeconds, withStaleNames } from "./prompt_update.ts";
import type { Input, Program, Step, TerminalEffect } from "./program.ts";
import { settleQuiz, startQuiz, updateQuiz } from "./quiz.ts";
import { startReview, updateReview } from "./review.ts";
import { isTooSmall } from "./small.ts";
import { startStats, updateStats } from "./stats.ts";
import { startSummary, updateSummary } from "./summary.ts";
import type { Done, Turn, Wish } from "./turn.ts";

type Next = Step<AppState, Effect | TerminalEffect>;

export const app: Program<AppState, Message, Effect> = { update, view: viewApp, takesInterrupt };

function update(state: AppState, message: Message | Input): Next {
  switch (message.kind) {
    case "key":
      return pressed(state, message.key);
    case "resize":
      return { state: { ...state, size: message.size }, effects: [] };
    case "home-loaded":
      return changed(
        state,
        (screen) => screen.kind === "home" ? { ...screen, state: reloaded(screen.state, message.home) } : screen,
      );
    case "quiz-opened":
      return opened(state, message.session.items.length === 0 ? undefined : quizScreen(message.session, state.names));
    case "review-opened":
      return over(state, { kind: "review", state: startReview(message.opening) });
    case "stats-opened":
      return over(state, { kind: "stats", state: startStats(message.statistics) });
    case "concept-opened":
      return over(state, { kind: "concept", state: startConcept(message.opening) });
    case "lab-opened":
      return opened(state, { kind: "lab", state: startLab(message.opening) });
    case "lab-engine":
      return inLab(state, message.lab, (lab) => ({ ...lab, engine: message.engine }));
    case "lab-clock":
      return inLab(state, message.lab, (lab) => ({ ...lab, clock: clockOf(message) }));
    case "lab-gate":
      return gated(state, message);
    case "gate-progress":
      return atGateOf(state, message.lab, (gate) => ({ ...gate, busy: same(message.line) }));
    case "lab-reset":
      return inLab(state, message.lab, (lab) => withReset(lab, message.news));
    case "lab-looking":
      return inLab(state, message.lab, (lab) => ({ ...lab, looking: true }));
    case "lab-verdict":
      return inLab(state, message.lab, (lab) => withStaleNames(withVerdict(lab, message.verdict)));
    case "prompt-history":
      return inLab(state, message.lab, (lab) => withHistory(lab, message.lines));
    case "names-listed":
      return inLab(state, message.lab, (lab) => withNames(lab, message.sources, message.names));
    case "command-output":
      return inLab(state, message.lab, (lab) => withOutput(lab, message.id, message.stream, message.text));
    case "command-runs":
      return inLab(state, message.lab, (lab) => withSeconds(lab, message.id, message.seconds));
    case "command-ended":
      return inLab(state, message.lab, (lab) => withEnd(lab, message.id, message.end));
    case "progress":
      return { state: state.opening ? { ...state, opening: message.text } : state, effects: [] };
    case "names-loaded":
      return changed(
        { ...state, names: message.names },
        (screen) =>
          screen.kind === "summary" ? { ...screen, state: { ...screen.state, names: message.names } } : screen,
      );
    case "recorded":
      return recorded(state, message.ticket);
    case "failed":
      return failed(state, message);
  }
}

function pressed(state: AppState, key: Key): Next {
  const screen = state.screens.at(-1);
  const types = typesOn(screen);
  const action = actionOf(appBindings(types), key);
  if (action === "interrupt" && !takesInterrupt(state)) return { state, effects: [{ kind: "quit", code: 130 }] };
  if (action === "suspend") return { state, effects: [{ kind: "suspend" }] };
  if (key.kind === "key" && keyName(key) === "ctrl-d" && !takesInterrupt(state)) return endOfInput(state);
  if (isTooSmall(state.size)) return { state, effects: [] };
  if (state.waiting) {
    return { state: { ...state, waiting: { ...state.waiting, keys: [...state.waiting.keys, key] } }, effects: [] };
  }
  if (state.overlay) {
    const { overlay: before, ...rest } = state;
    const overlay = updateOverlay(before, key, viewOf(state), keysOn(screen));
    return { state: overlay ? { ...rest, overlay } : rest, effects: [] };
  }
  if (action === "language") return { state: { ...state, lang: state.lang === "es" ? "en" : "es" }, effects: [] };
  if (state.opening) return { state, effects: [] };
  if (action === "help") return { state: { ...state, overlay: { kind: "help", offset: 0 } }, effects: [] };
  return screen ? turned(state, updateScreen(screen, key, viewOf(state))) : { state, effects: [] };
}

/** Ctrl-D deletes in a field that holds text; anywhere else the learner is done. */
function endOfInput(state: AppState): Next {
  if (!holdsText(state.screens.at(-1))) return { state, effects: [...leaving(state), { kind: "quit", code: 0 }] };
  return pressed(state, { kind: "key", name: "delete", ctrl: false, alt: false, shift: false });
}

/** Every lab on the stack is left. */
function leaving({ screens }: AppState): readonly Effect[] {
  return screens.flatMap((screen) =>
    screen.kind === "lab" ? [{ kind: "leave-lab", lab: screen.state.opening.lab.id } as const] : []
  );
}

function updateScreen(screen: Screen, key: Key, view: View): Turn<Screen> {
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

function settled(screen: Screen, done: Done): Turn<Screen> {
  if (screen.kind === "lab") return { state: { ...screen, state: settleLab(screen.state, done) }, wishes: [] };
  if (screen.kind !== "quiz") return { state: screen, wishes: [] };
  const { state, wishes } = settleQuiz(screen.state, done);
  return { state: { kind: "quiz", state }, wishes };
}

/** The top screen after a turn, and its wishes one after another. */
function turned(state: AppState, { state: top, wishes }: Turn<Screen>): Next {
  let next: Next = { state: { ...state, screens: [...state.screens.slice(0, -1), top] }, effects: [] };
  for (const wish of wishes) {
    const { state, effects } = granted(next.state, wish);
    next = { state, effects: [...next.effects, ...effects] };
  }
  return next;
}

const opening: ReadonlySet<Effect["kind"]> = new Set([
  "open-quiz",
  "open-lab",
  "open-review",
  "open-stats",
  "open-concept",
]);

function granted(state: AppState, wish: Wish): Next {
  switch (wish.kind) {
    case "effect": {
      const opens = opening.has(wish.effect.kind);
      return { state: opens ? { ...state, opening: openingText } : state, effects: [wish.effect] };
    }
    case "record": {
      const ticket = state.tickets + 1;
      const waiting = { ticket, done: wish.done, keys: [] };
      return { state: { ...state, tickets: ticket, waiting }, effects: [{ kind: "record", ticket, what: wish.what }] };
    }
    case "leave":
      return closed(state);
    case "finished": {
      const top = state.screens.at(-1);
      if (top?.kind !== "quiz" || top.state.place.kind !== "quiz") return closed(keeping(state, wish.session));
      const summary: Screen = { kind: "summary", state: startSummary(wish.session, state.names) };
      return { state: { ...state, screens: [...state.screens.slice(0, -1), summary] }, effects: [] };
    }
    case "ask": {
      const place = { kind: "task", lab: wish.lab, task: wish.task } as const;
      return {
        state: { ...state, screens: [...state.screens, { kind: "quiz", state: startQuiz(wish.session, place) }] },
        effects: [],
      };
    }
    case "look-back": {
      const quiz: Screen = { kind: "quiz", state: startQuiz(wish.session, { kind: "past" }) };
      return { state: { ...state, screens: [...state.screens, quiz] }, effects: [] };
    }
  }
}

/** The screen below comes back, with new figures if it is home; below the last one there is only the shell. */
function closed(before: AppState): Next {
  const top = before.screens.at(-1);
  const state = top?.kind === "quiz" ? keeping(before, top.state.session) : before;
  const screens = state.screens.slice(0, -1);
  if (screens.length === 0) return { state: before, effects: [{ kind: "quit", code: 0 }] };
  return { state: { ...state, screens }, effects: screens.at(-1)?.kind === "home" ? [{ kind: "load-home" }] : [] };
}

/** What was answered to a task's questions stays with its lab. */
function keeping(state: AppState, session: Session): AppState {
  const top = state.screens.at(-1);
  if (top?.kind !== "quiz" || top.state.place.kind !== "task") return state;
  const { lab, task } = top.state.place;
  return inLab(state, lab, (below) => withSession(below, task, session)).state;
}

/** Over home, in place of what was there of an earlier quiz. */
function opened(before: AppState, screen: Screen | undefined): Next {
  const { opening: _, ...state } = before;
  if (!screen) return { state: { ...state, overlay: { kind: "notice", what: emptyQuiz, offset: 0 } }, effects: [] };
  const home = state.screens.filter(({ kind }) => kind === "home");
  return { state: { ...state, screens: [...home, screen] }, effects: [] };
}

/** Over whatever is there, which comes back when it is left. */
function over(before: AppState, screen: Screen): Next {
  const { opening: _, ...state } = before;
  return { state: { ...state, screens: [...state.screens, screen] }, effects: [] };
}

function recorded(before: AppState, ticket: number): Next {
  const { waiting, ...state } = before;
  const top = state.screens.at(-1);
  if (waiting?.ticket !== ticket || !top) return { state: before, effects: [] };
  let next = turned(state, settled(top, waiting.done));
  for (const key of waiting.keys) {
    const { state, effects } = pressed(next.state, key);
    next = { state, effects: [...next.effects, ...effects] };
  }
  return next;
}

/** What could not be stored is not shown: the answer stays as it was typed. */
function failed(before: AppState, { ticket, what, next }: Extract<Message, { kind: "failed" }>): Next {
  if (ticket !== undefined) {
    const { waiting, ...state } = before;
    if (waiting?.ticket !== ticket) return { state: before, effects: [] };
    return { state: { ...state, overlay: keptNotice(what, next) }, effects: [] };
  }
  const { opening: _, ...state } = before;
  return { state: { ...state, overlay: { kind: "notice", what, ...(next ? { next } : {}), offset: 0 } }, effects: [] };
}

function inLab(state: AppState, id: string, change: (lab: LabState) => LabState): Next {
  return changed(
    state,
    (screen) =>
      screen.kind === "lab" && screen.state.opening.lab.id === id ? { ...screen, state: change(screen.state) } : screen,
  );
}

/** With a new look at what is in the way, or none: then the lab is there as it was left. */
function gated(state: AppState, { lab, gate }: Extract<Message, { kind: "lab-gate" }>): Next {
  return changed(state, (screen) => {
    if (screen.kind !== "lab" || screen.state.opening.lab.id !== lab) return screen;
    const { gate: before, ...rest } = screen;
    return gate ? { ...rest, gate: atGate(before, lab, screen.state.opening.lab.title, gate) } : rest;
  });
}

function atGateOf(state: AppState, lab: string, change: (gate: GateState) => GateState): Next {
  return changed(
    state,
    (screen) => screen.kind === "lab" && screen.gate?.lab === lab ? { ...screen, gate: change(screen.gate) } : screen,
  );
}

function changed(state: AppState, change: (screen: Screen) => Screen): Next {
  return { state: { ...state, screens: state.screens.map(change) }, effects: [] };
}

function viewOf({ lang, size }: AppState): View {
  return { lang, size };
}
