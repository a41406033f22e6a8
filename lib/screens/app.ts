/** The program: keys and messages in, the next state and what is to be done out. */

import type { Session } from "../quiz/session.ts";
import { figuresFor } from "./app_figures.ts";
import { isOpening, withOpened } from "./app_opened.ts";
import type { Effect, OpenEffect } from "./effects.ts";
import { appBindings } from "./app_keys.ts";
import {
  type AppState,
  emptyQuiz,
  holdsText,
  keysOn,
  type Opening,
  openQuestion,
  type Screen,
  takesInterrupt,
  timeLimit,
  typesOn,
  viewOf,
} from "./app_state.ts";
import { viewApp } from "./app_view.ts";
import { actionOf, type Key, keyName } from "./key.ts";
import { codeFor, codeOf } from "./loaded.ts";
import type { Message, OpenedMessage } from "./message.ts";
import { keptNotice, type Overlay, updateOverlay } from "./overlay.ts";
import type { Input, Program, Step, TerminalEffect } from "./program.ts";
import type { News } from "./screen_code.ts";
import { isTooSmall } from "./small.ts";
import type { Done, Turn, Wish } from "./turn.ts";

type Next = Step<AppState, Effect | TerminalEffect>;

export const app: Program<AppState, Message, Effect> = {
  update: (state, message) => clocked(state, refreshed(state, timed(state, stepped(state, message)))),
  view: viewApp,
  takesInterrupt,
};

/** From when it comes into view, the time that a question takes is measured. */
function timed(before: AppState, next: Next): Next {
  const shown = openQuestion(next.state);
  if (shown === undefined || shown === openQuestion(before)) return next;
  return { ...next, effects: [...next.effects, { kind: "question-shown" }] };
}

/** The time is told while a screen on top has a limit. */
function clocked(before: AppState, next: Next): Next {
  const [was, is] = [timeLimit(before), timeLimit(next.state)];
  if (was === is) return next;
  return { ...next, effects: [...next.effects, { kind: "keep-time", on: is !== undefined }] };
}

function refreshed(before: AppState, next: Next): Next {
  const figures = figuresFor(before, next.state);
  return figures.length === 0 ? next : { ...next, effects: [...next.effects, ...figures] };
}

function stepped(state: AppState, message: Message | Input): Next {
  switch (message.kind) {
    case "key":
      return pressed(state, message.key);
    case "resize":
      return unmoved({ ...state, size: message.size });
    case "names-loaded":
      return unmoved(told({ ...state, names: message.names }, message));
    case "quiz-opened":
    case "lab-opened":
    case "review-opened":
    case "stats-opened":
    case "concept-opened":
    case "step-opened":
      return opened(state, message);
    case "home-loaded":
    case "stats-loaded":
    case "concept-loaded":
    case "step-loaded":
    case "summary-loaded":
    case "lab-engine":
    case "lab-clock":
    case "lab-gate":
    case "lab-activity":
    case "lab-reset":
    case "lab-looking":
    case "lab-verdict":
    case "prompt-history":
    case "names-listed":
    case "command-output":
    case "command-runs":
    case "command-ended":
      return unmoved(told(state, message));
    case "clock":
      return ticked(state, message.now);
    case "exam-lab":
    case "exam-handed-in":
      return unmoved(told(state, message));
    case "learner-loaded":
      return unmoved({ ...state, flags: message.flags, commands: message.commands });
    case "recorded":
      return recorded(state, message);
    case "failed":
      return failed(state, message);
  }
}

/** While an answer is being stored the clock waits a second more. */
function ticked(state: AppState, now: number): Next {
  const top = state.screens.at(-1);
  const turn = top && !state.waiting ? codeFor(top).ticked?.(top, now) : undefined;
  return turn ? turned(state, turn) : unmoved(state);
}

function pressed(state: AppState, key: Key): Next {
  const screen = state.screens.at(-1);
  const types = typesOn(screen);
  const action = actionOf(appBindings(types), key);
  if (action === "interrupt" && !takesInterrupt(state)) return { state, effects: [{ kind: "quit", code: 130 }] };
  if (action === "suspend") return { state, effects: [{ kind: "suspend" }] };
  if (key.kind === "key" && keyName(key) === "ctrl-d" && !takesInterrupt(state)) return endOfInput(state);
  if (isTooSmall(state.size)) return unmoved(state);
  if (state.waiting) return unmoved({ ...state, waiting: { ...state.waiting, keys: [...state.waiting.keys, key] } });
  // Over a message no letter is text, whatever lies below.
  const named = state.overlay ? actionOf(appBindings(false), key) : action;
  if (named === "language") return unmoved({ ...state, lang: state.lang === "es" ? "en" : "es" });
  if (state.overlay) {
    const { overlay: before, ...rest } = state;
    const overlay = updateOverlay(before, key, viewOf(state), keysOn(screen));
    return unmoved(overlay ? { ...rest, overlay } : rest);
  }
  if (state.opening) return whileOpening(state, state.opening, key);
  if (action === "help") return unmoved({ ...state, overlay: { kind: "help", offset: 0 } });
  return screen ? turned(state, codeFor(screen).update(screen, key, viewOf(state))) : unmoved(state);
}

/**
 * Escape gives it up, whatever else is typed is for the screen that comes. A first enter is the impatience of who opened it,
 * and would answer a question that nobody has seen.
 */
function whileOpening(before: AppState, opening: Opening, key: Key): Next {
  const name = key.kind === "key" ? keyName(key) : "";
  if (name === "enter" && opening.keys.length === 0) return unmoved(before);
  if (name !== "escape") {
    return unmoved({ ...before, opening: { ...opening, keys: [...opening.keys, key] } });
  }
  const { opening: _, ...state } = before;
  return { state, effects: opening.lab === undefined ? [] : [{ kind: "leave-lab", lab: opening.lab }] };
}

/** Ctrl-D deletes in a field that holds text; anywhere else the learner is done. */
function endOfInput(state: AppState): Next {
  if (!holdsText(state.screens.at(-1))) return { state, effects: [...leaving(state), { kind: "quit", code: 0 }] };
  return pressed(state, { kind: "key", name: "delete", ctrl: false, alt: false, shift: false });
}

/** Every lab that was on the stack and is not any more. */
function leaving(before: AppState, after?: AppState): readonly Effect[] {
  const [had, has] = [before, after].map((state) =>
    state?.screens.flatMap((screen) => screen.kind === "lab" ? [screen.state.opening.lab.id] : []) ?? []
  );
  return had?.filter((lab) => !has?.includes(lab)).map((lab) => ({ kind: "leave-lab", lab })) ?? [];
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

function granted(state: AppState, wish: Wish): Next {
  switch (wish.kind) {
    case "effect":
      return isOpening(wish.effect) ? toOpen(state, wish.effect) : { state, effects: [wish.effect] };
    case "record": {
      const ticket = state.tickets + 1;
      const waiting = { ticket, done: wish.done, keys: [] };
      return { state: { ...state, tickets: ticket, waiting }, effects: [{ kind: "record", ticket, what: wish.what }] };
    }
    case "journal": {
      const ticket = state.tickets + 1;
      const waiting = { ticket, done: wish.done, keys: [] };
      const effect: Effect = { kind: "journal", ticket, steps: wish.steps };
      return { state: { ...state, tickets: ticket, waiting }, effects: [effect] };
    }
    case "leave":
      return closed(state);
    case "finished": {
      const top = state.screens.at(-1);
      if (top?.kind !== "quiz" || top.state.place.kind !== "quiz") return closed(keeping(state, wish.session));
      const pass = wish.session.sitting?.pass ?? state.pass;
      const summary = codeOf("summary").start({ session: wish.session, names: state.names, pass });
      return unmoved({ ...state, screens: [...state.screens.slice(0, -1), summary] });
    }
    case "ask": {
      const place = { kind: "task", lab: wish.lab, task: wish.task } as const;
      const quiz = codeOf("quiz").start({ session: wish.session, place });
      return unmoved({ ...state, screens: [...state.screens, quiz] });
    }
    case "look-back": {
      const quiz = codeOf("quiz").start({ session: wish.session, place: { kind: "past" } });
      return unmoved({ ...state, screens: [...state.screens, quiz] });
    }
  }
}

function toOpen(state: AppState, effect: OpenEffect): Next {
  const ticket = state.tickets + 1;
  const lab = effect.kind === "open-lab" ? { lab: effect.id } : {};
  const opening: Opening = { ticket, keys: [], ...lab };
  return { state: { ...state, tickets: ticket, opening }, effects: [{ ...effect, ticket }] };
}

/** The screen below comes back; below the last one there is only the shell. */
function closed(before: AppState): Next {
  const top = before.screens.at(-1);
  const state = top?.kind === "quiz" ? keeping(before, top.state.session) : before;
  const screens = state.screens.slice(0, -1);
  if (screens.length === 0) return { state: before, effects: [{ kind: "quit", code: 0 }] };
  return unmoved({ ...state, screens });
}

/** What was answered to a task's questions stays with its lab. */
function keeping(state: AppState, session: Session): AppState {
  const top = state.screens.at(-1);
  if (top?.kind !== "quiz" || top.state.place.kind !== "task") return state;
  const { lab, task } = top.state.place;
  return told(state, { kind: "task-answered", lab, task, session });
}

/** By the screens on the stack; one that is gone meanwhile, or shows something else, takes no notice. */
function told(state: AppState, news: News): AppState {
  return { ...state, screens: state.screens.map((screen) => codeFor(screen).heard?.(screen, news) ?? screen) };
}

/** The screen that was asked for, and what was typed for it meanwhile. Whatever was given up comes too late. */
function opened(before: AppState, message: OpenedMessage): Next {
  const { opening, ...state } = before;
  if (message.ticket !== undefined && message.ticket !== opening?.ticket) return unmoved(before);
  if (message.kind === "quiz-opened" && message.session.items.length === 0) {
    return unmoved({ ...state, overlay: { kind: "notice", what: emptyQuiz, offset: 0 } });
  }
  const next = { ...state, screens: withOpened(state, message) };
  // One lab ends the watching of another by itself.
  const left = message.kind === "lab-opened" ? [] : leaving(state, next);
  return typedAhead({ state: next, effects: left }, opening?.keys ?? []);
}

function recorded(before: AppState, { ticket, event }: Extract<Message, { kind: "recorded" }>): Next {
  const { waiting, ...state } = before;
  const top = state.screens.at(-1);
  if (waiting?.ticket !== ticket || !top) return unmoved(before);
  const settled = codeFor(top).settled?.(top, waiting.done, event) ?? { state: top, wishes: [] };
  return typedAhead(turned(withFlag(state, waiting.done), settled), waiting.keys);
}

function withFlag(state: AppState, done: Done): AppState {
  if (done.kind !== "flagged") return state;
  const flags = new Map(state.flags);
  if (done.note === undefined) flags.delete(done.item);
  else flags.set(done.item, done.note);
  return { ...state, flags };
}

function typedAhead(next: Next, keys: readonly Key[]): Next {
  return keys.reduce(({ state: before, effects: earlier }, key) => {
    const { state, effects } = pressed(before, key);
    return { state, effects: [...earlier, ...effects] };
  }, next);
}

/** What could not be stored is not shown: the answer stays as it was typed. */
function failed(before: AppState, { ticket, what, next }: Extract<Message, { kind: "failed" }>): Next {
  const { waiting, opening, ...state } = before;
  if (ticket !== undefined && ticket === waiting?.ticket) {
    return unmoved({ ...state, ...(opening ? { opening } : {}), overlay: keptNotice(what, next) });
  }
  if (ticket !== undefined && ticket !== opening?.ticket) return unmoved(before);
  const overlay: Overlay = { kind: "notice", what, ...(next ? { next } : {}), offset: 0 };
  // Whatever else fails does not keep what is being opened from opening.
  const others = { ...(waiting ? { waiting } : {}), ...(opening && ticket === undefined ? { opening } : {}) };
  return unmoved({ ...state, ...others, overlay });
}

function unmoved(state: AppState): Next {
  return { state, effects: [] };
}
