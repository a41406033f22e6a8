/** Presses keys in a program and shows its picture as text, as a reader of a snapshot wants it. */

import { app } from "../../lib/screens/app.ts";
import type { AppState } from "../../lib/screens/app_state.ts";
import type { Effect } from "../../lib/screens/effects.ts";
import type { Frame, Size } from "../../lib/screens/frame.ts";
import type { Key } from "../../lib/screens/key.ts";
import type { Message } from "../../lib/screens/message.ts";
import type { Input, TerminalEffect } from "../../lib/screens/program.ts";
import { widthOf } from "../../lib/screens/width.ts";
import "./every_code.ts";

/** "ctrl-c", "shift-up", "ñ": the opposite of how bindings are written. */
export function key(name: string): Key {
  const parts = name.split(/-(?=.)/);
  const last = parts.pop() ?? name;
  return {
    kind: "key",
    name: last,
    ctrl: parts.includes("ctrl"),
    alt: parts.includes("alt"),
    shift: parts.includes("shift"),
  };
}

/** "docker ps" → one key per character. */
export function typed(text: string): readonly string[] {
  return [...text].map((char) => char === " " ? "space" : char);
}

export type Any = Effect | TerminalEffect;
export type Performer = (effect: Any) => readonly Message[];

/** Stores everything at once. */
export const storing: Performer = (effect) =>
  effect.kind === "record" || effect.kind === "journal" ? [{ kind: "recorded", ticket: effect.ticket }] : [];

export interface Played {
  readonly state: AppState;
  readonly effects: readonly Any[];
}

/** What messages and keys make of a program when its effects are answered by `perform`. */
export function play(
  start: AppState,
  inputs: readonly (string | Message | Input)[],
  perform: Performer = storing,
): Played {
  let state = start;
  const effects: Any[] = [];
  const give = (message: Message | Input) => {
    const step = app.update(state, message);
    state = step.state;
    for (const effect of step.effects) {
      effects.push(effect);
      perform(effect).forEach(give);
    }
  };
  for (const input of inputs) give(typeof input === "string" ? { kind: "key", key: key(input) } : input);
  return { state, effects };
}

/** Lines of the frame between bars, so that the right edge is seen; the cursor is "▏" before its cell. */
export function asText(frame: Frame, size: Size): string {
  const lines = frame.lines.map((line, row) => {
    const text = line.map(({ text }) => text).join("");
    const filled = text + " ".repeat(Math.max(0, size.columns - widthOf(text)));
    const { cursor } = frame;
    if (cursor?.row !== row) return `│${filled}│`;
    let cells = 0;
    const at = [...filled].findIndex((char) => {
      if (cells >= cursor.column) return true;
      cells += widthOf(char);
      return false;
    });
    const chars = [...filled];
    return `│${chars.slice(0, at).join("")}▏${chars.slice(at).join("")}│`;
  });
  return lines.join("\n");
}

export function pictureOf(state: AppState, size: Size = state.size): string {
  return asText(app.view(state, size), size);
}
